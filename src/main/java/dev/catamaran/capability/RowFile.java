package dev.catamaran.capability;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads one resource file of the matrix. A row that cannot be read is a bug and stops the load.
 *
 * @param title what the file is about, as a heading
 */
record RowFile(String title, List<FeatureRows> features) {
  private static final Set<String> KEYS =
      Set.of("when", "verdict", "reason", "try", "source", "confidence", "date");

  RowFile {
    features = List.copyOf(features);
  }

  /**
   * Reads the file of a subject.
   *
   * @throws IllegalStateException naming the file, the feature and the row
   */
  static RowFile read(Subject subject, InputStream text) {
    return read(subject, JsonText.parse(text));
  }

  static RowFile read(Subject subject, Json document) {
    var features = new ArrayList<FeatureRows>();
    for (var item : document.get("features").items()) {
      features.add(feature(subject, item));
    }
    if (features.isEmpty()) {
      throw new IllegalStateException(subject.word() + ".json has no features");
    }
    return new RowFile(required(document, "subject"), features);
  }

  private static FeatureRows feature(Subject subject, Json item) {
    var rows = new ArrayList<Row>();
    var place = subject.word() + ".json, " + item.get("feature").text().orElse("?");
    try {
      var id = required(item, "feature");
      if (!Subject.of(id).filter(s -> s == subject).isPresent()) {
        throw new IllegalArgumentException("a feature of that name belongs to another file");
      }
      for (var row : item.get("rows").items()) {
        place = subject.word() + ".json, " + id + ", row " + (rows.size() + 1);
        rows.add(row(row));
      }
      return new FeatureRows(new Feature(id), required(item, "means"), rows);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(place + ": " + e.getMessage(), e);
    }
  }

  private static Row row(Json item) {
    for (var key : item.members().keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException("unknown key \"" + key + "\"");
      }
    }
    return new Row(
        Condition.parse(required(item, "when")),
        kind(required(item, "verdict")),
        optional(item, "reason"),
        optional(item, "try"),
        new Evidence(
            required(item, "source"), required(item, "confidence"), required(item, "date")));
  }

  private static Row.Kind kind(String word) {
    return switch (word) {
      case "yes" -> Row.Kind.YES;
      case "with" -> Row.Kind.WITH;
      case "no" -> Row.Kind.NO;
      case "unknown" -> Row.Kind.UNKNOWN;
      default -> throw new IllegalArgumentException("\"" + word + "\" is no verdict");
    };
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
