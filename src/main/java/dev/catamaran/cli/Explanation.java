package dev.catamaran.cli;

import static dev.catamaran.cli.FindingJson.textOrNull;

import dev.catamaran.cli.Console.Colour;
import dev.catamaran.finding.Finding;
import dev.catamaran.json.Json;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything there is to say about one service or node, for people and as {@code catamaran/v1}.
 *
 * @param kind service or node
 * @param title the name and what it is
 */
record Explanation(
    String kind, String name, String title, List<Line> lines, List<Finding> findings) {
  private static final int LABEL_WIDTH = 13;

  /**
   * One thing that was decided or is known.
   *
   * @param about what it is about: {@code found by}
   * @param value what was decided
   * @param reasons why, and what else belongs to it
   * @param source who says so
   */
  record Line(
      String about,
      String value,
      List<String> reasons,
      Optional<Where> where,
      Optional<String> source) {
    Line {
      reasons = List.copyOf(reasons);
    }

    static Line of(String about, String value, String... reasons) {
      return new Line(about, value, List.of(reasons), Optional.empty(), Optional.empty());
    }

    Line because(List<String> others) {
      return new Line(about, value, others, where, source);
    }

    Line at(Optional<Where> place) {
      return new Line(about, value, reasons, place, source);
    }

    Line says(String who) {
      return new Line(about, value, reasons, where, Optional.of(who));
    }
  }

  Explanation {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }

  void print(Console console) {
    console.out().println(console.paint(Colour.BOLD, kind + " " + name) + "  " + title);
    for (var line : lines) {
      var place = line.where().map(w -> "  (" + w + ")").orElse("");
      console
          .out()
          .println(
              "  "
                  + line.about()
                  + " ".repeat(Math.max(1, LABEL_WIDTH - line.about().length()))
                  + line.value()
                  + place);
      var more = new ArrayList<>(line.reasons());
      line.source().ifPresent(s -> more.add("source: " + s));
      more.forEach(r -> console.out().println(console.paint(Colour.DIM, " ".repeat(17) + r)));
    }
    if (!findings.isEmpty()) {
      console.out().println("  findings");
      new FindingText(console).print(findings, console.out());
    }
    console.out().flush();
  }

  Json.Obj json() {
    return FindingJson.versioned()
        .with("kind", kind)
        .with("name", name)
        .with("title", title)
        .with("lines", Json.array(lines.stream().map(Explanation::json).toList()))
        .with("findings", FindingJson.array(findings));
  }

  private static Json.Obj json(Line line) {
    return Json.object()
        .with("about", line.about())
        .with("value", line.value())
        .with("reasons", Json.Arr.ofTexts(line.reasons()))
        .with("where", FindingJson.where(line.where()))
        .with("source", textOrNull(line.source()));
  }
}
