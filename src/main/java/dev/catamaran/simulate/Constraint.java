package dev.catamaran.simulate;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One placement constraint with Swarm's own meaning: keys and values without regard to case, the
 * names of labels with it, a missing label as an empty text.
 */
public record Constraint(String key, boolean equal, String value) {
  private static final Pattern KEY = Pattern.compile("(?i)[a-z_][a-z0-9\\-_.]+");
  private static final Pattern VALUE = Pattern.compile("(?i)[a-z0-9:\\-_\\s.*()?+\\[\\]\\\\^$|/]+");
  private static final String NODE_LABEL = "node.labels.";
  private static final String ENGINE_LABEL = "engine.labels.";

  /**
   * Reads an expression.
   *
   * @throws Refusal in Swarm's words
   */
  public static Constraint parse(String text) {
    for (var operator : new String[] {"==", "!="}) {
      int at = text.indexOf(operator);
      if (at < 0) {
        continue;
      }
      var key = text.substring(0, at).strip();
      var value = text.substring(at + operator.length()).strip();
      if (!KEY.matcher(key).matches()) {
        throw Refusal.invalid("key '" + key + "' is invalid");
      }
      if (!VALUE.matcher(value).matches()) {
        throw Refusal.invalid("value '" + value + "' is invalid");
      }
      return new Constraint(key, operator.equals("=="), value);
    }
    throw Refusal.invalid("constraint expected one operator from ==, !=");
  }

  /** An unknown key refuses every node. */
  public boolean holds(SimNode node) {
    if (key.equalsIgnoreCase("node.ip")) {
      return within(node.machine().address()).map(inside -> inside == equal).orElse(false);
    }
    return found(node).map(what -> what.equalsIgnoreCase(value) == equal).orElse(false);
  }

  private Optional<String> found(SimNode node) {
    if (startsWith(NODE_LABEL)) {
      var label = key.substring(NODE_LABEL.length());
      return Optional.of(node.labels().getOrDefault(label, ""));
    }
    if (startsWith(ENGINE_LABEL)) {
      return Optional.of("");
    }
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "node.id" -> Optional.of(node.id());
      case "node.hostname" -> Optional.of(node.name().text());
      case "node.role" -> Optional.of(node.role().word());
      case "node.platform.os" -> Optional.of(node.facts().platform().os().word());
      case "node.platform.arch" -> Optional.of(node.machine().architecture());
      default -> Optional.empty();
    };
  }

  private boolean startsWith(String prefix) {
    return key.length() > prefix.length() && key.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /** Empty where the value is neither an address nor a subnet. */
  private Optional<Boolean> within(String address) {
    var parts = value.split("/", -1);
    try {
      var net = InetAddress.ofLiteral(parts[0]).getAddress();
      var own = InetAddress.ofLiteral(address).getAddress();
      int bits = parts.length == 1 ? net.length * 8 : Integer.parseInt(parts[1]);
      if (parts.length > 2 || bits < 0 || bits > net.length * 8) {
        return Optional.empty();
      }
      return Optional.of(net.length == own.length && samePrefix(net, own, bits));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean samePrefix(byte[] one, byte[] other, int bits) {
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % 8);
      if ((one[i / 8] & mask) != (other[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
