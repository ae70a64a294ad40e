package dev.catamaran.cli;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.usage.Choice;
import dev.catamaran.usage.Usage;

/** How the answer is printed. */
final class OutputOptions {
  /** The forms an answer can take. */
  enum Format {
    TABLE,
    JSON
  }

  private final Choice<Format> format;

  OutputOptions(Usage usage) {
    format = usage.choice("-o, --format=FORMAT", Format.TABLE, "table (default) or json.");
  }

  boolean json() {
    return format.value() == Format.JSON;
  }

  void print(Console console, Json document) {
    console.out().println(JsonText.pretty(document));
  }
}
