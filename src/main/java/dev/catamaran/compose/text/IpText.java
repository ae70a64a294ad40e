package dev.catamaran.compose.text;

import java.util.regex.Pattern;

/** Addresses of IP version 4 and 6, as text. */
public final class IpText {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int GROUPS = 8;
  private static final int BYTES = 4;
  private static final int LARGEST_BYTE = 255;

  private IpText() {}

  /** Without brackets and without a zone. */
  public static boolean isAddress(String text) {
    return text.indexOf(':') >= 0 ? isSix(text) : isFour(text);
  }

  private static boolean isFour(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != BYTES) {
      return false;
    }
    for (var part : parts) {
      if (!NUMBER.matcher(part).matches() || Integer.parseInt(part) > LARGEST_BYTE) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSix(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == GROUPS;
    }
    var after = text.substring(gap + 2);
    int left = gap == 0 ? 0 : groups(text.substring(0, gap));
    int right = after.isEmpty() ? 0 : groups(after);
    return left >= 0 && right >= 0 && left + right < GROUPS;
  }

  /** How many groups of 16 bits there are; -1 where one is none. */
  private static int groups(String text) {
    var parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean four = i == parts.length - 1 && isFour(parts[i]);
      if (!four && !GROUP.matcher(parts[i]).matches()) {
        return -1;
      }
      count += four ? 2 : 1;
    }
    return count;
  }
}
