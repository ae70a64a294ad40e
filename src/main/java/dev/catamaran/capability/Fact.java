package dev.catamaran.capability;

import dev.catamaran.cluster.NodeFacts;
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
  REVISION("Windows revision (the number behind the build)", Labels.OS_REVISION + "=1217"),
  ENGINE("engine version", ""),
  IPVS("kernel's IPVS support", Labels.IPVS + "=true");

  private final String title;
  private final String label;

  Fact(String title, String label) {
    this.title = title;
    this.label = label;
  }

  static Optional<Fact> of(String word) {
    return Arrays.stream(values())
        .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /** Whether its values have an order, so that less and more make sense. */
  boolean ordered() {
    return this == BUILD || this == REVISION || this == ENGINE;
  }

  /** Whether the matrix may compare the fact with that text. */
  boolean accepts(String value) {
    return switch (this) {
      case OS -> value.equals("windows") || value.equals("linux");
      case BUILD, REVISION -> value.matches("\\d{1,6}");
      case ENGINE -> EngineVersion.parse(value).isPresent();
      case IPVS -> value.equals("true") || value.equals("false");
    };
  }

  /**
   * Negative, zero or positive as the node's fact is below, equal to or above the value; empty
   * where the node does not tell.
   */
  Optional<Integer> compare(NodeFacts node, String value) {
    var version = node.platform().osVersion();
    return switch (this) {
      case OS -> Optional.of(node.platform().os() == Os.of(value) ? 0 : 1);
      case BUILD -> version.map(v -> Integer.compare(v.build(), Integer.parseInt(value)));
      case REVISION ->
          version
              .filter(v -> v.revision().isPresent())
              .map(v -> Integer.compare(v.revision().getAsInt(), Integer.parseInt(value)));
      case ENGINE -> node.engine().map(e -> e.compareTo(new EngineVersion(value)));
      case IPVS -> node.ipvs().map(has -> Boolean.compare(has, Boolean.parseBoolean(value)));
    };
  }

  /** The fact as the subject of a sentence. */
  String title() {
    return "the " + title + " of the node";
  }

  /** What the operator can do to make the fact known. */
  String howToLearn() {
    return label.isEmpty()
        ? "look at `docker node inspect` for the node: its engine should report this"
        : "start `catamaran agent run` on the node, or label it by hand: docker node update"
            + " --label-add "
            + label
            + " NODE";
  }
}
