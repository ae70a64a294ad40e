package dev.catamaran.capability;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.OsVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of the matrix: for nodes like this, that feature works, works with a detour, does not,
 * or nobody knows.
 *
 * @param when which nodes it is about
 * @param reason a clause with placeholders; empty for a plain yes; what is not known for unknown
 * @param wayOut what the operator can do, or what would tell; empty for yes and with
 * @param evidence who says so, how surely, and as of when
 */
public record Row(Condition when, Kind kind, String reason, String wayOut, Evidence evidence) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
  private static final Set<String> PLACEHOLDERS =
      Set.of("windows", "build", "version", "engine", "kubernetes");

  /** The answers a row may give. */
  public enum Kind {
    YES,
    WITH,
    NO,
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Yes and with are one answer: it works. */
    boolean agrees(Kind other) {
      return works() == other.works() && (this == UNKNOWN) == (other == UNKNOWN);
    }

    private boolean works() {
      return this == YES || this == WITH;
    }
  }

  public Row {
    if (reason.isEmpty() != (kind == Kind.YES)) {
      throw new IllegalArgumentException(
          "a reason belongs to \"with\", \"no\" and \"unknown\", and only there");
    }
    if (wayOut.isEmpty() != (kind == Kind.YES || kind == Kind.WITH)) {
      throw new IllegalArgumentException(
          "a way out (try) belongs to \"no\" and \"unknown\", and only there");
    }
    if (evidence.disputed() && kind != Kind.WITH) {
      throw new IllegalArgumentException("what is disputed is \"with\", a warning");
    }
    PLACEHOLDER
        .matcher(reason + wayOut)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !PLACEHOLDERS.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException("{" + name + "} is no placeholder");
        });
  }

  Verdict verdict(NodeFacts node) {
    var source = evidence.toString();
    return switch (kind) {
      case YES -> new Verdict.Yes(source);
      case WITH -> new Verdict.With(filled(reason, node), source);
      case NO -> new Verdict.No(filled(reason, node), filled(wayOut, node), source);
      case UNKNOWN -> new Verdict.Unknown(filled(reason, node), filled(wayOut, node), source);
    };
  }

  private static String filled(String text, NodeFacts node) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    var version = node.platform().osVersion();
    var build = version.map(v -> Integer.toString(v.build()));
    return text.replace("{windows}", build.map(b -> "Windows build " + b).orElse("Windows"))
        .replace("{build}", build.orElse("(unknown)"))
        .replace("{version}", version.map(OsVersion::buildAndRevision).orElse("(unknown)"))
        .replace("{engine}", text(node.engine()))
        .replace("{kubernetes}", text(node.kubernetes()));
  }

  private static String text(Optional<EngineVersion> version) {
    return version.map(EngineVersion::text).orElse("(unknown version)");
  }
}
