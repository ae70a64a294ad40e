package dev.catamaran.compose.support;

import dev.catamaran.compose.grammar.Grammar;
import dev.catamaran.compose.grammar.Version;
import dev.catamaran.compose.support.Support.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The published page of all attributes, made from the tables the program itself goes by. */
public final class SupportPage {
  private static final String SERVICE = "services.*.";
  private static final String HEAD =
      """
      # What becomes of each Compose attribute

      Generated from the tables that Catamaran goes by. `stack` is the version of the classic format \
      that brought the attribute (`docker stack deploy` reads 3.0 to 3.13), `compose` whether the \
      Compose Specification has it; `-` means the file is refused. Then what becomes of it in a Swarm \
      service, in a Windows task of one, and in Kubernetes:

      **yes** it arrives and does what it says · **partly** it does less · **noted** it does not arrive \
      and is not missed · **ignored** it does not arrive and its author may count on it (a warning) · \
      **refused** a service that has it is not deployed.

      What is inside an attribute that does not arrive is not listed.
      """;

  private final Attributes table;
  private final Map<String, Version> classic = Grammar.classic(Version.NEWEST).attributes();
  private final Map<String, Version> specification = Grammar.specification().attributes();

  private SupportPage(Attributes table) {
    this.table = table;
  }

  /** The page as Markdown. */
  public static String of(Attributes table) {
    return new SupportPage(table).page();
  }

  private String page() {
    var sections = new LinkedHashMap<String, List<String>>();
    var paths = new TreeSet<>(classic.keySet());
    paths.addAll(specification.keySet());
    paths.stream()
        .filter(this::arrives)
        .forEach(p -> sections.computeIfAbsent(section(p), _ -> new ArrayList<>()).add(p));
    var page = new StringBuilder(HEAD);
    sections.forEach((name, rows) -> {
      page.append("\n## ").append(name).append("\n\n");
      page.append("| attribute | stack | compose | Swarm | Windows task | Kubernetes |\n");
      page.append("|---|---|---|---|---|---|\n");
      rows.forEach(r -> page.append(row(r)));
    });
    return page.toString();
  }

  private static String section(String path) {
    if (!path.startsWith(SERVICE)) {
      int dot = path.indexOf('.');
      return dot < 0 ? "The file" : "In " + path.substring(0, dot);
    }
    int dot = path.indexOf('.', SERVICE.length());
    return dot < 0 ? "A service" : "In a service's " + path.substring(SERVICE.length(), dot);
  }

  /** Nothing above it says that it gets lost. */
  private boolean arrives(String path) {
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      var above = table.at(path.substring(0, dot)).on(Engine.SWARM).map(Support::verdict);
      if (above.filter(v -> v != Verdict.YES && v != Verdict.PARTLY).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private String row(String path) {
    var shown = path.startsWith(SERVICE) ? path.substring(SERVICE.length()) : path;
    var stack = Optional.ofNullable(classic.get(path)).map(Version::toString).orElse("-");
    return "| `%s` | %s | %s | %s | %s | %s |\n"
        .formatted(
            shown.replace(".[]", "[]"),
            stack,
            specification.containsKey(path) ? "yes" : "-",
            cell(path, Engine.SWARM),
            cell(path, Engine.WINDOWS),
            cell(path, Engine.KUBERNETES));
  }

  private String cell(String path, Engine engine) {
    var own = table.at(path).on(engine);
    if (own.isPresent()) {
      var why = own.get().why();
      return own.get().verdict().word() + (why.isEmpty() ? "" : ": " + why);
    }
    return engine == Engine.WINDOWS && table.at(path).on(Engine.SWARM).isPresent()
        ? "as Swarm"
        : inherited(path, engine);
  }

  private String inherited(String path, Engine engine) {
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      var above = table.at(path.substring(0, dot)).on(engine);
      if (above.isPresent()) {
        return above.get().verdict().word();
      }
    }
    return engine == Engine.WINDOWS ? "as Swarm" : "yes";
  }
}
