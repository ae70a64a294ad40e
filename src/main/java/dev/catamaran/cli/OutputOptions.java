package dev.catamaran.cli;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import picocli.CommandLine.Option;

/** How the answer is printed. */
final class OutputOptions {
  /** The forms an answer can take. */
  enum Format {
    table,
    json
  }

  @Option(
      names = {"-o", "--format"},
      paramLabel = "FORMAT",
      description = "table (default) or json.")
  private Format format = Format.table;

  boolean json() {
    return format == Format.json;
  }

  void print(Console console, Json document) {
    console.out().println(JsonText.pretty(document));
  }
}
