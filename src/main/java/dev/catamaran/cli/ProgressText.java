package dev.catamaran.cli;

import dev.catamaran.cli.Console.Colour;
import dev.catamaran.cluster.ServiceState;
import dev.catamaran.orchestrator.Progress;
import dev.catamaran.plan.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Progress as plain lines: one for each change accepted and each time a service's count moves. */
final class ProgressText implements Progress {
  private final Console console;
  private final Map<String, String> said = new HashMap<>();

  ProgressText(Console console) {
    this.console = console;
  }

  @Override
  public void done(Change change) {
    var verb =
        switch (change.action()) {
          case CREATE -> "created";
          case UPDATE -> "updated";
          case REPLACE -> "replaced";
          case REMOVE -> "removed";
        };
    console.err().println(verb + " " + change.kind() + " " + change.name());
  }

  @Override
  public void states(List<ServiceState> states) {
    for (var state : states) {
      var name = state.service().spec().name();
      var line = line(state);
      if (!line.equals(said.put(name, line))) {
        console.err().println(name + "  " + line);
      }
    }
  }

  private String line(ServiceState state) {
    var count = state.running() + "/" + state.wanted() + word(state);
    if (state.converged()) {
      return console.paint(Colour.GREEN, count);
    }
    return count
        + state.waiting().map(w -> "; waiting: " + w).orElse("")
        + (state.waiting().isEmpty() && !state.failures().isEmpty()
            ? "; " + firstLine(state.failures().getFirst().status().error())
            : "");
  }

  private static String word(ServiceState state) {
    return state.service().spec().deployment().mode().job() ? " done" : " running";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** Why a service is not there: every task's own error, once. */
  static void causes(Console console, List<ServiceState> states) {
    for (var state : states) {
      console
          .err()
          .println(
              state.service().spec().name()
                  + "  "
                  + state.running()
                  + "/"
                  + state.wanted()
                  + word(state)
                  + state.service().updateState().map(u -> ", update " + u).orElse(""));
      state.waiting().ifPresent(w -> console.err().println("    " + w));
      state.failures().stream()
          .map(t -> t.status().error().isEmpty() ? t.status().message() : t.status().error())
          .distinct()
          .limit(5)
          .forEach(e -> console.err().println("    " + e));
    }
  }
}
