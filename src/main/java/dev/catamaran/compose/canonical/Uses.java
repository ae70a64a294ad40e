package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service uses of the things that a file declares, each at its place. */
final class Uses {
  private static final String SOURCE = "source";

  private Uses() {}

  static List<Scalar> networks(Mapping service) {
    return Found.entries(service, "networks").stream().map(Entry::key).toList();
  }

  static List<Scalar> models(Mapping service) {
    return Found.entries(service, "models").stream().map(Entry::key).toList();
  }

  /** Volumes with a name; the others belong to nobody else. */
  static List<Scalar> volumes(Mapping service) {
    return Found.items(service, "volumes").stream()
        .flatMap(n -> Found.asMapping(n).stream())
        .filter(m -> Found.text(m, "type").equals("volume"))
        .flatMap(m -> Found.scalar(m, SOURCE).stream())
        .filter(s -> !s.text().isEmpty())
        .toList();
  }

  static List<Scalar> configs(Mapping service) {
    return sources(service, "configs").toList();
  }

  /** Those above, and the one that holds a credential spec, which Compose forgets. */
  static List<Scalar> configsAndCredentials(Mapping service) {
    var credentials =
        Found.mapping(service, "credential_spec").stream()
            .flatMap(c -> Found.scalar(c, "config").stream());
    return Stream.concat(sources(service, "configs"), credentials).toList();
  }

  static List<Scalar> secrets(Mapping service) {
    var build = Found.mapping(service, "build");
    return Stream.concat(
            sources(service, "secrets"), build.stream().flatMap(b -> sources(b, "secrets")))
        .toList();
  }

  private static Stream<Scalar> sources(Mapping owner, String key) {
    return Found.items(owner, key).stream()
        .flatMap(n -> Found.asMapping(n).stream())
        .flatMap(m ->
            Optional.of(Found.scalar(m, SOURCE).orElseGet(() -> Made.text("", m.where())))
                .stream());
  }
}
