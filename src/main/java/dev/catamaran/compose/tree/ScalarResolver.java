package dev.catamaran.compose.tree;

import dev.catamaran.model.Decimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The meaning of plain scalars, by the rules of Go's yaml.v3. */
final class ScalarResolver {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern INTEGER =
      Pattern.compile(
          "([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]([0-7]+)|0([0-7]+)|(0|[1-9][0-9]*))");
  private static final int[] RADIX = {0, 0, 16, 2, 8, 8, 10};
  private static final BigInteger LOWEST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger HIGHEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final int LONGEST = 1000;

  /** A long holds them, whatever they are. */
  private static final int MOST_DIGITS = 18;

  private static final int LOWEST_FIXED = -4;
  private static final int HIGHEST_FIXED = 6;

  private ScalarResolver() {}

  /** Cheap for nearly every text. */
  static ScalarKind resolve(String plain) {
    if (!plain.isEmpty() && !isTold(plain.charAt(0))) {
      return ScalarKind.STRING;
    }
    if (NULLS.contains(plain)) {
      return ScalarKind.NULL;
    }
    if (BOOLEANS.contains(plain)) {
      return ScalarKind.BOOLEAN;
    }
    if (plain.length() > LONGEST || plain.charAt(0) > '9') {
      return ScalarKind.STRING;
    }
    if (plain.indexOf('.') >= 0 && NOT_FINITE.matcher(plain).matches()) {
      return ScalarKind.FLOAT;
    }
    if (Dates.is(plain)) {
      return ScalarKind.DATE;
    }
    var digits = digits(plain);
    if (isDecimal(digits) || integer(digits).isPresent()) {
      return ScalarKind.INTEGER;
    }
    return FLOAT.matcher(digits).matches() ? ScalarKind.FLOAT : ScalarKind.STRING;
  }

  /** Whether anything but a string begins so. */
  private static boolean isTold(char first) {
    return first <= '9'
        ? first >= '0' || first == '-' || first == '+' || first == '.'
        : "~nNtTfF".indexOf(first) >= 0;
  }

  /** Underscores separate digits, but a text that begins with a point never has them. */
  private static String digits(String plain) {
    return plain.startsWith(".") ? plain : plain.replace("_", "");
  }

  /** Digits that mean themselves, as nearly all whole numbers are written. */
  private static boolean isDecimal(String digits) {
    int length = digits.length();
    if (length == 0 || length > MOST_DIGITS || (length > 1 && digits.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static Optional<BigInteger> integer(String digits) {
    var matcher = INTEGER.matcher(digits);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    for (int group = 2; group < RADIX.length; group++) {
      if (matcher.group(group) != null) {
        var value = new BigInteger(matcher.group(1) + matcher.group(group), RADIX[group]);
        return value.compareTo(LOWEST) >= 0 && value.compareTo(HIGHEST) <= 0
            ? Optional.of(value)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  static Optional<Long> exactLong(String text) {
    return integer(digits(text)).filter(n -> n.bitLength() < Long.SIZE).map(BigInteger::longValue);
  }

  /** As Go prints the number: shortest digits, an exponent below 1e-4 and from 1e6 on. */
  static String canonical(String text) {
    var digits = digits(text);
    if (isDecimal(digits)) {
      return digits;
    }
    var whole = integer(digits);
    if (whole.isPresent()) {
      return whole.get().toString();
    }
    if (NOT_FINITE.matcher(text).matches()) {
      var lower = text.toLowerCase(Locale.ROOT);
      return lower.endsWith("nan") ? "NaN" : lower.startsWith("-") ? "-Inf" : "+Inf";
    }
    return print(Double.parseDouble(digits));
  }

  private static String print(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    var shortest = Decimal.parse(Double.toString(value)).orElseThrow().stripped();
    int exponent = shortest.exponent();
    if (exponent >= LOWEST_FIXED && exponent < HIGHEST_FIXED) {
      return shortest.plain();
    }
    var mantissa = shortest.shifted(-exponent).plain();
    return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
