package dev.catamaran.compose.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private Quantities() {}

  /** {@code 1m30s}; a number without a unit is none, nor is a negative one. */
  public static Optional<Duration> duration(String text) {
    if (!DURATION.matcher(text).matches()) {
      return Optional.empty();
    }
    var nanos =
        PART.matcher(text)
            .results()
            .map(p -> new BigDecimal(p.group(1)).multiply(BigDecimal.valueOf(unit(p.group(2)))))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
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
    return whole(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(1024).pow(power)));
  }

  /** {@code 0.5} is 500,000,000 billionths. */
  public static Optional<Long> nanoCpus(String text) {
    return CPUS.matcher(text).matches()
        ? whole(new BigDecimal(text).movePointRight(9))
        : Optional.empty();
  }

  private static Optional<Long> whole(BigDecimal number) {
    var rounded = number.setScale(0, RoundingMode.DOWN);
    return rounded.compareTo(LONGEST) <= 0
        ? Optional.of(rounded.longValueExact())
        : Optional.empty();
  }
}
