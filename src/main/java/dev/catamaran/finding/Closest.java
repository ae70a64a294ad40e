package dev.catamaran.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The "did you mean" of every message: which known word a mistyped one most resembles. */
public final class Closest {
  private Closest() {}

  /**
   * The nearest of the known words, if it is near at all: case, {@code -} and {@code _} count
   * nothing, and at most a third of the letters may differ.
   */
  public static Optional<String> to(String typed, Collection<String> known) {
    var plain = plain(typed);
    int allowed = Math.max(1, plain.length() / 3);
    return known.stream()
        .map(word -> new Candidate(word, distance(plain, plain(word))))
        .filter(c -> c.distance <= allowed && c.distance < c.word.length())
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  private record Candidate(String word, int distance) {}

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** Insertions, deletions, replacements and swaps of neighbours that make one word the other. */
  private static int distance(String from, String to) {
    var cells = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cells[i][j] = i == 0 || j == 0 ? i + j : cheapest(cells, from, to, i, j);
      }
    }
    return cells[from.length()][to.length()];
  }

  private static int cheapest(int[][] cells, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int best = cells[i - 1][j - 1] + (same ? 0 : 1);
    best = Math.min(best, Math.min(cells[i - 1][j], cells[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cells[i - 2][j - 2] + 1) : best;
  }
}
