package dev.catamaran.compose.phase;

import dev.catamaran.finding.Severity;
import java.util.List;

/**
 * One line of the table of keys.
 *
 * @param path names with points between them; {@code *} is any name, {@code []} each list item
 */
record KeyRow(String path, MergeRule merge, Treatment treatment) {

  /** What becomes of a key. */
  sealed interface Treatment {
    /** It reaches the project. */
    record Handled() implements Treatment {}

    /** A Swarm service has no such thing. */
    record NotApplied(Severity severity, String why, List<String> instead) implements Treatment {}

    /** A Swarm service has it, and we do not carry it yet. */
    record NotSupported(Severity severity, String why, List<String> instead) implements Treatment {}
  }

  private static final Treatment HANDLED = new Treatment.Handled();

  static KeyRow handled(String path) {
    return handled(path, MergeRule.AUTO);
  }

  static KeyRow handled(String path, MergeRule merge) {
    return new KeyRow(path, merge, HANDLED);
  }

  /** Harmless to leave out; said once per place so that nobody wonders. */
  static KeyRow noted(String path, String why, String... instead) {
    return new KeyRow(
        path, MergeRule.AUTO, new Treatment.NotApplied(Severity.INFO, why, List.of(instead)));
  }

  /** Swarm ignores it, and the author may count on it. */
  static KeyRow ignored(String path, String why, String... instead) {
    return new KeyRow(
        path, MergeRule.AUTO, new Treatment.NotApplied(Severity.WARNING, why, List.of(instead)));
  }

  /** Not carried yet, and the application does the same without it. */
  static KeyRow dropped(String path, String why, String... instead) {
    return new KeyRow(
        path, MergeRule.AUTO, new Treatment.NotSupported(Severity.WARNING, why, List.of(instead)));
  }

  /** Not carried yet, and dropping it would change what runs. */
  static KeyRow refused(String path, String why, String... instead) {
    return new KeyRow(
        path, MergeRule.AUTO, new Treatment.NotSupported(Severity.ERROR, why, List.of(instead)));
  }
}
