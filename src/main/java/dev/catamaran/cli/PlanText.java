package dev.catamaran.cli;

import dev.catamaran.cli.Console.Colour;
import dev.catamaran.plan.Change;
import dev.catamaran.plan.Difference;
import dev.catamaran.plan.Plan;
import dev.catamaran.plan.ServicePlan;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.ports.PortGrant;
import java.io.PrintStream;
import java.util.List;

/**
 * A plan for people: each decision with its reason, then the changes, then one line that counts.
 */
final class PlanText {
  private final Console console;

  PlanText(Console console) {
    this.console = console;
  }

  void print(Plan plan, List<Change> changes, PrintStream to) {
    plan.services().forEach(s -> decisions(s, to));
    if (plan.refused()) {
      to.println("Plan: refused, nothing was changed; the findings say why.");
      to.flush();
    } else {
      print(changes, to);
    }
  }

  void print(List<Change> changes, PrintStream to) {
    changes.forEach(c -> change(c, to));
    if (!changes.isEmpty()) {
      to.println();
    }
    to.println(summary(changes));
    to.flush();
  }

  static String summary(List<Change> changes) {
    if (changes.isEmpty()) {
      return "Plan: nothing to do, the cluster holds what the file says.";
    }
    return "Plan: "
        + count(changes, Change.Action.CREATE)
        + " to add, "
        + count(changes, Change.Action.UPDATE)
        + " to change, "
        + count(changes, Change.Action.REMOVE)
        + " to remove.";
  }

  /** What is replaced goes and comes, so it counts twice, as terraform has it. */
  private static long count(List<Change> changes, Change.Action action) {
    return changes.stream()
        .map(Change::action)
        .filter(a -> a == action || (a == Change.Action.REPLACE && action != Change.Action.UPDATE))
        .count();
  }

  private void decisions(ServicePlan plan, PrintStream to) {
    var image = plan.service().image().map(i -> "  " + i.familiar()).orElse("");
    to.println(console.paint(Colour.BOLD, plan.service().name().text()) + image);
    var placement = plan.placement();
    placement.eligible().forEach(e -> line(to, "runs on", e.name() + "  as " + e.platform(), ""));
    placement
        .refused()
        .forEach(r -> line(to, "not on", r.name().text(), String.join("; ", r.reasons())));
    placement.shares().forEach(s -> line(to, "spread", share(s), ""));
    placement.isolation().ifPresent(i -> line(to, "isolation", i.word(), ""));
    placement.constraints().forEach(c -> line(to, "constraint", c.constraint(), c.reason()));
    line(to, "found by", plan.discovery().mode().word(), plan.discovery().reason());
    plan.ports().forEach(p -> line(to, "port", port(p), p.reason()));
    to.println();
  }

  /** {@code zone-a 2-3 tasks on 4 nodes}. */
  private static String share(Placement.Share share) {
    var values = share.values().stream().map(v -> v.isEmpty() ? "(no label)" : v).toList();
    var tasks =
        share.least() == share.most()
            ? Long.toString(share.most())
            : share.least() + "-" + share.most();
    return String.join(" / ", values) + "  " + tasks + " tasks on " + share.nodes() + " nodes";
  }

  static String port(PortGrant grant) {
    var published = grant.published().map(p -> p.toString()).orElse("(allotted)");
    var reach =
        switch (grant.reach()) {
          case ENGINE_MESH -> "every node, by the engine's mesh";
          case CATAMARAN_MESH -> "every node, by Catamaran's mesh";
          case TASK_NODES -> "the nodes of its tasks";
        };
    return published + " -> " + grant.target() + "/" + grant.protocol() + " on " + reach;
  }

  private void line(PrintStream to, String label, String what, String why) {
    to.println("  " + label + " ".repeat(Math.max(1, 12 - label.length())) + what);
    if (!why.isEmpty()) {
      to.println(console.paint(Colour.DIM, "              " + why));
    }
  }

  void change(Change change, PrintStream to) {
    var colour =
        switch (change.action()) {
          case CREATE -> Colour.GREEN;
          case UPDATE, REPLACE -> Colour.YELLOW;
          case REMOVE -> Colour.RED;
        };
    to.println(
        console.paint(colour, change.action().glyph() + " " + change.kind() + " " + change.name()));
    switch (change.action()) {
      case CREATE, REMOVE -> {}
      case UPDATE, REPLACE -> change.differences().forEach(d -> print(d, to));
    }
  }

  private void print(Difference difference, PrintStream to) {
    to.println("    " + difference(difference));
    var cause = difference.cause();
    var place = cause.where().map(w -> "  (" + w + ")").orElse("");
    to.println(console.paint(Colour.DIM, "        " + cause.reason() + place));
    cause.source().ifPresent(s -> to.println(console.paint(Colour.DIM, "        source: " + s)));
  }

  private static String difference(Difference difference) {
    var before = difference.before();
    var after = difference.after();
    if (before.isEmpty()) {
      return "+ " + difference.path() + ": " + after.orElse("");
    }
    if (after.isEmpty()) {
      return "- " + difference.path() + ": " + before.get();
    }
    return "~ " + difference.path() + ": " + before.get() + " -> " + after.get();
  }

  /** Where the published ports can be reached, one line each. */
  static List<String> published(Plan plan) {
    return plan.services().stream()
        .flatMap(s -> s.ports().stream().map(p -> s.service().name() + "  " + port(p)))
        .toList();
  }
}
