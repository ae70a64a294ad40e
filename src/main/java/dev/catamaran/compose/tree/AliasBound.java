package dev.catamaran.compose.tree;

/**
 * How much of a document may be said through aliases, by the rule of Go's yaml.v3: nearly all of a
 * small one, a tenth of a huge one.
 */
final class AliasBound {
  private static final long FREE_ALIASES = 100;
  private static final long FREE_NODES = 1_000;
  private static final double SMALL = 400_000;
  private static final double HUGE = 4_000_000;
  private static final double SMALL_SHARE = 0.99;
  private static final double HUGE_SHARE = 0.10;

  private long written;
  private long throughAliases;

  /** One more node stands in the text. */
  void met() {
    written++;
  }

  /** Whether an alias that stands for so many nodes is one too many. */
  boolean exceededBy(long visits) {
    throughAliases += visits;
    long all = written + throughAliases;
    return throughAliases > FREE_ALIASES
        && all > FREE_NODES
        && (double) throughAliases > share((double) all) * (double) all;
  }

  long throughAliases() {
    return throughAliases;
  }

  private static double share(double nodes) {
    if (nodes <= SMALL) {
      return SMALL_SHARE;
    }
    double part = (nodes - SMALL) / (HUGE - SMALL);
    return nodes >= HUGE ? HUGE_SHARE : SMALL_SHARE - part * (SMALL_SHARE - HUGE_SHARE);
  }
}
