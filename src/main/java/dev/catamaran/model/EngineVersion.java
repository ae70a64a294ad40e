package dev.catamaran.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Docker Engine version. CE, EE ({@code 17.03.2-ee-5}), Debian ({@code 20.10.24+dfsg1}) and
 * Mirantis numbers share the year.month base, so the leading numbers are what is compared.
 *
 * @param text as the engine said it
 */
public record EngineVersion(String text) implements Comparable<EngineVersion> {
  private static final Pattern NUMBERS = Pattern.compile("v?(\\d{1,5}(?:\\.\\d{1,5}){0,3}).*");

  public EngineVersion {
    if (!NUMBERS.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no engine version");
    }
  }

  /** Empty where the text does not begin with a version number, such as {@code dev}. */
  public static Optional<EngineVersion> parse(String text) {
    var stripped = text.strip();
    return NUMBERS.matcher(stripped).matches()
        ? Optional.of(new EngineVersion(stripped))
        : Optional.empty();
  }

  public boolean atLeast(EngineVersion other) {
    return compareTo(other) >= 0;
  }

  /** Compares the numbers only: 17.03 equals 17.3.0 and 17.03.0-ee-1. */
  @Override
  public int compareTo(EngineVersion other) {
    var mine = numbers();
    var theirs = other.numbers();
    for (int i = 0; i < Math.max(mine.length, theirs.length); i++) {
      int order = Integer.compare(i < mine.length ? mine[i] : 0, i < theirs.length ? theirs[i] : 0);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int[] numbers() {
    var matcher = NUMBERS.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException(text);
    }
    return Arrays.stream(matcher.group(1).split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }

  @Override
  public String toString() {
    return text;
  }
}
