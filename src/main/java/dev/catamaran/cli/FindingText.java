package dev.catamaran.cli;

import dev.catamaran.cli.Console.Colour;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Severity;
import java.io.PrintStream;
import java.util.List;

/** Findings as lines: what is wrong and where, then what stands in the way, then what to do. */
final class FindingText {
  private final Console console;

  FindingText(Console console) {
    this.console = console;
  }

  void print(List<Finding> findings, PrintStream to) {
    findings.forEach(f -> print(f, to));
    to.flush();
  }

  private void print(Finding finding, PrintStream to) {
    var place = finding.where().map(w -> w + "  ").orElse("");
    to.println(
        place
            + console.paint(colour(finding.severity()), finding.severity().word())
            + " "
            + finding.code()
            + "  "
            + finding.message());
    finding.reasons().forEach(r -> to.println("    " + r));
    finding.source().ifPresent(s -> to.println(console.paint(Colour.DIM, "    source: " + s)));
    finding.ways().forEach(w -> to.println("    try: " + w));
  }

  private static Colour colour(Severity severity) {
    return switch (severity) {
      case ERROR -> Colour.RED;
      case WARNING -> Colour.YELLOW;
      case INFO -> Colour.CYAN;
    };
  }
}
