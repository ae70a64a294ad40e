package dev.catamaran.compose.specification;

import dev.catamaran.compose.canonical.Settled;
import dev.catamaran.compose.specification.Reading.ComposeFile;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code include}: what other projects declare becomes part of this one, complete as it is. */
final class Includes {
  private static final String KEY = "include";
  private static final List<String> RESOURCES =
      List.of("services", "volumes", "networks", "secrets", "configs", "models");

  /** Projects that include one another in a row. */
  private static final int DEEPEST = 50;

  private final Reading reading;
  private final Scope scope;
  private final Faults faults;

  Includes(Reading reading, Scope scope) {
    this.reading = reading;
    this.scope = scope;
    this.faults = reading.faults();
  }

  /** The document with everything it includes, and without {@code include}. */
  Mapping imported(Mapping document) {
    var include = document.get(KEY);
    if (include.isEmpty()) {
      return document;
    }
    var whole = Nodes.without(document, KEY);
    for (var item : items(include.get())) {
      var wanted = Inclusion.of(item, scope, faults);
      if (wanted.isPresent()) {
        whole = with(whole, wanted.get());
      }
    }
    return whole;
  }

  private List<YamlNode> items(YamlNode include) {
    return switch (include) {
      case Sequence list -> list.items();
      case Scalar s when s.isNull() -> List.of();
      case Scalar odd -> refused(odd);
      case Mapping odd -> refused(odd);
    };
  }

  private List<YamlNode> refused(YamlNode odd) {
    faults.invalid(
        odd.where(), "include is a list, not " + odd.words(), "put \"- \" before each file");
    return List.of();
  }

  private Mapping with(Mapping document, Inclusion wanted) {
    if (circular(wanted)) {
      return document;
    }
    var environment = new IncludedVariables(reading, scope).of(wanted);
    var files = new ArrayList<ComposeFile>();
    for (var path : wanted.paths()) {
      if (!reading.refusesRemote(path.text(), path.where())) {
        reading.file(scope.absolute(path.text()), path.where()).ifPresent(files::add);
      }
    }
    if (environment.isEmpty() || files.size() < wanted.paths().size() || files.isEmpty()) {
      return document;
    }
    var inner = new Scope(wanted.directory(), environment.get(), scope.chain());
    var model = new Model(reading, inner).of(files);
    return united(document, settled(model, inner));
  }

  private Mapping settled(Mapping model, Scope inner) {
    return Settled.of(model, reading.context("", inner), faults);
  }

  private boolean circular(Inclusion wanted) {
    var main = scope.absolute(wanted.main().text());
    boolean again = scope.chain().contains(main);
    if (again || scope.chain().size() > DEEPEST) {
      var chain = new ArrayList<>(scope.chain().stream().map(reading::shown).toList());
      chain.add(reading.shown(main));
      faults.add(
          Finding.error(
                  Code.VALUE_INVALID,
                  again
                      ? "files include one another in a circle"
                      : "more than " + DEEPEST + " files include one another in a row")
              .at(wanted.main().where())
              .because(String.join(" includes ", chain))
              .tryThis("remove this include"));
    }
    return again || scope.chain().size() > DEEPEST;
  }

  private Mapping united(Mapping document, Mapping imported) {
    var entries = Nodes.byName(document);
    for (var kind : RESOURCES) {
      var more = Nodes.mapping(imported, kind);
      var own = Optional.ofNullable(entries.get(kind));
      if (more.isEmpty()) {
        continue;
      }
      boolean none = own.isEmpty() || Nodes.isNull(own.get().value());
      if (none) {
        entries.put(kind, imported.entry(kind).orElseThrow());
      } else if (own.get().value() instanceof Mapping declared) {
        entries.put(kind, new Entry(own.get().key(), declarations(declared, more.get(), kind)));
      }
    }
    return Nodes.of(document, entries.values());
  }

  private Mapping declarations(Mapping declared, Mapping more, String kind) {
    Map<String, Entry> all = Nodes.byName(declared);
    for (var entry : more.entries()) {
      var own = all.putIfAbsent(entry.name(), entry);
      if (own != null && !Sameness.of(own.value()).equals(Sameness.of(entry.value()))) {
        faults.add(
            Finding.error(
                    Code.VALUE_INVALID,
                    "\""
                        + entry.name()
                        + "\" below "
                        + kind
                        + " is declared by an included file too")
                .at(own.key().where())
                .because("the other one is at " + entry.key().where())
                .tryThis(
                    "rename one of the two",
                    "to change an included one, list a second file below the include's path"));
      }
    }
    return Nodes.of(declared, all.values());
  }
}
