package dev.catamaran.compose.text;

import dev.catamaran.model.Decimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations, amounts of memory and of CPU, as Compose writes them. */
public final class Quantities {
  private static final Pattern DURATION =
      Pattern.compile(
          "(?:(?:\\d{1,18}(?:\\.\\d{0,18})?|\\.\\d{1,18})(?:ns|us|µs|μs|ms|s|m|h|d|w))+");
  private static final Pattern PART = Pattern.compile("([\\d.]+)([a-zµμ]+)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L,
          "w", 604_800_000_000_000L);
  private static final Pattern BYTES =
      Pattern.compile(
          "(\\d{1,18}(?:\\.\\d{0,18})?|\\.\\d{1,18}) ?(?:([kKmMgGtTpP])(?:[iI]?[bB])?|[bB])?");
  private static final String POWERS_OF_1024 = "kmgtp";
  private static final Pattern CPUS = Pattern.compile("\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9}");
  private static final Decimal ZERO = new Decimal(BigInteger.ZERO, 0);

  private Quantities() {}

  /** {@code 1m30s}; a number without a unit is none, nor is a negative one. */
  public static Optional<Duration> duration(String text) {
    if (!DURATION.matcher(text).matches()) {
      return Optional.empty();
    }
    var nanos =
        PART.matcher(text)
            .results()
            .map(p -> number(p.group(1)).times(unit(p.group(2))))
            .reduce(ZERO, Decimal::plus);
    return whole(nanos).map(Duration::ofNanos);
  }

  private static long unit(String name) {
    return Objects.requireNonNull(NANOS.get(name), name);
  }

  /** {@code 512M}, {@code 1.5g}, {@code 64 MiB}, {@code 1024}: always in powers of 1024. */
  public static Optional<Long> bytes(String text) {
    var matcher = BYTES.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var letter = Optional.ofNullable(matcher.group(2)).orElse("").toLowerCase(Locale.ROOT);
    int power = letter.isEmpty() ? 0 : POWERS_OF_1024.indexOf(letter) + 1;
    return whole(number(matcher.group(1)).times(1L << (10 * power)));
  }

  /** {@code 0.5} is 500,000,000 billionths. */
  public static Optional<Long> nanoCpus(String text) {
    return CPUS.matcher(text).matches() ? whole(number(text).shifted(9)) : Optional.empty();
  }

  private static Decimal number(String text) {
    return Decimal.parse(text).orElseThrow();
  }

  private static Optional<Long> whole(Decimal number) {
    var rounded = number.whole();
    return rounded.bitLength() < Long.SIZE ? Optional.of(rounded.longValue()) : Optional.empty();
  }
}
