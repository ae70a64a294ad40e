package dev.catamaran.usage;

import java.util.List;

/** What a verb is for, the words that may follow, and what it takes. */
final class HelpText {
  private static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();
  private final String path;
  private final Verb verb;
  private final Usage usage;

  HelpText(String path, Verb verb, Usage usage) {
    this.path = path;
    this.verb = verb;
    this.usage = usage;
  }

  String text() {
    line("Usage: " + path + " [OPTIONS]" + (verb.verbs().isEmpty() ? operands() : " COMMAND"));
    line("");
    wrapped(verb.says(), 0);
    var verbs = verb.verbs();
    section("Commands", verbs.stream().map(v -> new Row(v.name(), v.says())).toList());
    section("Operands", usage.operands().stream().map(HelpText::row).toList());
    section("Options", usage.options().stream().map(HelpText::row).toList());
    return text.toString();
  }

  /** A term and what it means. */
  private record Row(String term, String says) {}

  private static Row row(Option option) {
    var label = option.label();
    return new Row(label.name().startsWith("-") ? label.text() : label.name(), label.says());
  }

  private String operands() {
    var all = new StringBuilder();
    for (var operand : usage.operands()) {
      var name = operand.label().name() + (operand.repeats() ? "..." : "");
      all.append(usage.requires(operand) ? " " + name : " [" + name + "]");
    }
    return all.toString();
  }

  private void section(String title, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    line("");
    line(title + ":");
    int column = rows.stream().mapToInt(r -> r.term.length()).max().orElse(0) + 4;
    for (var row : rows) {
      text.append("  ").append(row.term).repeat(' ', column - 2 - row.term.length());
      wrapped(row.says, column);
    }
  }

  /** Words until the line is full; the next line begins under the first. */
  private void wrapped(String says, int column) {
    int used = column;
    for (var word : says.split(" ", -1)) {
      if (used > column && used + 1 + word.length() > WIDTH) {
        text.append('\n').repeat(' ', column);
        used = column;
      } else if (used > column) {
        text.append(' ');
        used++;
      }
      text.append(word);
      used += word.length();
    }
    text.append('\n');
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
