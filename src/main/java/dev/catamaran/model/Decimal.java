package dev.catamaran.model;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A decimal number as people write it, exact: {@code digits} divided by ten as often as {@code
 * places} says.
 *
 * <p>Not {@code BigDecimal}: before its first use that computes powers of five with up to 45,000
 * digits, 14 ms of a start.
 *
 * @param digits all digits, with the sign
 * @param places how many of them stand behind the point; below 0, so many zeros are left out
 */
public record Decimal(BigInteger digits, int places) {
  /** With its sign; a longer one would ask for numbers that fill the memory. */
  private static final int LONGEST_EXPONENT = 5;

  /**
   * Reads {@code -1.50} and {@code 2e-3}; empty where the text is no number, or its exponent is out
   * of all reason.
   */
  public static Optional<Decimal> parse(String text) {
    var number = unsigned(text);
    var exponent = "0";
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    if (e >= 0) {
      exponent = number.substring(e + 1);
      number = number.substring(0, e);
    }
    int point = number.indexOf('.');
    var digits = point < 0 ? number : number.substring(0, point) + number.substring(point + 1);
    int places = point < 0 ? 0 : number.length() - point - 1;
    if (!areDigits(digits)
        || !areDigits(unsigned(exponent))
        || exponent.length() > LONGEST_EXPONENT) {
      return Optional.empty();
    }
    var all = new BigInteger(text.startsWith("-") ? "-" + digits : digits);
    return Optional.of(new Decimal(all, places - Integer.parseInt(exponent)));
  }

  private static String unsigned(String text) {
    return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
  }

  private static boolean areDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  public Decimal times(long factor) {
    return new Decimal(digits.multiply(BigInteger.valueOf(factor)), places);
  }

  public Decimal plus(Decimal other) {
    int most = Math.max(places, other.places);
    return new Decimal(inPlaces(most).add(other.inPlaces(most)), most);
  }

  /** Times ten to that power, which may be below 0. */
  public Decimal shifted(int power) {
    return new Decimal(digits, places - power);
  }

  /** Without the zeros at the end. */
  public Decimal stripped() {
    var all = digits.toString();
    int end = all.length();
    while (end > 1 && all.charAt(end - 1) == '0') {
      end--;
    }
    return digits.signum() == 0
        ? new Decimal(digits, 0)
        : new Decimal(new BigInteger(all.substring(0, end)), places - (all.length() - end));
  }

  /** What stands before the point. */
  public BigInteger whole() {
    return places <= 0 ? inPlaces(0) : digits.divide(BigInteger.TEN.pow(places));
  }

  /** The power of ten of the first digit: 2 for 314.15. */
  public int exponent() {
    return digits.abs().toString().length() - places - 1;
  }

  /** Without an exponent: {@code 0.0015}. */
  public String plain() {
    if (places <= 0) {
      return whole().toString();
    }
    var all = digits.abs().toString();
    var padded = "0".repeat(Math.max(0, places + 1 - all.length())) + all;
    int point = padded.length() - places;
    var sign = digits.signum() < 0 ? "-" : "";
    return sign + padded.substring(0, point) + "." + padded.substring(point);
  }

  private BigInteger inPlaces(int more) {
    return digits.multiply(BigInteger.TEN.pow(more - places));
  }
}
