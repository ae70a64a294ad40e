package dev.catamaran.cli;

import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Closest;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.Labels;
import dev.catamaran.usage.UsageFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A node that would join, as the user describes it: {@code os=windows,build=20348.2700}. */
record JoiningNode(Map<String, String> said) {
  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("os", "build", "engine", "name", "count", "role", "hyperv", "arch"));
  private static final int MOST = 1000;

  static JoiningNode parse(String text) {
    var said = new LinkedHashMap<String, String>();
    for (var part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      var key = equals < 0 ? part.strip() : part.substring(0, equals).strip();
      if (!KEYS.contains(key)) {
        throw new UsageFailure(
            "--add takes "
                + String.join(", ", KEYS)
                + ", not \""
                + key
                + "\""
                + Closest.to(key, KEYS).map(k -> "; did you mean " + k + "?").orElse(""));
      }
      if (equals < 0 || said.put(key, part.substring(equals + 1).strip()) != null) {
        throw new UsageFailure("--add \"" + text + "\" gives " + key + " not once with a value");
      }
    }
    return new JoiningNode(said);
  }

  /**
   * The nodes with names nobody has yet. An agent runs on each, and what a machine is and its
   * engine has is as on the first node there is of the system.
   */
  List<Node> nodes(List<Node> taken) {
    var nodes = new ArrayList<Node>();
    var names = new TreeSet<String>();
    taken.forEach(n -> names.add(n.name().text()));
    var like =
        taken.stream()
            .filter(n -> n.facts().platform().os() == os())
            .findFirst()
            .map(Node::description)
            .orElse(Description.NONE);
    for (int i = 0; i < count(); i++) {
      var name = name(names);
      names.add(name);
      nodes.add(node(name, like));
    }
    return nodes;
  }

  private int count() {
    var text = said.getOrDefault("count", "1");
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
      throw new UsageFailure("count=" + text + " is no number of nodes from 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }

  private String name(Set<String> taken) {
    var wanted = Optional.ofNullable(said.get("name"));
    if (wanted.isPresent() && count() == 1) {
      if (taken.contains(wanted.get())) {
        throw new UsageFailure("the cluster has a node " + wanted.get() + " already");
      }
      return wanted.get();
    }
    var stem = wanted.orElse("new-" + os().word());
    int number = 1;
    while (taken.contains(stem + number)) {
      number++;
    }
    return stem + number;
  }

  private Node node(String name, Description like) {
    var labels = new LinkedHashMap<String, String>();
    labels.put(Labels.AGENT, "supposed");
    var version = version();
    version.ifPresent(v -> labels.put(Labels.OS_BUILD, Integer.toString(v.build())));
    return new Node(
        "supposed-" + name,
        new NodeName(name),
        role(),
        Node.Availability.ACTIVE,
        Node.State.READY,
        new NodeFacts(
            new Platform(os(), said.getOrDefault("arch", "amd64"), Optional.empty(), version),
            engine(),
            os() == Os.LINUX ? Optional.of(true) : Optional.empty(),
            hyperV()),
        "",
        labels,
        like);
  }

  private Os os() {
    var word = said.getOrDefault("os", said.containsKey("build") ? "windows" : "");
    var os = Os.of(word);
    if (os == Os.OTHER) {
      throw new UsageFailure("--add needs os=windows or os=linux");
    }
    return os;
  }

  private Optional<OsVersion> version() {
    var version = Optional.ofNullable(said.get("build")).map(SuppositionOptions::windows);
    if (version.isPresent() && os() != Os.WINDOWS) {
      throw new UsageFailure("build= is a build of Windows, and the node has os=" + os().word());
    }
    return version;
  }

  private Optional<Boolean> hyperV() {
    return Optional.ofNullable(said.get("hyperv"))
        .map(word ->
            switch (word) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new UsageFailure("hyperv=" + word + " is neither true nor false");
            });
  }

  private Optional<EngineVersion> engine() {
    return Optional.ofNullable(said.get("engine")).map(CompatCommand::version);
  }

  private Node.Role role() {
    return switch (said.getOrDefault("role", "worker")) {
      case "manager" -> Node.Role.MANAGER;
      case "worker" -> Node.Role.WORKER;
      case String other ->
          throw new UsageFailure("role=" + other + " is neither manager nor worker");
    };
  }
}
