package dev.catamaran.compose.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a walk over a file stands: the keys from the top, {@code []} for a list's items. */
record Path(List<String> steps) {
  static final Path ROOT = new Path(List.of());
  private static final String ITEM = "[]";

  Path key(String name) {
    var more = new ArrayList<>(steps);
    more.add(name);
    return new Path(List.copyOf(more));
  }

  Path item() {
    return key(ITEM);
  }

  /** The service the walk is in. */
  Optional<String> service() {
    return steps.size() > 1 && steps.getFirst().equals("services")
        ? Optional.of(steps.get(1))
        : Optional.empty();
  }

  /** For messages: {@code deploy.replicas}, {@code an item of ports}, {@code the file}. */
  String name() {
    if (steps.isEmpty()) {
      return "the file";
    }
    boolean inService = service().isPresent() && steps.size() > 2;
    var shown = steps.subList(inService ? 2 : 0, steps.size());
    return shown.getLast().equals(ITEM)
        ? "an item of " + joined(shown.subList(0, shown.size() - 1))
        : joined(shown);
  }

  private static String joined(List<String> steps) {
    return String.join(".", steps).replace("." + ITEM, ITEM);
  }
}
