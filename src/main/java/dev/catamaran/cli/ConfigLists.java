package dev.catamaran.cli;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One aspect of a project, line by line, instead of the whole of it. */
final class ConfigLists {
  private static final String SERVICES = "services";

  @Option(names = "--services", description = "Print the services' names only.")
  private boolean services;

  @Option(names = "--images", description = "Print the services' images only.")
  private boolean images;

  @Option(names = "--volumes", description = "Print the volumes' names only.")
  private boolean volumes;

  @Option(names = "--networks", description = "Print the networks' names only.")
  private boolean networks;

  @Option(names = "--profiles", description = "Print the profiles' names only.")
  private boolean profiles;

  @Option(
      names = "--hash",
      paramLabel = "SERVICE",
      description =
          "Print a hash of the service's resolved configuration; * is every service. Equal hashes"
              + " mean equal configurations.")
  private @Nullable String hash;

  /** Services of inactive profiles count as well. */
  boolean wantsEverything() {
    return profiles;
  }

  /** Empty where nothing of the kind was asked for. */
  Optional<String> of(Mapping tree) {
    if (services) {
      return lines(names(tree, SERVICES));
    }
    if (volumes) {
      return lines(names(tree, "volumes"));
    }
    if (networks) {
      return lines(names(tree, "networks"));
    }
    if (images) {
      return lines(each(tree).flatMap(s -> texts(s, "image")));
    }
    if (profiles) {
      return lines(each(tree).flatMap(s -> texts(s, "profiles")).distinct().sorted());
    }
    return Optional.ofNullable(hash).flatMap(wanted -> lines(hashes(tree, wanted)));
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
