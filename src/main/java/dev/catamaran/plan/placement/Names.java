package dev.catamaran.plan.placement;

import dev.catamaran.finding.Some;
import java.util.BitSet;

/** The names of nodes in a sentence: a few of them, and how many more there are. */
final class Names {
  private static final int SHOWN = 8;

  private Names() {}

  static String of(Roster roster, BitSet nodes) {
    return Some.of(nodes.stream().mapToObj(i -> roster.node(i).name()).toList(), SHOWN);
  }
}
