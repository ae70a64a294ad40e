package dev.catamaran.capability;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.image.WindowsRelease;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.spec.Labels;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A fact of a node that the conditions of the matrix may name. */
enum Fact {
  OS("operating system", ""),
  BUILD("Windows build", Labels.OS_BUILD + "=17763"),
  /** Windows 10 and 11, where the build tells: a few builds are of a client and of a server. */
  CLIENT("Windows build", Labels.OS_BUILD + "=17763"),
  REVISION("Windows revision (the number behind the build)", Labels.OS_REVISION + "=1217"),
  ENGINE("engine version", ""),
  IPVS("kernel's IPVS support", Labels.IPVS + "=true"),
  HYPERV("Hyper-V role", Labels.HYPERV + "=true"),
  KUBERNETES("Kubernetes version", "");

  private final String title;
  private final String label;

  Fact(String title, String label) {
    this.title = title;
    this.label = label;
  }

  /** A node against one value; empty where the node does not tell. */
  interface Order {
    /** Negative, zero or positive as the node's fact is below, equal to or above the value. */
    Optional<Integer> of(NodeFacts node);
  }

  static Optional<Fact> of(String word) {
    return Arrays.stream(values())
        .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /** Whether its values have an order, so that less and more make sense. */
  boolean ordered() {
    return switch (this) {
      case BUILD, REVISION, ENGINE, KUBERNETES -> true;
      case OS, CLIENT, IPVS, HYPERV -> false;
    };
  }

  /** Whether the matrix may compare the fact with that text. */
  boolean accepts(String value) {
    return switch (this) {
      case OS -> value.equals("windows") || value.equals("linux");
      case BUILD, REVISION ->
          value.length() <= 6 && value.chars().allMatch(c -> c >= '0' && c <= '9');
      case ENGINE, KUBERNETES -> EngineVersion.parse(value).isPresent();
      case CLIENT, IPVS, HYPERV -> value.equals("true") || value.equals("false");
    };
  }

  /** Reads the value, so that many nodes can be held against it. */
  Order against(String value) {
    return switch (this) {
      case OS -> {
        var os = Os.of(value);
        yield node -> Optional.of(node.platform().os() == os ? 0 : 1);
      }
      case BUILD -> {
        int build = Integer.parseInt(value);
        yield node -> node.platform().osVersion().map(v -> Integer.compare(v.build(), build));
      }
      case REVISION -> {
        int revision = Integer.parseInt(value);
        yield node ->
            node.platform()
                .osVersion()
                .filter(v -> v.revision().isPresent())
                .map(v -> Integer.compare(v.revision().getAsInt(), revision));
      }
      case ENGINE -> {
        var version = new EngineVersion(value);
        yield node -> node.engine().map(e -> e.compareTo(version));
      }
      case KUBERNETES -> {
        var version = new EngineVersion(value);
        yield node -> node.kubernetes().map(k -> k.compareTo(version));
      }
      case CLIENT ->
          node ->
              node.platform()
                  .osVersion()
                  .map(v -> Boolean.compare(isClient(v.build()), value.equals("true")));
      case IPVS -> node -> node.ipvs().map(has -> Boolean.compare(has, value.equals("true")));
      case HYPERV -> node -> node.hyperV().map(has -> Boolean.compare(has, value.equals("true")));
    };
  }

  private static boolean isClient(int build) {
    return WindowsRelease.of(build).filter(WindowsRelease::client).isPresent();
  }

  /** The fact as the subject of a sentence. */
  String title() {
    return "the " + title + " of the node";
  }

  /** What the operator can do to make the fact known. */
  String howToLearn() {
    if (this == KUBERNETES) {
      return "look at `kubectl get nodes`";
    }
    return label.isEmpty()
        ? "look at `docker node inspect` for the node: its engine should report this"
        : "start `catamaran agent run` on the node, or label it by hand: docker node update"
            + " --label-add "
            + label
            + " NODE";
  }
}
