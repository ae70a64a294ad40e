package dev.catamaran.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a Docker Engine, or of Kubernetes, which counts the same way. CE, EE ({@code
 * 17.03.2-ee-5}), Debian ({@code 20.10.24+dfsg1}) and Mirantis numbers ({@code 25.0.9m1}) share the
 * leading numbers; then the vendor's own count decides, then a candidate is before its release.
 */
public final class EngineVersion implements Comparable<EngineVersion> {
  private static final Pattern FORM =
      Pattern.compile("v?(\\d{1,5}(?:\\.\\d{1,5}){0,3})((?!\\.?\\d).*)");

  /** EE and Mirantis publish several releases on the same three numbers, and count them. */
  private static final Pattern ISSUE = Pattern.compile("(?:^m|-ee-|-cs)(\\d{1,5})");

  private static final Pattern CANDIDATE =
      Pattern.compile("[-.~](dev|alpha|tp|beta|rc)[.-]?(\\d{1,5})?(?![a-z])");

  /** From the least ready to the readiest; a technical preview is Docker's word for an alpha. */
  private static final List<String> STAGES = List.of("dev", "alpha", "tp", "beta", "rc", "");

  private static final Comparator<EngineVersion> ORDER =
      Comparator.<EngineVersion, int[]>comparing(v -> v.numbers, Arrays::compare)
          .thenComparingInt(v -> v.issue)
          .thenComparingInt(v -> v.stage)
          .thenComparingInt(v -> v.candidate);

  private final String text;
  private final int[] numbers;
  private final int issue;
  private final int stage;
  private final int candidate;

  /**
   * Reads what an engine says of itself.
   *
   * @throws IllegalArgumentException where it does not begin with a version number
   */
  public EngineVersion(String text) {
    this(text, FORM.matcher(text));
  }

  private EngineVersion(String text, Matcher form) {
    if (!form.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no engine version");
    }
    // What follows a plus says how it was packed, not what is in it.
    var rest = form.group(2).split("\\+", 2)[0];
    var found = CANDIDATE.matcher(rest);
    boolean early = found.find();
    this.text = text;
    this.numbers = numbers(form.group(1));
    this.issue = issue(rest);
    this.stage = STAGES.indexOf(early ? found.group(1) : "");
    this.candidate = early && found.group(2) != null ? Integer.parseInt(found.group(2)) : 0;
  }

  /** Without zeros at the end, so that 17.03 equals 17.3.0. */
  private static int[] numbers(String text) {
    var numbers = new ArrayList<Integer>();
    for (var part : text.split("\\.", -1)) {
      numbers.add(Integer.parseInt(part));
    }
    while (numbers.size() > 1 && numbers.getLast() == 0) {
      numbers.removeLast();
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int issue(String rest) {
    var found = ISSUE.matcher(rest);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  /** Empty where the text does not begin with a version number, such as {@code dev}. */
  public static Optional<EngineVersion> parse(String text) {
    var stripped = text.strip();
    var form = FORM.matcher(stripped);
    return form.matches() ? Optional.of(new EngineVersion(stripped, form)) : Optional.empty();
  }

  /** As the engine said it. */
  public String text() {
    return text;
  }

  public boolean atLeast(EngineVersion other) {
    return compareTo(other) >= 0;
  }

  /** Not consistent with equals: 17.03 and 17.3.0-ce are the same version in two spellings. */
  @Override
  public int compareTo(EngineVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EngineVersion version && version.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
