package dev.catamaran.compose.support;

import dev.catamaran.compose.grammar.Grammar;
import dev.catamaran.compose.grammar.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that is known of one attribute.
 *
 * @param path names with points between them, {@code *} for the user's names, {@code []} for items
 * @param lines one per format and engine, for people
 */
public record AttributeFacts(String path, List<String> lines) {
  public AttributeFacts {
    lines = List.copyOf(lines);
  }

  /** The attributes whose path is this text, or ends with it. */
  public static List<AttributeFacts> named(String text) {
    var table = Attributes.load();
    var classic = Grammar.classic(Version.NEWEST).attributes();
    var specification = Grammar.specification().attributes();
    var paths = new TreeSet<>(classic.keySet());
    paths.addAll(specification.keySet());
    return paths.stream()
        .filter(p -> p.equals(text) || p.endsWith("." + text))
        .map(p ->
            new AttributeFacts(
                p,
                lines(
                    table.at(p),
                    Optional.ofNullable(classic.get(p)),
                    specification.containsKey(p))))
        .toList();
  }

  /** The last name of every attribute. */
  public static Set<String> names() {
    return Grammar.specification().attributes().keySet().stream()
        .map(p -> p.substring(p.lastIndexOf('.') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> lines(Attributes row, Optional<Version> since, boolean specified) {
    var lines = new ArrayList<String>();
    lines.add("docker stack deploy  " + since.map(v -> "from version " + v).orElse("refused"));
    lines.add("docker compose       " + (specified ? "yes" : "refused"));
    row.on(Engine.SWARM).ifPresent(s -> lines.addAll(lines("Swarm service        ", s)));
    row.on(Engine.WINDOWS).ifPresent(s -> lines.addAll(lines("Windows task         ", s)));
    row.on(Engine.KUBERNETES).ifPresent(s -> lines.addAll(lines("Kubernetes           ", s)));
    return lines;
  }

  private static List<String> lines(String who, Support support) {
    var lines = new ArrayList<String>();
    lines.add(
        who
            + support.verdict().word()
            + (support.why().isEmpty() ? "" : ": " + support.why())
            + support.source().map(s -> " (" + s + ")").orElse(""));
    support.ways().forEach(w -> lines.add("  try: " + w));
    return lines;
  }
}
