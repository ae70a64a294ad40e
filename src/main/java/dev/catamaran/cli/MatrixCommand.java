package dev.catamaran.cli;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.FeatureRows;
import dev.catamaran.capability.Matrix;
import dev.catamaran.capability.Subject;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Closest;
import dev.catamaran.finding.Verdict;
import dev.catamaran.json.Json;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The capability matrix: all of it, what one node can do, or where one thing works. */
final class MatrixCommand implements Command {
  private final Console console;
  private final Matrix matrix = Matrix.load();
  private final Text feature;
  private final NodeOptions node;
  private final OutputOptions output;

  MatrixCommand(Usage usage, Console console) {
    this.console = console;
    feature =
        usage.text(
            "--feature=ID", "One feature, such as net.overlay, or all below a beginning, as net.");
    node = new NodeOptions(usage);
    output = new OutputOptions(usage);
  }

  @Override
  public int run() {
    var wanted = wanted();
    var facts = node.facts();
    if (facts.isPresent()) {
      column(facts.get(), wanted);
    } else if (output.json()) {
      output.print(console, MatrixText.json(matrix, wanted));
    } else {
      console.out().print(MatrixText.of(matrix, wanted, feature.given()));
    }
    return ExitCode.DONE.number();
  }

  /** By subject, in the order of the files. */
  private Map<Subject, List<FeatureRows>> wanted() {
    if (feature.given()) {
      return below(feature.value().orElse(""));
    }
    var all = new LinkedHashMap<Subject, List<FeatureRows>>();
    for (var subject : Subject.values()) {
      all.put(subject, matrix.features(subject));
    }
    return all;
  }

  private Map<Subject, List<FeatureRows>> below(String id) {
    var exact = matrix.find(id);
    if (exact.isPresent()) {
      return Map.of(exact.get().feature().subject(), List.of(exact.get()));
    }
    var all = new LinkedHashMap<Subject, List<FeatureRows>>();
    var below = id.endsWith(".") ? id : id + ".";
    for (var subject : Subject.values()) {
      var some =
          matrix.features(subject).stream()
              .filter(f -> f.feature().id().startsWith(below))
              .toList();
      if (!some.isEmpty()) {
        all.put(subject, some);
      }
    }
    if (all.isEmpty()) {
      throw new UsageFailure(unknown(id));
    }
    return all;
  }

  private String unknown(String id) {
    var ids = new ArrayList<String>();
    for (var subject : Subject.values()) {
      matrix.features(subject).forEach(f -> ids.add(f.feature().id()));
    }
    return "the matrix has no feature \""
        + id
        + "\""
        + Closest.to(id, ids)
            .map(c -> "; did you mean " + c + "?")
            .orElse("; see catamaran matrix");
  }

  private void column(NodeFacts facts, Map<Subject, List<FeatureRows>> wanted) {
    var verdicts = new LinkedHashMap<Feature, Verdict>();
    wanted
        .values()
        .forEach(
            list -> list.forEach(f -> verdicts.put(f.feature(), matrix.judge(f.feature(), facts))));
    if (output.json()) {
      output.print(
          console,
          FindingJson.versioned()
              .with("node", node(facts))
              .with("capabilities", VerdictJson.column(verdicts)));
      return;
    }
    console.out().println(facts);
    var table = new Table("FEATURE", "VERDICT", "REASON");
    verdicts.forEach(
        (f, v) -> table.row(f.id(), v.word(), v instanceof Verdict.Yes ? "" : v.reason()));
    console.out().print(table.text());
  }

  private static Json.Obj node(NodeFacts facts) {
    var version = facts.platform().osVersion();
    return Json.object()
        .with("os", facts.platform().os().word())
        .with("build", version.<Json>map(v -> Json.Num.of(v.build())).orElse(Json.Null.NULL))
        .with(
            "revision",
            version
                .filter(v -> v.revision().isPresent())
                .<Json>map(v -> Json.Num.of(v.revision().getAsInt()))
                .orElse(Json.Null.NULL))
        .with("engine", FindingJson.textOrNull(facts.engine().map(e -> e.text())))
        .with("kubernetes", FindingJson.textOrNull(facts.kubernetes().map(k -> k.text())));
  }
}
