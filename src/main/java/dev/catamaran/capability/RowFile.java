package dev.catamaran.capability;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one resource file of the matrix. A row that cannot be read is a bug and stops the load. */
final class RowFile {
  private static final Set<String> KEYS =
      Set.of("feature", "when", "verdict", "reason", "try", "source", "confidence", "date");
  private static final Set<String> CONFIDENCES =
      Set.of("documented", "seen in code", "issue thread", "inferred");

  private RowFile() {}

  /**
   * Reads the rows in order.
   *
   * @throws IllegalStateException naming the file and the row
   */
  static List<Row> read(String file, InputStream text) {
    return rows(file, JsonText.parse(text));
  }

  static List<Row> rows(String file, Json document) {
    var rows = new ArrayList<Row>();
    for (var item : document.get("rows").items()) {
      try {
        rows.add(row(item));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(
            file + ", row " + (rows.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException(file + " has no rows");
    }
    return rows;
  }

  private static Row row(Json item) {
    for (var key : item.members().keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException("unknown key \"" + key + "\"");
      }
    }
    var id = required(item, "feature");
    var feature =
        Feature.of(id)
            .orElseThrow(() -> new IllegalArgumentException("\"" + id + "\" is no feature"));
    return new Row(
        feature,
        Condition.parse(required(item, "when")),
        kind(required(item, "verdict")),
        optional(item, "reason"),
        optional(item, "try"),
        evidence(item));
  }

  private static Row.Kind kind(String word) {
    return switch (word) {
      case "yes" -> Row.Kind.YES;
      case "with" -> Row.Kind.WITH;
      case "no" -> Row.Kind.NO;
      default -> throw new IllegalArgumentException("\"" + word + "\" is no verdict");
    };
  }

  private static String evidence(Json item) {
    var confidence = required(item, "confidence");
    if (!CONFIDENCES.contains(confidence)) {
      throw new IllegalArgumentException("\"" + confidence + "\" is no confidence");
    }
    var date = required(item, "date");
    if (!date.matches("20\\d\\d-(?:0[1-9]|1[0-2])")) {
      throw new IllegalArgumentException("\"" + date + "\" is no year and month");
    }
    return String.format(Locale.ROOT, "%s (%s, %s)", required(item, "source"), confidence, date);
  }

  private static String required(Json item, String key) {
    return item.get(key)
        .nonEmptyText()
        .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" is missing"));
  }

  private static String optional(Json item, String key) {
    return item.get(key).text().orElse("");
  }
}
