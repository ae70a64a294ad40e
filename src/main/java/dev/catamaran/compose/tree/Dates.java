package dev.catamaran.compose.tree;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain scalars that Go's yaml.v3 takes for a point in time. */
final class Dates {
  private static final int YEAR_DIGITS = 4;
  private static final int SHORTEST = 8;
  private static final int NANO_DIGITS = 9;
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{4})-(\\d\\d?)-(\\d\\d?)"
              + "(?:([Tt ])(\\d\\d?):(\\d\\d?):(\\d\\d?)(?:[.,](\\d+))?(Z|[+-]\\d\\d:\\d\\d)?)?");

  private Dates() {}

  /** Cheap for nearly every text. */
  static boolean is(String plain) {
    return plain.length() >= SHORTEST
        && plain.charAt(YEAR_DIGITS) == '-'
        && Character.isDigit(plain.charAt(0))
        && read(plain).isPresent();
  }

  private static Optional<OffsetDateTime> read(String plain) {
    var m = SHAPE.matcher(plain);
    if (!m.matches()) {
      return Optional.empty();
    }
    // With a T there must be a zone, with a blank there must be none.
    boolean zoned = m.group(9) != null;
    boolean fits = m.group(4) == null || m.group(4).equals(" ") != zoned;
    try {
      return fits ? Optional.of(made(m)) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static OffsetDateTime made(Matcher m) {
    var time =
        LocalDateTime.of(
            number(m, 1), number(m, 2), number(m, 3), number(m, 5), number(m, 6), number(m, 7));
    var zone =
        m.group(9) == null || m.group(9).equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(m.group(9));
    return time.withNano(nanos(m.group(8))).atOffset(zone);
  }

  private static int number(Matcher m, int group) {
    return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
  }

  private static int nanos(@org.jspecify.annotations.Nullable String fraction) {
    return fraction == null
        ? 0
        : Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
  }

  /** As Go prints it into a text: {@code 2020-01-01 00:00:00 +0000 UTC}. */
  static String words(String plain) {
    return read(plain).map(d -> printed(d, "uuuu-MM-dd HH:mm:ss", " xx ")).orElse(plain)
        + read(plain).map(Dates::zoneName).orElse("");
  }

  private static String zoneName(OffsetDateTime date) {
    return date.getOffset().getTotalSeconds() == 0
        ? "UTC"
        : DateTimeFormatter.ofPattern("xx", Locale.ROOT).format(date);
  }

  /** As Go writes it into YAML and JSON: {@code 2020-01-01T00:00:00Z}. */
  static String written(String plain) {
    return read(plain).map(d -> printed(d, "uuuu-MM-dd'T'HH:mm:ss", "XXX")).orElse(plain);
  }

  private static String printed(OffsetDateTime date, String before, String behind) {
    var fraction =
        date.getNano() == 0 ? "" : ("." + "%09d".formatted(date.getNano())).replaceAll("0+$", "");
    return DateTimeFormatter.ofPattern(before, Locale.ROOT).format(date)
        + fraction
        + DateTimeFormatter.ofPattern(behind, Locale.ROOT).format(date);
  }
}
