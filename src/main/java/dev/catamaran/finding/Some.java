package dev.catamaran.finding;

import java.util.Collection;

/** A few of many in a sentence: {@code n1, n2, n3 and 4 more}. */
public final class Some {
  private static final int FEW = 3;

  private Some() {}

  /** Names the first three. */
  public static String of(Collection<?> things) {
    return of(things, FEW);
  }

  /**
   * Names the first ones.
   *
   * @param most how many are named
   */
  public static String of(Collection<?> things, int most) {
    var named = things.stream().limit(most).map(Object::toString).toList();
    int more = things.size() - named.size();
    return String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
  }
}
