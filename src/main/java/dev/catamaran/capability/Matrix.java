package dev.catamaran.capability;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Os;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node can and cannot do. The rows are data with sources, in the JSON files beside this
 * class; of the rows about a feature the first whose condition holds gives the answer. A file is
 * read when somebody asks for one of its features.
 */
public final class Matrix {
  /** Replaced as a whole, never changed, so that many threads may ask. */
  private volatile Map<Subject, Chapter> chapters = Map.of();

  private Matrix() {}

  /** One file, once it is read. */
  private record Chapter(String title, Map<Feature, FeatureRows> features) {}

  /** The matrix that comes with the program; nothing is read yet. */
  public static Matrix load() {
    return new Matrix();
  }

  private Chapter chapter(Subject subject) {
    var known = chapters.get(subject);
    return known == null ? read(subject) : known;
  }

  private synchronized Chapter read(Subject subject) {
    var known = chapters.get(subject);
    if (known != null) {
      return known;
    }
    var name = subject.word() + ".json";
    var text = Matrix.class.getResourceAsStream(name);
    if (text == null) {
      throw new IllegalStateException("the program lacks its capability file " + name);
    }
    var file = RowFile.read(subject, text);
    var features = new LinkedHashMap<Feature, FeatureRows>();
    file.features().forEach(f -> features.put(f.feature(), f));
    var chapter = new Chapter(file.title(), features);
    var more = new EnumMap<Subject, Chapter>(Subject.class);
    more.putAll(chapters);
    more.put(subject, chapter);
    chapters = more;
    return chapter;
  }

  /** The heading of a subject. */
  public String title(Subject subject) {
    return chapter(subject).title();
  }

  /** What is known of a subject, in the order of its file. */
  public List<FeatureRows> features(Subject subject) {
    return List.copyOf(chapter(subject).features().values());
  }

  /** The rows of the feature with that id, if there is one. */
  public Optional<FeatureRows> find(String id) {
    return Subject.of(id)
        .flatMap(s -> Optional.ofNullable(chapter(s).features().get(new Feature(id))));
  }

  /** Every feature's answer for one node, in the order of the files. */
  public Map<Feature, Verdict> column(NodeFacts node) {
    return column(node, Arrays.asList(Subject.values()));
  }

  /** The answers for one node on some subjects. */
  public Map<Feature, Verdict> column(NodeFacts node, List<Subject> subjects) {
    var column = new LinkedHashMap<Feature, Verdict>();
    for (var subject : subjects) {
      for (var rows : chapter(subject).features().values()) {
        column.put(rows.feature(), judge(rows, node));
      }
    }
    return column;
  }

  /**
   * The answer for one node. A missing fact makes it unknown only where the answer hangs on it:
   * where every row that may hold agrees whether the feature works, the answer stands.
   *
   * @throws IllegalStateException where the matrix has no such feature
   */
  public Verdict judge(Feature feature, NodeFacts node) {
    var rows = chapter(feature.subject()).features().get(feature);
    if (rows == null) {
      throw new IllegalStateException("the matrix has no feature " + feature);
    }
    return judge(rows, node);
  }

  static Verdict judge(FeatureRows feature, NodeFacts node) {
    if (node.platform().os() == Os.OTHER) {
      return new Verdict.No(
          "Swarm runs on Windows and Linux only", "use a Windows or Linux node", "Docker Engine");
    }
    var open = new ArrayList<Row>();
    for (var row : feature.rows()) {
      switch (row.when().holds(node)) {
        case FALSE -> {}
        case UNKNOWN -> open.add(row);
        case TRUE -> {
          return open.isEmpty() ? row.verdict(node) : weighed(open, row, node);
        }
      }
    }
    throw new IllegalStateException("no row of " + feature.feature() + " holds for " + node);
  }

  private static Verdict weighed(List<Row> open, Row sure, NodeFacts node) {
    var first = open.getFirst();
    var fact = first.when().missing(node).orElseThrow();
    if (!open.stream().allMatch(r -> r.kind().agrees(sure.kind()))) {
      return new Verdict.Unknown(fact.title(), fact.howToLearn(), first.evidence().toString());
    }
    var careful = open.stream().filter(r -> r.kind() == Row.Kind.WITH).findFirst();
    if (careful.isEmpty()) {
      return sure.verdict(node);
    }
    return new Verdict.With(
        fact.title() + " is not known; perhaps " + careful.get().verdict(node).reason(),
        careful.get().evidence().toString());
  }
}
