package dev.catamaran.cli;

import dev.catamaran.capability.Feature;
import dev.catamaran.finding.Verdict;
import dev.catamaran.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Verdicts as {@code catamaran/v1} JSON. */
final class VerdictJson {
  private VerdictJson() {}

  static Json.Obj of(Verdict verdict) {
    return Json.object()
        .with("verdict", verdict.word())
        .with("reason", verdict.reason())
        .withOptional("try", way(verdict).map(Json.Text::new))
        .with("source", verdict.source());
  }

  /** The members {@code capabilities} of a node. */
  static Json.Obj column(Map<Feature, Verdict> column) {
    var members = new LinkedHashMap<String, Json>();
    column.forEach((feature, verdict) -> members.put(feature.id(), of(verdict)));
    return new Json.Obj(members);
  }

  /** What to do about a no, or how to learn what is unknown. */
  static Optional<String> way(Verdict verdict) {
    return switch (verdict) {
      case Verdict.No(var _, var wayOut, var _) -> Optional.of(wayOut);
      case Verdict.Unknown(var _, var howToLearn, var _) -> Optional.of(howToLearn);
      case Verdict.Yes _, Verdict.With _ -> Optional.empty();
    };
  }
}
