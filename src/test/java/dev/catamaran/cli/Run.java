package dev.catamaran.cli;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One command, run in this process as a user would type it. */
record Run(int exit, String out, String err) {
  static Run of(String... arguments) {
    return with(Map.of(), arguments);
  }

  static Run with(Map<String, String> environment, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(new byte[0]),
            environment,
            () -> false);
    int exit = Cli.run(console, arguments);
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Json json() {
    return JsonText.parse(out);
  }

  /** The service of that name in a plan. */
  Json service(String name) {
    return json().get("services").items().stream()
        .filter(s -> s.get("name").text().orElse("").equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The finding of that code. */
  Json finding(String code) {
    return json().get("findings").items().stream()
        .filter(f -> f.get("code").text().orElse("").equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + code + " in " + out));
  }
}
