package dev.catamaran.plan.discovery;

import java.util.LinkedHashSet;
import java.util.Set;

/** The words of a text that could be names of hosts. */
final class HostWords {
  private static final String TASKS = "tasks.";

  private HostWords() {}

  /** Of {@code http://tasks.web:80/v1} these are http, web, 80 and v1. */
  static Set<String> in(String text) {
    var words = new LinkedHashSet<String>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && belongs(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(plain(text.substring(start, i)));
        start = -1;
      }
    }
    return words;
  }

  private static boolean belongs(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  /** A name may end with a dot, and {@code tasks.} before one asks for all addresses. */
  private static String plain(String word) {
    int end = word.length();
    while (end > 0 && word.charAt(end - 1) == '.') {
      end--;
    }
    var name = word.substring(0, end);
    return name.startsWith(TASKS) ? name.substring(TASKS.length()) : name;
  }
}
