package dev.catamaran.compose.specification;

import dev.catamaran.compose.canonical.Canonical;
import dev.catamaran.compose.grammar.Grammar;
import dev.catamaran.compose.phase.Interpolation;
import dev.catamaran.compose.specification.Reading.ComposeFile;
import dev.catamaran.compose.text.Template;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import java.util.List;

/** Lays the documents of some files over one another, in the order in which Compose does it. */
final class Model {
  private final Reading reading;
  private final Scope scope;
  private final Faults faults;
  private final Overlay overlay;
  private final Interpolation interpolation;
  private final Inheritance inheritance;

  Model(Reading reading, Scope scope) {
    this.reading = reading;
    this.scope = scope;
    this.faults = reading.faults();
    this.overlay = new Overlay(faults);
    this.interpolation =
        new Interpolation(
            text -> Template.expand(text, scope.environment()), CastTable.casts(), true, faults);
    this.inheritance = new Inheritance(this, reading, scope);
  }

  /** One tree, every attribute in its long form, all shapes checked. */
  Mapping of(List<ComposeFile> files) {
    var below = Nodes.empty(files.getFirst().documents().getFirst().where());
    for (var file : files) {
      boolean versioned = false;
      for (var document : file.documents()) {
        below = over(below, document, file);
        versioned = versioned || tellVersion(below);
        below = Nodes.without(below, "version");
      }
    }
    return below;
  }

  private Mapping over(Mapping below, Mapping document, ComposeFile file) {
    var untagged = Resets.of(document);
    var resets = untagged.resets();
    var own = interpolated(untagged.document());
    own = inheritance.applied(own, file.path(), resets);
    own = new Includes(reading, scope.inside(file.path())).imported(own);
    var merged = Unicity.of(overlay.files(resets.clear(below), own));
    return canonical(Grammar.specification().check(merged, faults.later()));
  }

  /**
   * The documents of a file whose services are extended: neither its own {@code extends} nor its
   * includes count here.
   */
  Mapping extended(ComposeFile file) {
    var below = Nodes.empty(file.documents().getFirst().where());
    for (var document : file.documents()) {
      var untagged = Resets.of(document);
      var own = interpolated(untagged.document());
      below = Unicity.of(overlay.files(untagged.resets().clear(below), own));
    }
    return below;
  }

  Mapping canonical(Mapping file) {
    // Without variables in place a text need not be the short form that it will be.
    boolean whole = reading.input().interpolate();
    return Unicity.checked(Canonical.of(file, whole ? faults : new Faults()), faults);
  }

  Overlay overlay() {
    return overlay;
  }

  private Mapping interpolated(Mapping document) {
    return reading.input().interpolate() ? interpolation.apply(document) : document;
  }

  private boolean tellVersion(Mapping file) {
    var version = file.entry("version");
    version.ifPresent(v ->
        faults.add(
            Finding.warning(
                    Code.KEY_NOT_APPLIED, "\"version\" has no meaning to the Compose Specification")
                .at(v.key().where())
                .tryThis(
                    "remove it",
                    "read the file as docker stack deploy does, with --dialect stack")));
    return version.isPresent();
  }
}
