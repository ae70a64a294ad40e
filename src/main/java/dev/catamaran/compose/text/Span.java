package dev.catamaran.compose.text;

import java.util.OptionalLong;

/** Durations as Docker Compose reads and prints them: {@code 1m30s}, with days and weeks. */
public final class Span {
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private final String text;
  private int at;
  private long nanos;

  private Span(String text) {
    this.text = text;
  }

  /** The nanoseconds, below zero behind a minus; empty where the text is no duration. */
  public static OptionalLong nanos(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    var rest = signed ? text.substring(1) : text;
    if (rest.equals("0")) {
      return OptionalLong.of(0);
    }
    var span = new Span(rest);
    if (rest.isEmpty() || !span.parts()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(text.startsWith("-") ? -span.nanos : span.nanos);
  }

  private boolean parts() {
    while (at < text.length()) {
      if (!part()) {
        return false;
      }
    }
    return true;
  }

  private boolean part() {
    var whole = digits();
    boolean pointed = at < text.length() && text.charAt(at) == '.';
    at += pointed ? 1 : 0;
    var fraction = pointed ? digits() : "";
    int start = at;
    while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
      at++;
    }
    long unit = unit(text.substring(start, at));
    return unit > 0 && !(whole + fraction).isEmpty() && add(whole, fraction, unit);
  }

  private boolean add(String whole, String fraction, long unit) {
    try {
      long full = whole.isEmpty() ? 0 : Math.multiplyExact(Long.parseLong(whole), unit);
      double part = fraction.isEmpty() ? 0 : Double.parseDouble("0." + fraction) * unit;
      nanos = Math.addExact(nanos, Math.addExact(full, (long) part));
      return true;
    } catch (ArithmeticException | NumberFormatException _) {
      return false;
    }
  }

  private String digits() {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** 0 where there is no such unit. */
  private static long unit(String name) {
    return switch (name) {
      case "ns" -> 1;
      case "us", "\u00b5s", "\u03bcs" -> 1_000;
      case "ms" -> MILLI;
      case "s" -> SECOND;
      case "m" -> MINUTE;
      case "h" -> HOUR;
      case "d" -> 24 * HOUR;
      case "w" -> 7 * 24 * HOUR;
      default -> 0;
    };
  }

  /** {@code 1h0m0s}, {@code 1.5s}, {@code 100µs}: from seconds on every smaller unit is shown. */
  public static String text(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    var sign = nanos < 0 ? "-" : "";
    long size = Math.abs(nanos);
    if (size < 1_000) {
      return sign + size + "ns";
    }
    if (size < MILLI) {
      return sign + decimal(size, 1_000) + "\u00b5s";
    }
    if (size < SECOND) {
      return sign + decimal(size, MILLI) + "ms";
    }
    var seconds = decimal(size % MINUTE, SECOND) + "s";
    var minutes = size < MINUTE ? "" : size / MINUTE % 60 + "m";
    return sign + (size < HOUR ? "" : size / HOUR + "h") + minutes + seconds;
  }

  private static String decimal(long nanos, long unit) {
    long rest = nanos % unit;
    if (rest == 0) {
      return Long.toString(nanos / unit);
    }
    var digits = Long.toString(unit + rest).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return nanos / unit + "." + digits.substring(0, end);
  }
}
