package dev.catamaran.spec;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Rights of the kernel's that a container gets or loses against the engine's usual ones.
 *
 * @param added such as {@code CAP_NET_ADMIN}, or {@code ALL} alone
 * @param dropped likewise
 */
public record Capabilities(List<String> added, List<String> dropped) {
  /** Nothing written. */
  public static final Capabilities NONE = new Capabilities(List.of(), List.of());

  private static final String ALL = "ALL";

  /** docker's word for forgetting earlier ones in an update, which means nothing in a file. */
  private static final String RESET = "RESET";

  public Capabilities {
    added = List.copyOf(added);
    dropped = List.copyOf(dropped);
  }

  /**
   * As docker understands two lists as people write them: case and the prefix CAP_ do not matter,
   * ALL outdoes its list, and what is added is not dropped.
   */
  public static Capabilities effective(Collection<String> add, Collection<String> drop) {
    var added = named(add);
    var dropped = named(drop);
    dropped.removeAll(added);
    added.remove(RESET);
    dropped.remove(RESET);
    return new Capabilities(List.copyOf(added), List.copyOf(dropped));
  }

  private static SortedSet<String> named(Collection<String> words) {
    var names = new TreeSet<String>();
    for (var word : words) {
      var name = word.strip().toUpperCase(Locale.ROOT);
      boolean whole = name.equals(ALL) || name.equals(RESET) || name.startsWith("CAP_");
      names.add(whole ? name : "CAP_" + name);
    }
    return names.contains(ALL) ? new TreeSet<>(List.of(ALL)) : names;
  }
}
