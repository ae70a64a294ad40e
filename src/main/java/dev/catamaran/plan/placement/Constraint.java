package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Node;
import dev.catamaran.model.Cidr;
import dev.catamaran.model.Os;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A placement constraint with swarmkit's meaning: only {@code ==} and {@code !=}; keys and values
 * compare without regard to case, label names with it; an absent label counts as empty.
 *
 * @param text as the user wrote it
 */
record Constraint(String text, String key, boolean equal, String value) {
  private static final Pattern FORM =
      Pattern.compile("\\s*(\\w[\\w.-]+)\\s*(==|!=)\\s*([\\w:.*()?+\\[\\]\\\\^$|/\\s-]*\\S)\\s*");
  private static final String IP = "node.ip";

  /** Empty where the text has no operator, or letters swarmkit refuses, such as quotes. */
  static Optional<Constraint> parse(String text) {
    var matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Constraint(text, matcher.group(1), matcher.group(2).equals("=="), matcher.group(3)))
        : Optional.empty();
  }

  static String osIs(Os os) {
    return "node.platform.os == " + os.word();
  }

  static String labelIs(String label, String value) {
    return "node.labels." + label + " == " + value;
  }

  static String labelIsNot(String label, String value) {
    return "node.labels." + label + " != " + value;
  }

  static String hostnameIsNot(String hostname) {
    return "node.hostname != " + hostname;
  }

  /** The operating system this constraint asks for, if it is of that kind. */
  Optional<Os> asksForOs() {
    return equal && key.equalsIgnoreCase("node.platform.os")
        ? Optional.of(Os.of(value))
        : Optional.empty();
  }

  /** Whether the node passes; an unknown key passes no node. */
  boolean admits(Node node) {
    if (key.equalsIgnoreCase(IP)) {
      return Cidr.parse(value).map(s -> s.contains(node.address()) == equal).orElse(false);
    }
    return actual(node).map(a -> a.equalsIgnoreCase(value) == equal).orElse(false);
  }

  /** What the node has under the key; empty for a key that swarmkit does not know. */
  Optional<String> actual(Node node) {
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "node.id" -> Optional.of(node.id());
      case "node.hostname" -> Optional.of(node.name().text());
      case "node.role" -> Optional.of(node.role().word());
      case IP -> Optional.of(node.address());
      case "node.platform.os" -> Optional.of(node.facts().platform().os().word());
      case "node.platform.arch" -> Optional.of(kernelWord(node));
      default -> label(node);
    };
  }

  private Optional<String> label(Node node) {
    if (startsWith("node.labels.")) {
      return Optional.of(node.labels().getOrDefault(key.substring("node.labels.".length()), ""));
    }
    if (startsWith("engine.labels.")) {
      return Optional.of(
          node.engineLabels().getOrDefault(key.substring("engine.labels.".length()), ""));
    }
    return Optional.empty();
  }

  private boolean startsWith(String prefix) {
    return key.regionMatches(true, 0, prefix, 0, prefix.length()) && key.length() > prefix.length();
  }

  /** Nodes report the kernel's word, and swarmkit compares it raw. */
  private static String kernelWord(Node node) {
    return switch (node.facts().platform().architecture()) {
      case "amd64" -> "x86_64";
      case "arm64" -> "aarch64";
      case String other -> other;
    };
  }
}
