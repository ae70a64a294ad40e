package dev.catamaran.compose.tree;

import java.util.regex.Pattern;

/** Texts that are strings to Docker, and something else to a reader of YAML 1.1. */
final class Lookalikes {
  private static final Pattern OLD =
      Pattern.compile(
          "(?i:y|yes|n|no|on|off)|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[-+]?[0-9][0-9_,.]*|=|<<");

  private Lookalikes() {}

  /** Cheap for nearly every text. */
  static boolean found(String text) {
    return !text.isEmpty()
        && "yYnNoO-+0123456789=<".indexOf(text.charAt(0)) >= 0
        && OLD.matcher(text).matches();
  }
}
