package dev.catamaran.capability;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.OsVersion;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of the matrix: for nodes like this, that feature works, works with a detour, or does
 * not.
 *
 * @param when which nodes it is about
 * @param reason a clause with placeholders; empty for a plain yes
 * @param wayOut what the operator can do; empty unless the answer is no
 * @param evidence who says so, how surely, and as of when
 */
record Row(
    Feature feature, Condition when, Kind kind, String reason, String wayOut, String evidence) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
  private static final Set<String> PLACEHOLDERS = Set.of("windows", "build", "version", "engine");

  /** The answers a row may give; that nobody knows is never written down, it follows. */
  enum Kind {
    YES,
    WITH,
    NO
  }

  Row {
    boolean explains = !reason.isEmpty();
    if (explains == (kind == Kind.YES)) {
      throw new IllegalArgumentException("a reason belongs to \"with\" and \"no\", and only there");
    }
    if (wayOut.isEmpty() == (kind == Kind.NO)) {
      throw new IllegalArgumentException("a way out (try) belongs to \"no\", and only there");
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
    return switch (kind) {
      case YES -> new Verdict.Yes(evidence);
      case WITH -> new Verdict.With(filled(reason, node), evidence);
      case NO -> new Verdict.No(filled(reason, node), filled(wayOut, node), evidence);
    };
  }

  private static String filled(String text, NodeFacts node) {
    var version = node.platform().osVersion();
    var build = version.map(v -> Integer.toString(v.build()));
    return text.replace("{windows}", build.map(b -> "Windows build " + b).orElse("Windows"))
        .replace("{build}", build.orElse("(unknown)"))
        .replace("{version}", version.map(OsVersion::buildAndRevision).orElse("(unknown)"))
        .replace("{engine}", node.engine().map(e -> e.text()).orElse("(unknown version)"));
  }
}
