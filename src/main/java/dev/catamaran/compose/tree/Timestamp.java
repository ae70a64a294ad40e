package dev.catamaran.compose.tree;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plain scalar that yaml.v3 takes for a point in time. */
final class Timestamp {
  private static final int YEAR_DIGITS = 4;

  /** Compiled when the first such scalar is met; most files have none. */
  private static final class Form {
    static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[Tt ](.*))?");
    static final Pattern TIME =
        Pattern.compile(
            "(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,}))?(Z|[+-]\\d{2}:\\d{2})?");

    private Form() {}
  }

  private static final int DIGITS_OF_NANOS = 9;

  private final LocalDate date;
  private final LocalTime time;
  private final ZoneOffset offset;

  private Timestamp(LocalDate date, LocalTime time, ZoneOffset offset) {
    this.date = date;
    this.time = time;
    this.offset = offset;
  }

  static Optional<Timestamp> parse(String text) {
    if (text.length() <= YEAR_DIGITS || text.charAt(YEAR_DIGITS) != '-') {
      return Optional.empty();
    }
    var parts = Form.DATE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      var date =
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)));
      return parts.group(4) == null
          ? Optional.of(new Timestamp(date, LocalTime.MIDNIGHT, ZoneOffset.UTC))
          : withTime(text, date, parts.group(4));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Behind a T the zone must be there, behind a blank it must not. */
  private static Optional<Timestamp> withTime(String text, LocalDate date, String rest) {
    var parts = Form.TIME.matcher(rest);
    boolean blank = text.charAt(text.length() - rest.length() - 1) == ' ';
    if (!parts.matches() || blank != (parts.group(5) == null)) {
      return Optional.empty();
    }
    return Optional.of(new Timestamp(date, time(parts), blank ? ZoneOffset.UTC : zone(parts)));
  }

  private static LocalTime time(Matcher parts) {
    var fraction = Optional.ofNullable(parts.group(4)).orElse("");
    var nanos = (fraction + "0".repeat(DIGITS_OF_NANOS)).substring(0, DIGITS_OF_NANOS);
    return LocalTime.of(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        Integer.parseInt(nanos));
  }

  private static ZoneOffset zone(Matcher parts) {
    return ZoneOffset.of(parts.group(5));
  }

  /** As Go prints a time: {@code 2020-01-01 00:00:00 +0000 UTC}. */
  String words() {
    boolean utc = offset.equals(ZoneOffset.UTC);
    var shift = utc ? "+0000" : offset.getId().replace(":", "");
    return date + " " + clock() + " " + shift + " " + (utc ? "UTC" : shift);
  }

  /** As YAML writes it: {@code 2020-01-01T00:00:00Z}. */
  String canonical() {
    return date + "T" + clock() + offset.getId();
  }

  private String clock() {
    var seconds =
        String.format(
            Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    var nanos = String.format(Locale.ROOT, "%09d", time.getNano()).replaceFirst("0+$", "");
    return nanos.isEmpty() ? seconds : seconds + "." + nanos;
  }
}
