package dev.catamaran.compose.specification;

import dev.catamaran.compose.canonical.RelativePaths;
import dev.catamaran.compose.grammar.Grammar;
import dev.catamaran.compose.text.HostPaths;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Closest;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code extends}: services laid over those they are made from, in this file or another. */
final class Inheritance {
  private static final String KEY = "extends";
  private static final String SERVICES = "services";

  /** Services that extend one another in a row. */
  private static final int LONGEST = 100;

  /** One service in one file. */
  private record Step(String file, String service) {}

  /**
   * The services of one file while they are worked out.
   *
   * @param directory where its relative paths start
   * @param misfits what is wrong with their shape, told once somebody extends them
   */
  private record Services(
      String file,
      String directory,
      Map<String, Entry> entries,
      Resets resets,
      List<Finding> misfits) {}

  private final Model model;
  private final Reading reading;
  private final Scope scope;
  private final Faults faults;
  private final Map<String, Optional<Services>> extended = new HashMap<>();

  Inheritance(Model model, Reading reading, Scope scope) {
    this.model = model;
    this.reading = reading;
    this.scope = scope;
    this.faults = reading.faults();
  }

  /** The document with every service complete. */
  Mapping applied(Mapping document, String file, Resets resets) {
    var services = Nodes.mapping(document, SERVICES);
    boolean any =
        services.isPresent()
            && services.get().entries().stream()
                .anyMatch(e -> e.value() instanceof Mapping m && m.entry(KEY).isPresent());
    if (!any) {
      return document;
    }
    var written = services.get();
    var all =
        new Services(
            file, scope.directory(), Nodes.byName(written), resets.at(SERVICES), new ArrayList<>());
    written.entries().forEach(e -> complete(all, e, List.of()));
    return Nodes.replaced(document, SERVICES, _ -> Nodes.of(written, all.entries.values()));
  }

  private YamlNode complete(Services in, Entry asked, List<Step> chain) {
    var entry = in.entries.getOrDefault(asked.name(), asked);
    if (!(entry.value() instanceof Mapping service)) {
      return entry.value();
    }
    var extension = service.entry(KEY);
    if (extension.isEmpty()) {
      return service;
    }
    var made = made(in, entry, service, extension.get(), chain);
    in.entries.put(entry.name(), new Entry(entry.key(), made));
    return made;
  }

  private Mapping made(
      Services in, Entry entry, Mapping service, Entry extension, List<Step> chain) {
    var alone = Nodes.without(service, KEY);
    var step = new Step(in.file, entry.name());
    var base = Base.of(extension, entry.name(), faults);
    if (base.isEmpty() || !goesOn(step, chain, extension)) {
      return alone;
    }
    var longer = new ArrayList<>(chain);
    longer.add(step);
    return switch (found(in, base.get(), longer).orElse(alone)) {
      case Mapping found -> {
        var source = in.resets.at(entry.name()).clear(found);
        yield Nodes.without(model.overlay().services(source, alone), KEY);
      }
      // A service about which nothing is said has nothing to give.
      case YamlNode.Scalar empty when empty.isNull() -> alone;
      case YamlNode odd -> {
        faults.invalid(
            odd.where(), "a service is a mapping, not " + odd.words(), "write its attributes");
        yield alone;
      }
    };
  }

  private boolean goesOn(Step step, List<Step> chain, Entry extension) {
    if (chain.contains(step)) {
      var path = new ArrayList<String>();
      chain.subList(chain.indexOf(step), chain.size()).forEach(s -> path.add(s.service));
      path.add(step.service);
      faults.add(
          Finding.error(Code.VALUE_INVALID, "services extend one another in a circle")
              .at(extension.key().where())
              .because(String.join(" extends ", path))
              .tryThis("let one of them stand alone"));
      return false;
    }
    if (chain.size() >= LONGEST) {
      faults.invalid(
          extension.key().where(),
          "more than " + LONGEST + " services extend one another in a row",
          "extend the first one directly");
      return false;
    }
    return true;
  }

  private Optional<YamlNode> found(Services here, Base base, List<Step> chain) {
    var services = base.file().isPresent() ? other(base, here) : Optional.of(here);
    if (services.isEmpty()) {
      return Optional.empty();
    }
    var there = services.get();
    var entry = Optional.ofNullable(there.entries.get(base.service()));
    if (entry.isEmpty()) {
      undefined(base, there);
      return Optional.empty();
    }
    tellMisfits(there, base.service());
    return Optional.of(complete(there, entry.get(), chain));
  }

  private void undefined(Base base, Services there) {
    var where = base.file().isPresent() ? " in " + reading.shown(there.file) : "";
    faults.add(
        Finding.error(
                Code.REFERENCE_UNDEFINED,
                "there is no service \"" + base.service() + "\"" + where + " to extend")
            .at(base.place())
            .tryThis(
                Closest.to(base.service(), there.entries.keySet())
                    .map(near -> "did you mean \"" + near + "\"?")
                    .orElse("declare it, or remove extends")));
  }

  private void tellMisfits(Services services, String name) {
    services.misfits.removeIf(finding -> {
      boolean about = finding.subject().service().filter(s -> s.text().equals(name)).isPresent();
      if (about) {
        faults.add(finding);
      }
      return about;
    });
  }

  private Optional<Services> other(Base base, Services here) {
    var file = base.file().orElseThrow();
    var path = HostPaths.absolute(file.text(), here.directory, reading.home());
    var known = extended.get(path);
    if (known == null) {
      known =
          reading.refusesRemote(file.text(), file.where())
              ? Optional.empty()
              : load(path, file.where());
      extended.put(path, known);
    }
    return known;
  }

  private Optional<Services> load(String path, Where named) {
    return reading
        .file(path, named)
        .flatMap(file -> {
          var misfits = new Faults();
          var shaped = Grammar.specification().check(model.extended(file), misfits);
          var folder = Paths.parent(path);
          var whole = RelativePaths.resolved(model.canonical(shaped), folder, reading.home());
          var services = Nodes.mapping(whole, SERVICES);
          if (services.isEmpty()) {
            faults.add(
                Finding.error(
                        Code.REFERENCE_UNDEFINED, reading.shown(path) + " declares no services")
                    .at(named));
          }
          var resets = Resets.of(file.documents().getLast()).resets().at(SERVICES);
          return services.map(s ->
              new Services(
                  path, folder, Nodes.byName(s), resets, new ArrayList<>(misfits.findings())));
        });
  }
}
