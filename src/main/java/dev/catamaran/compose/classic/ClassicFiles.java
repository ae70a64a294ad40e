package dev.catamaran.compose.classic;

import dev.catamaran.compose.grammar.Grammar;
import dev.catamaran.compose.grammar.Version;
import dev.catamaran.compose.phase.Interpolation;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads files of the classic format. */
public final class ClassicFiles {
  private final Input input;
  private final Faults faults;
  private final FormatVersions versions;
  private final Interpolation interpolation;

  private ClassicFiles(Input input, Faults faults) {
    this.input = input;
    this.faults = faults;
    this.versions = new FormatVersions(faults);
    this.interpolation =
        new Interpolation(
            new ClassicVariables(input.variables()), ClassicCasts.CASTS, false, faults);
  }

  /**
   * The canonical tree of all files together; findings go to {@code faults}.
   *
   * @param files the parsed files in the order they are laid over one another
   */
  public static Mapping resolve(List<Mapping> files, Input input, Faults faults) {
    return new ClassicFiles(input, faults).all(files);
  }

  private Mapping all(List<Mapping> files) {
    var merged = one(files.getFirst());
    for (var later : files.subList(1, files.size())) {
      merged = FileFields.FILE.merge(merged, withoutExtensions(one(later)), faults);
    }
    return printed(merged);
  }

  private YamlNode one(Mapping written) {
    var version = versions.of(written);
    var plain = new ForbiddenKeys(faults).check(new PlainValues(faults).of(written));
    if (version.isEmpty()) {
      return Nodes.mapping(List.of(), written.where());
    }
    var file = input.interpolate() ? interpolation.apply(plain) : plain;
    var checked = Grammar.classic(version.get()).check(file, faults.later());
    return FileFields.FILE
        .read(versioned(checked, version.get()), new Reading(input, faults.later(), ""))
        .orElse(checked);
  }

  /** What the file says is replaced by what it means: 3 is the newest version. */
  private static Mapping versioned(Mapping file, Version version) {
    var where = file.get(FileFields.VERSION).map(YamlNode::where).orElse(file.where());
    var entries = Nodes.index(file);
    entries.put(
        FileFields.VERSION, Nodes.entry(FileFields.VERSION, Nodes.text(version.toString(), where)));
    return Nodes.mapping(entries.values(), file.where());
  }

  /** Docker takes those at the top from the first file. */
  private static YamlNode withoutExtensions(YamlNode file) {
    return Nodes.mapping(
        Nodes.index(file).values().stream().filter(e -> !e.name().startsWith("x-")).toList(),
        file.where());
  }

  private static Mapping printed(YamlNode file) {
    var shown = new ArrayList<Entry>();
    var found = FileFields.FILE.printed(file).map(Nodes::index).orElseThrow();
    var version = Optional.ofNullable(found.remove(FileFields.VERSION));
    var services = Optional.ofNullable(found.remove(FileFields.SERVICES));
    version.ifPresent(shown::add);
    shown.add(
        services.orElse(Nodes.entry(FileFields.SERVICES, Nodes.mapping(List.of(), file.where()))));
    shown.addAll(found.values());
    return Nodes.mapping(shown, file.where());
  }
}
