package dev.catamaran.lab;

import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One node of a lab file. */
final class MemberReader {
  private static final List<String> KEYS =
      Stream.concat(
              Stream.of(
                  "name",
                  "role",
                  "os",
                  "system",
                  "build",
                  "engine",
                  "architecture",
                  "availability",
                  "labels",
                  "hyperv",
                  "ipvs",
                  "agent"),
              EngineReader.KEYS.stream())
          .toList();

  private final List<Finding> findings;

  MemberReader(List<Finding> findings) {
    this.findings = findings;
  }

  Optional<LabFile.Member> read(YamlNode node) {
    return Keys.of(node, "a node", KEYS, findings).flatMap(this::read);
  }

  private Optional<LabFile.Member> read(Keys keys) {
    int before = findings.size();
    keys.required("name");
    keys.required("os");
    keys.required("engine");
    var name = keys.parsed("name", "node name", MemberReader::name);
    var facts = facts(keys);
    var role =
        keys.parsed("role", "role (manager, worker)", t -> word(Node.Role.values(), t))
            .orElse(Node.Role.WORKER);
    var availability =
        keys.parsed(
                "availability",
                "availability (active, pause, drain)",
                t -> word(Node.Availability.values(), t))
            .orElse(Node.Availability.ACTIVE);
    var hardware = facts.map(f -> hardware(keys, f));
    var labels = keys.texts("labels");
    boolean agent = keys.flag("agent").orElse(true);
    if (findings.size() > before || name.isEmpty() || facts.isEmpty() || hardware.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LabFile.Member(
            name.get(), role, availability, facts.get(), hardware.get(), labels, agent));
  }

  private static Optional<NodeName> name(String text) {
    try {
      return Optional.of(new NodeName(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Optional<NodeFacts> facts(Keys keys) {
    var os =
        keys.parsed(
            "os",
            "operating system of a node (linux, windows)",
            t -> Optional.of(Os.of(t)).filter(o -> o != Os.OTHER));
    var engine = keys.parsed("engine", "engine version", EngineVersion::parse);
    var build =
        keys.parsed("build", "Windows build (such as \"20348.3091\", in quotes)", OsVersion::parse);
    if (os.isEmpty()) {
      return Optional.empty();
    }
    if (os.get() == Os.WINDOWS) {
      requireBuild(keys, build);
      refuse(keys, "ipvs", "is a fact of Linux kernels, not of Windows");
    } else {
      refuse(keys, "build", "is a fact of Windows, not of Linux");
      refuse(keys, "hyperv", "is a fact of Windows, not of Linux");
    }
    boolean windows = os.get() == Os.WINDOWS;
    var architecture = keys.text("architecture").orElse("x86_64");
    return Optional.of(
        new NodeFacts(
            new Platform(
                os.get(), architecture, Optional.empty(), windows ? build : Optional.empty()),
            engine,
            windows ? Optional.empty() : Optional.of(keys.flag("ipvs").orElse(true)),
            windows ? Optional.of(keys.flag("hyperv").orElse(false)) : Optional.empty()));
  }

  private void requireBuild(Keys keys, Optional<OsVersion> build) {
    if (!keys.has("build")) {
      findings.add(
          Keys.invalid("a Windows node says its \"build\"", keys.where())
              .tryThis("build: \"20348.3091\""));
    } else if (build.isPresent() && build.get().revision().isEmpty()) {
      findings.add(
          Keys.invalid("build " + build.get().build() + " lacks its revision", keys.where("build"))
              .tryThis("build: \"" + build.get().build() + ".3091\""));
    }
  }

  private static void refuse(Keys keys, String key, String why) {
    if (keys.has(key)) {
      keys.complain("\"" + key + "\" " + why, key);
    }
  }

  private static LabFile.Hardware hardware(Keys keys, NodeFacts facts) {
    var os = facts.platform().os();
    return new LabFile.Hardware(
        keys.text("system").orElse(os == Os.WINDOWS ? "Windows Server" : "Linux"),
        keys.text("architecture").orElse("x86_64"),
        EngineReader.read(keys, facts));
  }

  private static <T extends Enum<T>> Optional<T> word(T[] values, String text) {
    return Arrays.stream(values)
        .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }
}
