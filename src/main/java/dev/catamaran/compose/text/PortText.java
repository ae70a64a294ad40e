package dev.catamaran.compose.text;

import dev.catamaran.model.Port;
import dev.catamaran.model.PortRange;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short form of a port, {@code [[address:][published]:]target[/protocol]}, taken apart.
 *
 * @param published empty where any port will do
 * @param protocol the word as written
 */
public record PortText(
    Optional<String> address,
    Optional<String> published,
    PortRange target,
    Optional<String> protocol) {
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

  /**
   * Reads the short form.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  public static PortText parse(String text) {
    int slash = text.lastIndexOf('/');
    var protocol = slash < 0 ? Optional.<String>empty() : Optional.of(text.substring(slash + 1));
    var ports = slash < 0 ? text : text.substring(0, slash);
    int last = ports.lastIndexOf(':');
    var target = range(ports.substring(last + 1));
    if (last < 0) {
      return new PortText(Optional.empty(), Optional.empty(), target, protocol);
    }
    var before = ports.substring(0, last);
    int colon = before.endsWith("]") ? before.length() : before.lastIndexOf(':');
    var address =
        colon < 0 ? Optional.<String>empty() : Optional.of(address(before.substring(0, colon)));
    var published = colon >= before.length() ? "" : before.substring(colon + 1);
    return new PortText(address, publishedOf(published), target, protocol);
  }

  /** Nothing and 0 both mean: any port. */
  public static Optional<String> publishedOf(String text) {
    return text.isEmpty() || text.equals("0") ? Optional.empty() : Optional.of(text);
  }

  private static String address(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" stands where only an IP address may stand");
    }
    return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
  }

  /** One port, or two with a hyphen. */
  public static PortRange range(String text) {
    var matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no port");
    }
    var first = new Port(Integer.parseInt(matcher.group(1)));
    var last = matcher.group(2);
    return new PortRange(first, last == null ? first : new Port(Integer.parseInt(last)));
  }
}
