package dev.catamaran.compose.support;

import dev.catamaran.compose.support.Support.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the table: a path, below it a line per engine, below that what else is known of it. */
final class AttributesText {
  private static final int ENGINE = 2;
  private static final int DETAIL = 4;

  private final Attributes root = new Attributes();
  private Attributes row = root;
  private Optional<Line> open = Optional.empty();

  /** An engine's line and what stands further in. */
  private record Line(
      Attributes row,
      Engine engine,
      Verdict verdict,
      String why,
      List<String> ways,
      List<String> sources) {
    void end() {
      row.says(engine, new Support(verdict, why, ways, sources.stream().findFirst()));
    }
  }

  private AttributesText() {}

  /** The text is ours: what cannot be read is a bug, and ends loudly. */
  static Attributes parse(String text) {
    var reader = new AttributesText();
    text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(reader::line);
    reader.open.ifPresent(Line::end);
    return reader.root;
  }

  private void line(String line) {
    var body = line.strip();
    switch (line.length() - line.stripLeading().length()) {
      case 0 -> path(body);
      case ENGINE -> engine(body);
      case DETAIL -> detail(body);
      default -> throw new IllegalStateException("no line of the table: " + line);
    }
  }

  private void path(String path) {
    row = root;
    for (var step : path.split("\\.", -1)) {
      row = row.grown(step);
    }
  }

  private void engine(String body) {
    open.ifPresent(Line::end);
    var words = body.split("\\s+", 3);
    open =
        Optional.of(
            new Line(
                row,
                Engine.valueOf(words[0].toUpperCase(Locale.ROOT)),
                Verdict.valueOf(words[1].toUpperCase(Locale.ROOT)),
                words.length > 2 ? words[2] : "",
                new ArrayList<>(),
                new ArrayList<>()));
  }

  private void detail(String body) {
    var line = open.orElseThrow();
    var words = body.split("\\s+", 2);
    switch (words[0]) {
      case "try" -> line.ways().add(words[1]);
      case "source" -> line.sources().add(words[1]);
      default -> throw new IllegalStateException("no detail of the table: " + body);
    }
  }
}
