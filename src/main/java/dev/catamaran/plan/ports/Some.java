package dev.catamaran.plan.ports;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A few names of many: {@code n1, n2, n3 and 4 more}. */
final class Some {
  private static final int SHOWN = 3;

  private Some() {}

  static String of(Collection<?> things) {
    var all = List.copyOf(things);
    var shown = all.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
    return all.size() <= SHOWN ? shown : shown + " and " + (all.size() - SHOWN) + " more";
  }
}
