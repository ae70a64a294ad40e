package dev.catamaran.scheduling;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a constraint or a preference may name of a node. Keys are read without regard to case, the
 * names of labels with it; an absent label is an empty text.
 */
public sealed interface Attribute {
  /** What the node has; empty where it has nothing of the kind. */
  String of(SeenNode node);

  /** One that every node has. */
  enum Property implements Attribute {
    ID("node.id"),
    HOSTNAME("node.hostname"),
    ADDRESS("node.ip"),
    ROLE("node.role"),
    OS("node.platform.os"),
    ARCHITECTURE("node.platform.arch");

    private final String key;

    Property(String key) {
      this.key = key;
    }

    @Override
    public String of(SeenNode node) {
      return switch (this) {
        case ID -> node.id();
        case HOSTNAME -> node.hostname();
        case ADDRESS -> node.address();
        case ROLE -> node.role();
        case OS -> node.os();
        case ARCHITECTURE -> node.architecture();
      };
    }
  }

  /** A label of the node. */
  record NodeLabel(String name) implements Attribute {
    private static final String PREFIX = "node.labels.";

    @Override
    public String of(SeenNode node) {
      return node.labels().getOrDefault(name, "");
    }
  }

  /** A label of the node's engine. */
  record EngineLabel(String name) implements Attribute {
    private static final String PREFIX = "engine.labels.";

    @Override
    public String of(SeenNode node) {
      return node.engineLabels().getOrDefault(name, "");
    }
  }

  /** What a constraint names; empty for a key that Swarm does not know. */
  static Optional<Attribute> named(String key) {
    return label(key)
        .or(() ->
            Arrays.stream(Property.values())
                .filter(p -> p.key.equalsIgnoreCase(key))
                .<Attribute>map(p -> p)
                .findFirst());
  }

  /** What a spread preference names: Swarm passes over everything but labels without a word. */
  static Optional<Attribute> label(String key) {
    return tail(key, NodeLabel.PREFIX)
        .<Attribute>map(NodeLabel::new)
        .or(() -> tail(key, EngineLabel.PREFIX).map(EngineLabel::new));
  }

  private static Optional<String> tail(String key, String prefix) {
    return key.length() > prefix.length() && key.regionMatches(true, 0, prefix, 0, prefix.length())
        ? Optional.of(key.substring(prefix.length()))
        : Optional.empty();
  }
}
