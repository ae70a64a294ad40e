package dev.catamaran.compose.text;

import dev.catamaran.model.Decimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A duration as Go reads and prints it: {@code 90s} is {@code 1m30s}. There are no days, and it may
 * be negative.
 */
public record GoDuration(long nanos) {
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)([a-zµμ]+)");
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final BigInteger HIGHEST = BigInteger.valueOf(Long.MAX_VALUE);

  /** Empty where the text is no duration. */
  public static Optional<GoDuration> parse(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    var body = signed ? text.substring(1) : text;
    if (body.equals("0")) {
      return Optional.of(new GoDuration(0));
    }
    var part = PART.matcher(body);
    var sum = BigInteger.ZERO;
    int at = 0;
    while (at < body.length()) {
      if (!part.find() || part.start() != at || unit(part.group(2)) == 0) {
        return Optional.empty();
      }
      var amount = Decimal.parse(part.group(1)).orElseThrow();
      sum = sum.add(amount.times(unit(part.group(2))).whole());
      at = part.end();
    }
    return body.isEmpty() || sum.compareTo(HIGHEST) > 0
        ? Optional.empty()
        : Optional.of(new GoDuration(text.startsWith("-") ? -sum.longValue() : sum.longValue()));
  }

  private static long unit(String name) {
    return switch (name) {
      case "ns" -> 1;
      case "us", "µs", "μs" -> MICRO;
      case "ms" -> MILLI;
      case "s" -> SECOND;
      case "m" -> MINUTE;
      case "h" -> HOUR;
      default -> 0;
    };
  }

  /** As Go prints it: {@code 0s}, {@code 1.5ms}, {@code 1h0m5s}. */
  @Override
  public String toString() {
    if (nanos < 0) {
      return "-" + new GoDuration(-nanos);
    }
    if (nanos == 0) {
      return "0s";
    }
    if (nanos < SECOND) {
      return nanos < MICRO
          ? nanos + "ns"
          : nanos < MILLI ? decimal(nanos, 3) + "µs" : decimal(nanos, 6) + "ms";
    }
    var hours = nanos >= HOUR ? nanos / HOUR + "h" : "";
    var minutes = nanos >= MINUTE ? nanos % HOUR / MINUTE + "m" : "";
    return hours + minutes + decimal(nanos % MINUTE, 9) + "s";
  }

  private static String decimal(long nanos, int places) {
    return new Decimal(BigInteger.valueOf(nanos), places).stripped().plain();
  }
}
