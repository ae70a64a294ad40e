package dev.catamaran.lab;

import dev.catamaran.cluster.Node;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.image.Catalogue;
import dev.catamaran.image.ImagePattern;
import dev.catamaran.model.Cidr;
import dev.catamaran.model.Digest;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.Addressing;
import dev.catamaran.spec.Addressing.Pool;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The tree of a lab file to a {@link LabFile}. */
final class LabReader {
  private static final List<String> TOP = List.of("name", "nodes", "networks", "images");
  private static final List<String> NETWORK =
      List.of("name", "driver", "attachable", "internal", "encrypted", "labels", "subnet");
  private static final List<String> IMAGE = List.of("match", "platforms", "digest");

  private final String file;
  private final List<Finding> findings = new ArrayList<>();

  LabReader(String file) {
    this.file = file;
  }

  Outcome<LabFile> read(YamlNode root) {
    var top = Keys.of(root, "a lab file", TOP, findings);
    if (top.isEmpty()) {
      return Outcome.refused(findings.toArray(Finding[]::new));
    }
    var keys = top.get();
    var name = keys.text("name").orElse("lab");
    var nodes = keys.list("nodes");
    var members = each(nodes, node -> new MemberReader(findings).read(node));
    var networks = each(keys.list("networks"), this::network);
    var images = each(keys.list("images"), this::image);
    check(keys, nodes.size(), members);
    var lab = new LabFile(name, members, networks, new Catalogue("lab file " + file, images));
    return Outcome.of(lab, findings);
  }

  private static <T> List<T> each(List<YamlNode> lines, Function<YamlNode, Optional<T>> reader) {
    return lines.stream().flatMap(n -> reader.apply(n).stream()).toList();
  }

  private void check(Keys keys, int lines, List<LabFile.Member> members) {
    if (lines == 0) {
      findings.add(Keys.invalid("a lab needs at least one node, below \"nodes\"", keys.where()));
    } else if (members.size() == lines
        && members.stream().noneMatch(m -> m.role() == Node.Role.MANAGER)) {
      findings.add(
          Keys.invalid("no node is a manager", keys.where("nodes"))
              .tryThis("give one node \"role: manager\""));
    }
    if (members.size() > Loopback.MOST_NODES) {
      keys.complain("a lab holds at most " + Loopback.MOST_NODES + " nodes", "nodes");
    }
    var seen = new HashSet<String>();
    for (var member : members) {
      if (!seen.add(member.name().text())) {
        keys.complain("two nodes are named \"" + member.name() + "\"", "nodes");
      }
    }
  }

  private Optional<NetworkSpec> network(YamlNode node) {
    return Keys.of(node, "a network", NETWORK, findings).flatMap(this::network);
  }

  private Optional<NetworkSpec> network(Keys keys) {
    var options = new LinkedHashMap<String, String>();
    if (keys.flag("encrypted").orElse(false)) {
      options.put("encrypted", "");
    }
    return keys.required("name")
        .map(name ->
            new NetworkSpec(
                name,
                keys.text("driver").orElse("overlay"),
                options,
                keys.flag("attachable").orElse(false),
                keys.flag("internal").orElse(false),
                keys.texts("labels"),
                addressing(keys)));
  }

  private static Addressing addressing(Keys network) {
    var subnet =
        network.parsed(
            "subnet", "subnet (such as 10.20.0.0/24)", t -> Cidr.parse(t).filter(Cidr::ipv4));
    return new Addressing(
        false,
        Driver.NONE,
        subnet.stream()
            .map(s -> new Pool(Optional.of(s.toString()), Optional.empty(), Optional.empty()))
            .toList());
  }

  private Optional<Catalogue.Entry> image(YamlNode node) {
    return Keys.of(node, "an image", IMAGE, findings).flatMap(this::image);
  }

  private Optional<Catalogue.Entry> image(Keys keys) {
    keys.required("match");
    var pattern =
        keys.parsed("match", "image pattern", text -> lenient(() -> new ImagePattern(text)));
    var digest = keys.parsed("digest", "digest", text -> lenient(() -> new Digest(text)));
    var platforms = new ArrayList<Platform>();
    var named = keys.list("platforms");
    for (var item : named) {
      platform(item).ifPresent(platforms::add);
    }
    if (named.isEmpty()) {
      keys.complain("\"platforms\" names at least one platform", "platforms");
    }
    return pattern.isEmpty() || platforms.isEmpty()
        ? Optional.empty()
        : Optional.of(new Catalogue.Entry(pattern.get(), platforms, digest));
  }

  private Optional<Platform> platform(YamlNode item) {
    var platform =
        item instanceof Scalar scalar ? Platform.parse(scalar.text()) : Optional.<Platform>empty();
    if (platform.isEmpty()) {
      var shown = item instanceof Scalar scalar ? "\"" + scalar.text() + "\"" : item.words();
      findings.add(
          Keys.invalid(shown + " is no platform", item.where())
              .tryThis("linux/amd64", "windows(10.0.20348.3091)/amd64"));
    }
    return platform;
  }

  private static <T> Optional<T> lenient(Supplier<T> made) {
    try {
      return Optional.of(made.get());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
