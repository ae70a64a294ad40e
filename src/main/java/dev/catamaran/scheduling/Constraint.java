package dev.catamaran.scheduling;

import dev.catamaran.model.Cidr;
import dev.catamaran.model.Os;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A placement constraint with Swarm's meaning: only {@code ==} and {@code !=}, values compared
 * without regard to case; a key that Swarm does not know passes no node, whatever the operator
 * (swarmkit, manager/constraint/constraint.go).
 *
 * @param text as it was written, without blanks around it
 */
public record Constraint(String text, String key, boolean equal, String value) {
  private static final Pattern KEY = Pattern.compile("(?i)[a-z_][a-z0-9\\-_.]+");
  private static final Pattern VALUE = Pattern.compile("(?i)[a-z0-9:\\-_\\s.*()?+\\[\\]\\\\^$|/]+");

  /**
   * Reads an expression.
   *
   * @throws MalformedConstraint in Swarm's words
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
        throw new MalformedConstraint("key '" + key + "' is invalid");
      }
      if (!VALUE.matcher(value).matches()) {
        throw new MalformedConstraint("value '" + value + "' is invalid");
      }
      return new Constraint(text.strip(), key, operator.equals("=="), value);
    }
    throw new MalformedConstraint("constraint expected one operator from ==, !=");
  }

  public static String osIs(Os os) {
    return "node.platform.os == " + os.word();
  }

  public static String labelIs(String label, String value) {
    return "node.labels." + label + " == " + value;
  }

  public static String labelIsNot(String label, String value) {
    return "node.labels." + label + " != " + value;
  }

  public static String hostnameIsNot(String hostname) {
    return "node.hostname != " + hostname;
  }

  /** Empty for a key that Swarm does not know. */
  public Optional<Attribute> attribute() {
    return Attribute.named(key);
  }

  /** The addresses it speaks of, where it speaks of addresses and they are some. */
  public Optional<Cidr> subnet() {
    return Cidr.parse(value);
  }

  /** The operating system it asks for, if it is of that kind. */
  public Optional<Os> asksForOs() {
    return equal && attribute().equals(Optional.of(Attribute.Property.OS))
        ? Optional.of(Os.of(value))
        : Optional.empty();
  }

  public boolean holds(SeenNode node) {
    var named = attribute();
    if (named.isEmpty()) {
      return false;
    }
    if (named.get() == Attribute.Property.ADDRESS) {
      return subnet().map(s -> s.contains(node.address()) == equal).orElse(false);
    }
    return named.get().of(node).equalsIgnoreCase(value) == equal;
  }
}
