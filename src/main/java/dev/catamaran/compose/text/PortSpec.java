package dev.catamaran.compose.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One port of the short form {@code [[address:][published]:]target[/protocol]}, taken apart exactly
 * as Docker does.
 *
 * @param published a port, or the range to choose one from; empty where any will do
 */
public record PortSpec(
    Optional<String> address, Optional<String> published, int target, String protocol) {
  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
  private static final int HIGHEST = 65_535;

  private record Range(int first, int last) {
    int size() {
      return last - first;
    }
  }

  /**
   * The ports that the text stands for, one for each target.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  public static List<PortSpec> parse(String text) {
    int last = text.lastIndexOf(':');
    var before = last < 0 ? "" : text.substring(0, last);
    int middle = before.lastIndexOf(':');
    var published = before.substring(middle + 1);
    var address = middle < 0 ? Optional.<String>empty() : address(before.substring(0, middle));
    var parts = text.substring(last + 1).split("/", -1);
    if (parts[0].isEmpty()) {
      throw new IllegalArgumentException("the port of the container is missing in " + said(text));
    }
    var target = range(parts[0]);
    if (target.first() == 0) {
      throw new IllegalArgumentException("a port needs a target, the port inside the container");
    }
    var wanted = published.isEmpty() ? Optional.<Range>empty() : Optional.of(range(published));
    if (wanted.isPresent() && target.size() > 0 && wanted.get().size() != target.size()) {
      throw new IllegalArgumentException(
          "the two ranges " + published + " and " + parts[0] + " are not equally long");
    }
    var protocol =
        parts.length < 2 || parts[1].isEmpty() ? "tcp" : parts[1].toLowerCase(Locale.ROOT);
    if (!PROTOCOLS.contains(protocol)) {
      throw new IllegalArgumentException(said(parts[1]) + " is none of tcp, udp and sctp");
    }
    return each(address, wanted, target, protocol);
  }

  private static List<PortSpec> each(
      Optional<String> address, Optional<Range> published, Range target, String protocol) {
    var ports = new ArrayList<PortSpec>();
    for (int i = 0; i <= target.size(); i++) {
      int step = i;
      var from = published.map(p -> target.size() == 0 ? whole(p) : "" + (p.first() + step));
      ports.add(new PortSpec(address, from, target.first() + i, protocol));
    }
    return List.copyOf(ports);
  }

  private static String whole(Range range) {
    return range.size() == 0 ? "" + range.first() : range.first() + "-" + range.last();
  }

  private static Optional<String> address(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    var bare = bracketed ? text.substring(1, text.length() - 1) : text;
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    if (!IpText.isAddress(bare) || (bare.contains(":") && !bracketed)) {
      throw new IllegalArgumentException(
          said(text)
              + " stands where only an IP address may stand"
              + (IpText.isAddress(bare) ? ", an IPv6 one in brackets" : ""));
    }
    return Optional.of(bare);
  }

  private static Range range(String text) {
    var parts = text.split("-", -1);
    int first = port(parts[0], text);
    int last = parts.length < 2 ? first : port(parts[1], text);
    if (last < first) {
      throw new IllegalArgumentException("the range " + said(text) + " ends before it begins");
    }
    return new Range(first, last);
  }

  private static int port(String digits, String whole) {
    boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    var shown = number ? digits.replaceFirst("^0+(?=.)", "") : "";
    if (shown.isEmpty() || shown.length() > 5 || Integer.parseInt(shown) > HIGHEST) {
      throw new IllegalArgumentException(said(whole) + " is no port between 0 and " + HIGHEST);
    }
    return Integer.parseInt(shown);
  }

  private static String said(String text) {
    return "\"" + text + "\"";
  }
}
