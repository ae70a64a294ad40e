package dev.catamaran.cli;

import dev.catamaran.cli.Console.Colour;
import dev.catamaran.finding.Finding;
import dev.catamaran.plan.whatif.Course;
import dev.catamaran.plan.whatif.Shift;
import dev.catamaran.plan.whatif.Shift.Trend;
import dev.catamaran.plan.whatif.Supposition;
import dev.catamaran.plan.whatif.WhatIf;
import java.util.List;

/**
 * What would be otherwise, for people: what breaks, what gets simpler, what else, in what order.
 */
final class WhatIfText {
  private final Console console;

  WhatIfText(Console console) {
    this.console = console;
  }

  void print(List<Supposition> suppositions, WhatIf whatIf) {
    heading("Suppose");
    suppositions.forEach(s -> line(s.text()));
    findings("What breaks", whatIf.breaks());
    findings("What is mended", whatIf.mends());
    shifts("What gets simpler", whatIf, Trend.SIMPLER);
    shifts("What gets harder", whatIf, Trend.HARDER);
    shifts("What else changes", whatIf, Trend.NEITHER);
    if (whatIf.breaks().isEmpty() && whatIf.mends().isEmpty() && whatIf.shifts().isEmpty()) {
      console.out().println("Nothing would change for this project.");
    }
    course(whatIf.course());
    console.out().flush();
  }

  private void heading(String text) {
    console.out().println(console.paint(Colour.BOLD, text));
  }

  private void line(String text) {
    console.out().println("  " + text);
  }

  private void because(String text) {
    console.out().println(console.paint(Colour.DIM, "      " + text));
  }

  private void findings(String title, List<Finding> findings) {
    if (!findings.isEmpty()) {
      heading(title);
      new FindingText(console).print(findings, console.out());
    }
  }

  private void shifts(String title, WhatIf whatIf, Trend trend) {
    var shifts = whatIf.shifts().stream().filter(s -> s.trend() == trend).toList();
    if (!shifts.isEmpty()) {
      heading(title);
      shifts.forEach(this::print);
    }
  }

  private void print(Shift shift) {
    var change =
        shift.before().isEmpty()
            ? "+ " + shift.after().orElse("")
            : shift.after().map(a -> shift.before().get() + " -> " + a).orElse("no more");
    line(shift.service() + "  " + shift.subject() + ": " + change);
    because(shift.reason());
  }

  private void course(Course course) {
    heading(
        course.smooth()
            ? "In which order: nothing of the project is down on the way"
            : "In which order");
    int number = 0;
    for (var step : course.steps()) {
      number++;
      line(number + ". " + step.what());
      step.why().forEach(this::because);
      step.down()
          .forEach(s ->
              console
                  .out()
                  .println(
                      console.paint(
                          Colour.YELLOW, "      down meanwhile: " + s + " has no other node")));
      step.refusals()
          .forEach(f ->
              console
                  .out()
                  .println(
                      console.paint(
                          Colour.RED,
                          "      refused from then on: " + f.code() + "  " + f.message())));
    }
  }
}
