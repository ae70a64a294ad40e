package dev.catamaran.plan.placement;

import java.util.BitSet;
import java.util.stream.Collectors;

/** The names of nodes in a sentence: a few of them, and how many more there are. */
final class Names {
  private static final int SHOWN = 8;

  private Names() {}

  static String of(Roster roster, BitSet nodes) {
    int more = nodes.cardinality() - SHOWN;
    var shown =
        nodes.stream()
            .limit(SHOWN)
            .mapToObj(i -> roster.node(i).name().text())
            .collect(Collectors.joining(", "));
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
