package dev.catamaran.compose.text;

import dev.catamaran.model.Decimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount of memory as {@code docker stack} reads it: all units are powers of 1024. */
public final class ClassicSize {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?");
  private static final String UNITS = "kmgtp";

  private ClassicSize() {}

  /** The bytes; empty where the text is no amount. */
  public static Optional<Long> bytes(String text) {
    int last = text.length() - 1;
    while (last >= 0 && "0123456789. ".indexOf(text.charAt(last)) < 0) {
      last--;
    }
    if (last < 0) {
      return Optional.empty();
    }
    var number = text.substring(0, text.charAt(last) == ' ' ? last : last + 1);
    var factor = factor(text.substring(last + 1).toLowerCase(Locale.ROOT));
    if (factor == 0 || !NUMBER.matcher(number).matches()) {
      return Optional.empty();
    }
    return Decimal.parse(number)
        .map(n -> n.times(factor))
        .filter(n -> n.digits().signum() >= 0)
        .map(Decimal::whole)
        .filter(n -> n.bitLength() < Long.SIZE)
        .map(BigInteger::longValue);
  }

  /** 0 where it is no unit. */
  private static long factor(String unit) {
    if (unit.isEmpty() || unit.equals("b")) {
      return 1;
    }
    int power = UNITS.indexOf(unit.charAt(0)) + 1;
    var rest = unit.substring(1);
    boolean known = power > 0 && (rest.isEmpty() || rest.equals("b") || rest.equals("ib"));
    return known ? 1L << (10 * power) : 0;
  }
}
