package dev.catamaran.compose.text;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The short form of ports as {@code docker stack} reads it: ranges are written out, one entry for
 * each pair.
 *
 * @param address what {@code docker stack} drops; empty where none stands there
 */
public record ClassicPorts(List<Pair> pairs, String address) {
  private static final int HIGHEST = 65535;
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.|$)){4}");

  /**
   * One port.
   *
   * @param published 0 where any will do
   */
  public record Pair(int published, int target, String protocol) {
    /** Docker sorts the targets as texts. */
    private String sortedBy() {
      return target + "/" + protocol;
    }
  }

  private record Range(int first, int last) {
    int length() {
      return last - first;
    }
  }

  public ClassicPorts {
    pairs = List.copyOf(pairs);
  }

  /**
   * Reads the short form.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  public static ClassicPorts parse(String text) {
    int last = text.lastIndexOf(':');
    var before = last < 0 ? "" : text.substring(0, last);
    int middle = before.lastIndexOf(':');
    var address = middle < 0 ? "" : before.substring(0, middle);
    var published = before.substring(middle + 1);
    var parts = List.of(text.substring(last + 1).split("/", -1));
    checkAddress(address);
    if (parts.getFirst().isEmpty()) {
      throw new IllegalArgumentException("the port in the container is missing");
    }
    var target = range(parts.getFirst());
    var host = published.isEmpty() ? new Range(0, 0) : range(published);
    if (!published.isEmpty() && target.length() > 0 && target.length() != host.length()) {
      throw new IllegalArgumentException("the two ranges of ports are of different length");
    }
    var protocol = parts.size() > 1 && !parts.get(1).isEmpty() ? parts.get(1) : "tcp";
    return new ClassicPorts(pairs(host, target, published.isEmpty(), protocol(protocol)), address);
  }

  private static List<Pair> pairs(Range host, Range target, boolean any, String protocol) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i <= Math.max(target.length(), host.length()); i++) {
      int inside = target.length() == 0 ? target.first : target.first + i;
      pairs.add(new Pair(any ? 0 : host.first + i, inside, protocol));
    }
    pairs.sort((a, b) -> a.sortedBy().compareTo(b.sortedBy()));
    return pairs;
  }

  private static String protocol(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "tcp", "udp", "sctp" -> lower;
      default -> throw new IllegalArgumentException("\"" + word + "\" is not tcp, udp or sctp");
    };
  }

  /** Anything behind a second hyphen is not looked at. */
  private static Range range(String text) {
    int hyphen = text.indexOf('-');
    if (hyphen < 0) {
      int port = port(text);
      return new Range(port, port);
    }
    int second = text.indexOf('-', hyphen + 1);
    int first = port(text.substring(0, hyphen));
    int last = port(text.substring(hyphen + 1, second < 0 ? text.length() : second));
    if (last < first) {
      throw new IllegalArgumentException("the range of ports " + text + " ends before it begins");
    }
    return new Range(first, last);
  }

  private static int port(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    var number = text.replaceFirst("^0+(?=.)", "");
    if (!digits || number.length() > 5 || Integer.parseInt(number) > HIGHEST) {
      throw new IllegalArgumentException("\"" + text + "\" is no port");
    }
    return Integer.parseInt(number);
  }

  private static void checkAddress(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    var address = bracketed ? text.substring(1, text.length() - 1) : text;
    boolean right =
        text.isEmpty() || IPV4.matcher(address).matches() || isIpv6(address) || text.equals("[]");
    if (!right) {
      throw new IllegalArgumentException(
          "\"" + text + "\" stands where only an IP address may stand");
    }
  }

  private static boolean isIpv6(String text) {
    if (text.indexOf(':') < 0 || text.indexOf('%') >= 0 || text.startsWith("[")) {
      return false;
    }
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
