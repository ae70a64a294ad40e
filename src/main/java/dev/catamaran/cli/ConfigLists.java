package dev.catamaran.cli;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.json.JsonText;
import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Option;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One aspect of a project, line by line, instead of the whole of it. */
final class ConfigLists {
  private static final String SERVICES = "services";

  private final Flag services;
  private final Flag images;
  private final Flag volumes;
  private final Flag networks;
  private final Flag profiles;
  private final Text hash;

  ConfigLists(Usage usage) {
    services = usage.flag("--services", "Print the services' names only.");
    images = usage.flag("--images", "Print the services' images only.");
    volumes = usage.flag("--volumes", "Print the volumes' names only.");
    networks = usage.flag("--networks", "Print the networks' names only.");
    profiles = usage.flag("--profiles", "Print the profiles' names only.");
    hash =
        usage.text(
            "--hash=SERVICE",
            "Print a hash of the service's resolved configuration; * is every service. Equal"
                + " hashes mean equal configurations.");
  }

  /** Refuses what cannot be meant, before anything is read. */
  void check() {
    var asked =
        Stream.of(services, images, volumes, networks, profiles, hash).filter(Option::given);
    if (asked.count() > 1) {
      throw new UsageFailure(
          "--services, --images, --volumes, --networks, --profiles and --hash exclude each other");
    }
  }

  /** Services of inactive profiles count as well. */
  boolean wantsEverything() {
    return profiles.on();
  }

  /** Empty where nothing of the kind was asked for. */
  Optional<String> of(Mapping tree) {
    if (services.on()) {
      return lines(names(tree, SERVICES));
    }
    if (volumes.on()) {
      return lines(names(tree, "volumes"));
    }
    if (networks.on()) {
      return lines(names(tree, "networks"));
    }
    if (images.on()) {
      return lines(each(tree).flatMap(s -> texts(s, "image")));
    }
    if (profiles.on()) {
      return lines(each(tree).flatMap(s -> texts(s, "profiles")).distinct().sorted());
    }
    return hash.value().flatMap(wanted -> lines(hashes(tree, wanted)));
  }

  private static Stream<String> hashes(Mapping tree, String wanted) {
    var chosen =
        entries(tree, SERVICES).filter(e -> wanted.equals("*") || e.name().equals(wanted)).toList();
    if (chosen.isEmpty() && !wanted.equals("*")) {
      throw new UsageFailure("no service \"" + wanted + "\" to hash");
    }
    return chosen.stream().map(e -> e.name() + " " + hash(e.value()));
  }

  private static String hash(YamlNode service) {
    var text = JsonText.compact(ConfigJson.of(service));
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Optional<String> lines(Stream<String> lines) {
    return Optional.of(lines.map(l -> l + "\n").collect(Collectors.joining()));
  }

  private static Stream<String> names(Mapping tree, String section) {
    return entries(tree, section).map(Entry::name).sorted();
  }

  private static Stream<YamlNode> each(Mapping tree) {
    return entries(tree, SERVICES).map(Entry::value);
  }

  private static Stream<Entry> entries(Mapping tree, String section) {
    return tree.get(section).stream()
        .flatMap(n -> n instanceof Mapping m ? m.entries().stream() : Stream.of());
  }

  private static Stream<String> texts(YamlNode service, String key) {
    var value = service instanceof Mapping m ? m.get(key) : Optional.<YamlNode>empty();
    return value.stream()
        .flatMap(v -> v instanceof Sequence list ? list.items().stream() : Stream.of(v))
        .flatMap(v -> v instanceof Scalar s ? List.of(s.asText()).stream() : Stream.of());
  }
}
