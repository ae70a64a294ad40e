package dev.catamaran.compose.classic;

import dev.catamaran.compose.grammar.Version;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import java.util.Optional;

/** Which version of the format each file says it has; all files must say the same. */
final class FormatVersions {
  private static final String MAJOR = "3.";
  private static final int LONGEST = 4;

  private final Faults faults;
  private Optional<Version> first = Optional.empty();

  FormatVersions(Faults faults) {
    this.faults = faults;
  }

  /** Empty where the file cannot be read as this format. */
  Optional<Version> of(Mapping file) {
    var entry = file.entry(FileFields.VERSION);
    if (entry.isEmpty()) {
      return same(Version.NEWEST, entry, file);
    }
    if (!(entry.get().value() instanceof Scalar text) || text.kind() != ScalarKind.STRING) {
      return wrong(entry.get(), "the version must be a string", "write version: \"3.8\"");
    }
    return parse(text.text())
        .map(version -> same(version, entry, file))
        .orElseGet(() -> unknown(entry.get(), text.text()));
  }

  private static Optional<Version> parse(String text) {
    if (text.isEmpty() || text.equals("3")) {
      return Optional.of(Version.NEWEST);
    }
    var minor = text.startsWith(MAJOR) ? text.substring(MAJOR.length()) : "";
    boolean digits =
        !minor.isEmpty()
            && text.length() <= LONGEST
            && minor.chars().allMatch(c -> c >= '0' && c <= '9')
            && (minor.length() == 1 || minor.charAt(0) != '0');
    return digits
        ? Optional.of(new Version(Integer.parseInt(minor)))
            .filter(v -> v.compareTo(Version.NEWEST) <= 0)
        : Optional.empty();
  }

  private Optional<Version> unknown(Entry entry, String text) {
    boolean older = text.startsWith("2") || text.startsWith("1");
    return wrong(
        entry,
        "docker stack reads the versions 3.0 to " + Version.NEWEST + ", not \"" + text + "\"",
        older
            ? "read it as docker compose does, with --dialect compose"
            : "write version: \"" + Version.NEWEST + "\"");
  }

  private Optional<Version> wrong(Entry entry, String message, String way) {
    faults.add(Finding.error(Code.VALUE_INVALID, message).at(entry.value().where()).tryThis(way));
    return Optional.empty();
  }

  private Optional<Version> same(Version version, Optional<Entry> entry, Mapping file) {
    var earlier = first.orElse(version);
    first = Optional.of(earlier);
    if (!earlier.equals(version)) {
      faults.invalid(
          entry.map(e -> e.value().where()).orElse(file.where()),
          "this file has version "
              + version
              + (entry.isEmpty() ? ", since it names none" : "")
              + ", and the first one has "
              + earlier,
          "write the same version in all files");
    }
    return Optional.of(version);
  }
}
