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
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One node of a lab file. */
final class MemberReader {
  private static final List<String> KEYS =
      List.of(
          "name",
          "role",
          "os",
          "system",
          "build",
          "engine",
          "architecture",
          "availability",
          "labels",
          "cpus",
          "memory",
          "hyperv",
          "ipvs",
          "agent");
  private static final long NANOS = 1_000_000_000;
  private static final long DEFAULT_CPUS = 4;
  private static final long DEFAULT_MEMORY = 8L << 30;
  private static final Pattern MEMORY = Pattern.compile("(\\d{1,9})([kmgt]?)b?");

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
    var hardware = hardware(keys);
    var labels = keys.texts("labels");
    boolean agent = keys.flag("agent").orElse(true);
    if (findings.size() > before || name.isEmpty() || facts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LabFile.Member(name.get(), role, availability, facts.get(), hardware, labels, agent));
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

  private static LabFile.Hardware hardware(Keys keys) {
    long nanoCpus =
        keys.parsed("cpus", "number of CPUs", MemberReader::nanoCpus).orElse(DEFAULT_CPUS * NANOS);
    long memory =
        keys.parsed("memory", "amount of memory (such as 8g)", MemberReader::memory)
            .orElse(DEFAULT_MEMORY);
    var system =
        keys.text("system")
            .orElse(
                keys.text("os").filter(os -> Os.of(os) == Os.WINDOWS).isPresent()
                    ? "Windows Server"
                    : "Linux");
    return new LabFile.Hardware(
        system, keys.text("architecture").orElse("x86_64"), nanoCpus, memory);
  }

  private static Optional<Long> nanoCpus(String text) {
    try {
      var nanos = new BigDecimal(text).multiply(BigDecimal.valueOf(NANOS));
      return nanos.signum() > 0 ? Optional.of(nanos.longValueExact()) : Optional.empty();
    } catch (ArithmeticException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Long> memory(String text) {
    var matcher = MEMORY.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int shift = " kmgt".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2)) * 10;
    return Optional.of(Long.parseLong(matcher.group(1)) << shift);
  }

  private static <T extends Enum<T>> Optional<T> word(T[] values, String text) {
    return Arrays.stream(values)
        .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }
}
