package dev.catamaran.capability;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Os;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a node can and cannot do. The rows are data with sources, in the JSON files beside this
 * class; of the rows about a feature the first whose condition holds gives the answer.
 */
public final class Matrix {
  private static final List<String> FILES =
      List.of("engine.json", "networking.json", "scheduling.json", "services.json", "mounts.json");

  private final Map<Feature, List<Row>> rows = new EnumMap<>(Feature.class);

  Matrix(List<Row> all) {
    for (var feature : Feature.values()) {
      var mine = all.stream().filter(r -> r.feature() == feature).toList();
      requireTotal(feature, mine);
      rows.put(feature, mine);
    }
  }

  /**
   * Reads the matrix that comes with the program.
   *
   * @throws IllegalStateException naming file and row, where the program itself is broken
   */
  public static Matrix load() {
    var all = new ArrayList<Row>();
    for (var file : FILES) {
      var text = Matrix.class.getResourceAsStream(file);
      if (text == null) {
        throw new IllegalStateException("the program lacks its capability file " + file);
      }
      all.addAll(RowFile.read(file, text));
    }
    return new Matrix(all);
  }

  /** Without a last row per operating system some node would get no answer. */
  private static void requireTotal(Feature feature, List<Row> rows) {
    for (var os : List.of("windows", "linux")) {
      if (rows.stream().noneMatch(r -> r.when().isAll(os))) {
        throw new IllegalStateException("the matrix has no last row os=" + os + " for " + feature);
      }
    }
  }

  /** Every feature's answer for one node, in the order of {@link Feature}. */
  public Map<Feature, Verdict> column(NodeFacts node) {
    var column = new LinkedHashMap<Feature, Verdict>();
    for (var feature : Feature.values()) {
      column.put(feature, judge(feature, node));
    }
    return column;
  }

  /**
   * The answer for one node. A missing fact makes it unknown only where the answer hangs on it:
   * where every row that may hold agrees whether the feature works, the answer stands.
   */
  public Verdict judge(Feature feature, NodeFacts node) {
    if (node.platform().os() == Os.OTHER) {
      return new Verdict.No(
          "Swarm runs on Windows and Linux only", "use a Windows or Linux node", "Docker Engine");
    }
    var open = new ArrayList<Row>();
    for (var row : rows.getOrDefault(feature, List.of())) {
      switch (row.when().holds(node)) {
        case FALSE -> {}
        case UNKNOWN -> open.add(row);
        case TRUE -> {
          return open.isEmpty() ? row.verdict(node) : weighed(open, row, node);
        }
      }
    }
    throw new IllegalStateException("no row of " + feature + " holds for " + node);
  }

  private static Verdict weighed(List<Row> open, Row sure, NodeFacts node) {
    var settled = sure.verdict(node);
    var first = open.getFirst();
    var fact = first.when().missing(node).orElseThrow();
    if (open.stream().anyMatch(r -> r.verdict(node).works() != settled.works())) {
      return new Verdict.Unknown(fact.title(), fact.howToLearn(), first.evidence());
    }
    if (settled instanceof Verdict.No || open.stream().allMatch(r -> r.kind() == Row.Kind.YES)) {
      return settled;
    }
    var careful = open.stream().filter(r -> r.kind() == Row.Kind.WITH).findFirst().orElse(first);
    return new Verdict.With(
        fact.title() + " is not known; perhaps " + careful.verdict(node).reason(),
        careful.evidence());
  }
}
