package dev.catamaran.cluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an engine tells the managers of its node besides the facts; Swarm schedules by it.
 *
 * @param capacity empty for a node that has not described itself yet
 * @param plugins what the engine can use, built in or installed, in the engine's order
 * @param labels labels from the engine's own configuration
 */
public record Description(
    Optional<Capacity> capacity, List<Plugin> plugins, Map<String, String> labels) {
  /** Nothing told yet. */
  public static final Description NONE = new Description(Optional.empty(), List.of(), Map.of());

  public Description {
    plugins = List.copyOf(plugins);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /**
   * What tasks can reserve on a node, taken or not.
   *
   * @param nanoCpus billionths of a CPU
   * @param memoryBytes bytes
   * @param generic what only its operator knows, such as GPUs
   */
  public record Capacity(long nanoCpus, long memoryBytes, List<Generic> generic) {
    public Capacity {
      generic = List.copyOf(generic);
    }

    /** CPU and memory only. */
    public Capacity(long nanoCpus, long memoryBytes) {
      this(nanoCpus, memoryBytes, List.of());
    }

    /** How many of a kind there are: a number, or as many as have names. */
    public long count(String kind) {
      return generic.stream().filter(g -> g.kind().equals(kind)).mapToLong(Generic::count).sum();
    }
  }

  /**
   * Something of which an engine says that it has it.
   *
   * @param kind as its configuration calls it, {@code NVIDIA-GPU}
   * @param name of the single one; empty for a plain number of them
   * @param count 1 for one with a name
   */
  public record Generic(String kind, Optional<String> name, long count) {
    public Generic {
      if (kind.isEmpty() || count < 0 || (name.isPresent() && count != 1)) {
        throw new IllegalArgumentException("no generic resource: " + kind + " " + name + count);
      }
    }

    public static Generic named(String kind, String name) {
      return new Generic(kind, Optional.of(name), 1);
    }

    public static Generic counted(String kind, long count) {
      return new Generic(kind, Optional.empty(), count);
    }

    /**
     * Reads the form of the daemon's {@code node-generic-resources}: {@code KIND=NUMBER} is a
     * number of them, {@code KIND=NAME} a single one. Empty where it is neither.
     */
    public static Optional<Generic> parse(String text) {
      int at = text.indexOf('=');
      if (at < 1 || at == text.length() - 1) {
        return Optional.empty();
      }
      var kind = text.substring(0, at).strip();
      var value = text.substring(at + 1).strip();
      if (kind.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      var number = number(value);
      return Optional.of(
          number.isPresent() ? counted(kind, number.getAsLong()) : named(kind, value));
    }

    private static OptionalLong number(String text) {
      try {
        return OptionalLong.of(Long.parseUnsignedLong(text)).stream()
            .filter(n -> n >= 0)
            .findFirst();
      } catch (NumberFormatException _) {
        return OptionalLong.empty();
      }
    }
  }

  /**
   * Something an engine can use.
   *
   * @param type in Swarm's word: {@code Network}, {@code Volume}, {@code Log}, {@code
   *     Authorization}
   */
  public record Plugin(String type, String name) {
    public static final String NETWORK = "Network";
    public static final String VOLUME = "Volume";
    public static final String LOG = "Log";

    /** Reads {@code TYPE/NAME}; empty where the text is something else. */
    public static Optional<Plugin> parse(String text) {
      int at = text.indexOf('/');
      return at < 1 || at == text.length() - 1
          ? Optional.empty()
          : Optional.of(new Plugin(text.substring(0, at), text.substring(at + 1)));
    }
  }

  /** Whether the engine has that plugin; one without a tag is its {@code latest}. */
  public boolean plugs(String type, String name) {
    return plugins.stream()
        .filter(p -> p.type().equals(type))
        .anyMatch(p -> p.name().equals(name) || p.name().equals(name + ":latest"));
  }

  /** The names of the plugins of a type. */
  public List<String> plugins(String type) {
    return plugins.stream().filter(p -> p.type().equals(type)).map(Plugin::name).toList();
  }
}
