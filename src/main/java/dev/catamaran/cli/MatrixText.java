package dev.catamaran.cli;

import dev.catamaran.capability.FeatureRows;
import dev.catamaran.capability.Matrix;
import dev.catamaran.capability.MatrixPage;
import dev.catamaran.capability.NodeKind;
import dev.catamaran.capability.Row;
import dev.catamaran.capability.RowText;
import dev.catamaran.capability.Subject;
import dev.catamaran.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of the matrix, for people and as {@code catamaran/v1} JSON. */
final class MatrixText {
  private MatrixText() {}

  /** One line per feature; with its rows where they are wanted. */
  static String of(Matrix matrix, Map<Subject, List<FeatureRows>> wanted, boolean rows) {
    var text = new StringBuilder();
    wanted.forEach((subject, features) -> {
      text.append(text.isEmpty() ? "" : "\n").append(matrix.title(subject)).append('\n');
      text.append(overview(features));
      if (rows) {
        features.forEach(f -> f.rows().forEach(r -> row(f, r, text)));
      }
    });
    return text.toString();
  }

  private static String overview(List<FeatureRows> features) {
    var kinds = NodeKind.usual();
    var table =
        new Table(
            Stream.concat(
                    Stream.of("FEATURE"),
                    Stream.concat(
                        kinds.stream().map(k -> k.title().toUpperCase(Locale.ROOT)),
                        Stream.of("MEANS")))
                .toArray(String[]::new));
    for (var feature : features) {
      var cells = new ArrayList<String>();
      cells.add(feature.feature().id());
      kinds.forEach(k -> cells.add(MatrixPage.word(feature, k)));
      cells.add(feature.means());
      table.row(cells.toArray(String[]::new));
    }
    return table.text();
  }

  private static void row(FeatureRows feature, Row row, StringBuilder text) {
    text.append('\n').append(feature.feature()).append("  ").append(row.when()).append(": ");
    text.append(row.kind().word()).append('\n');
    if (!row.reason().isEmpty()) {
      text.append("    ").append(RowText.reason(row)).append('\n');
    }
    if (!row.wayOut().isEmpty()) {
      text.append("    try: ").append(RowText.wayOut(row)).append('\n');
    }
    text.append("    source: ").append(row.evidence()).append('\n');
  }

  static Json.Obj json(Matrix matrix, Map<Subject, List<FeatureRows>> wanted) {
    var features = new ArrayList<Json>();
    wanted.forEach((subject, list) -> list.forEach(f -> features.add(json(matrix, subject, f))));
    return FindingJson.versioned().with("features", Json.array(features));
  }

  private static Json.Obj json(Matrix matrix, Subject subject, FeatureRows feature) {
    return Json.object()
        .with("feature", feature.feature().id())
        .with("subject", subject.word())
        .with("title", matrix.title(subject))
        .with("means", feature.means())
        .with("rows", Json.array(feature.rows().stream().map(MatrixText::json).toList()));
  }

  private static Json.Obj json(Row row) {
    return Json.object()
        .with("when", row.when().toString())
        .with("verdict", row.kind().word())
        .with("reason", RowText.reason(row))
        .with("try", RowText.wayOut(row))
        .with("disputed", row.evidence().disputed())
        .with("source", row.evidence().source())
        .with("confidence", row.evidence().confidence())
        .with("date", row.evidence().date());
  }
}
