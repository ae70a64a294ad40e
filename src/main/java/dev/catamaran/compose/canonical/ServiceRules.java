package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Attributes of one service that must agree with each other. */
final class ServiceRules {
  private static final String REPLICAS = "replicas";
  private static final String SCALE = "scale";
  private static final Set<String> PROBES = Set.of("CMD", "CMD-SHELL", "NONE");
  private static final Set<String> WITHOUT_TARGET = Set.of("rebuild", "restart");

  /** An attribute of the service, and the one below deploy.resources that means the same. */
  private record Twin(String own, String part, String key) {}

  private static final List<Twin> TWINS =
      List.of(
          new Twin("cpus", "limits", "cpus"),
          new Twin("mem_limit", "limits", "memory"),
          new Twin("mem_reservation", "reservations", "memory"),
          new Twin("pids_limit", "limits", "pids"));

  private final Faults faults;

  ServiceRules(Faults faults) {
    this.faults = faults;
  }

  void check(Entry entry, Mapping service) {
    image(entry, service);
    Found.mapping(service, "build").ifPresent(b -> build(b, service));
    network(service);
    probe(service);
    scale(service);
    Found.mapping(service, "deploy")
        .flatMap(d -> Found.mapping(d, "resources"))
        .ifPresent(r -> TWINS.forEach(t -> twin(t, service, r)));
    Found.mapping(service, "develop").ifPresent(this::watches);
  }

  private void image(Entry entry, Mapping service) {
    boolean runs =
        service.entry("image").isPresent()
            || service.entry("build").isPresent()
            || service.entry("provider").isPresent();
    if (!runs) {
      faults.add(
          Finding.error(
                  Code.IMAGE_MISSING,
                  "service " + entry.name() + " has neither an image nor a build")
              .at(entry.key().where())
              .tryThis("write image: below it", "name the file that says it with -f as well"));
    }
  }

  private void build(Mapping build, Mapping service) {
    var inline = build.entry("dockerfile_inline");
    if (inline.isPresent() && build.entry("dockerfile").isPresent()) {
      exclude(inline.get(), "dockerfile and dockerfile_inline exclude each other");
    }
    var platforms = Found.items(build, "platforms");
    var platform = Found.scalar(service, "platform");
    boolean built =
        platform.isEmpty()
            || platforms.isEmpty()
            || platforms.stream()
                .anyMatch(p -> p instanceof Scalar s && s.text().equals(platform.get().text()));
    if (!built) {
      faults.invalid(
          platform.get().where(),
          "the service runs as " + platform.get().text() + " and is not built for it",
          "add " + platform.get().text() + " to build.platforms");
    }
  }

  private void exclude(Entry entry, String message) {
    faults.invalid(entry.key().where(), message, "remove one of the two");
  }

  private void network(Mapping service) {
    var mode = service.entry("network_mode");
    if (mode.isPresent() && !Found.entries(service, "networks").isEmpty()) {
      exclude(mode.get(), "network_mode and networks exclude each other");
    }
  }

  private void probe(Mapping service) {
    var test = Found.mapping(service, "healthcheck").map(h -> Found.items(h, "test"));
    if (test.isPresent()
        && !test.get().isEmpty()
        && test.get().getFirst() instanceof Scalar first
        && !PROBES.contains(first.text())) {
      faults.invalid(
          first.where(),
          "a healthcheck's test begins with CMD, CMD-SHELL or NONE, not with \""
              + first.text()
              + "\"",
          "write CMD before it, or the whole test as one text");
    }
  }

  private void scale(Mapping service) {
    var deploy = Found.mapping(service, "deploy");
    var scale = Found.scalar(service, SCALE);
    var replicas = deploy.flatMap(d -> Found.scalar(d, REPLICAS));
    negative(scale, SCALE);
    negative(replicas, "deploy.replicas");
    if (scale.isPresent()
        && replicas.isPresent()
        && !scale.get().asText().equals(replicas.get().asText())) {
      faults.invalid(
          scale.get().where(),
          "scale is " + scale.get().text() + " and deploy.replicas " + replicas.get().text(),
          "remove one of the two");
    }
    var name = service.entry("container_name");
    boolean several = scale.or(() -> replicas).flatMap(Scalar::asLong).orElse(1L) > 1;
    if (several && name.isPresent()) {
      faults.invalid(
          name.get().key().where(),
          "several containers of one service cannot have the same name",
          "remove container_name");
    }
  }

  private void negative(Optional<Scalar> number, String key) {
    number
        .filter(n -> n.text().startsWith("-"))
        .ifPresent(n ->
            faults.invalid(n.where(), key + " is a number from 0 on", "write 0 for none at all"));
  }

  private void twin(Twin twin, Mapping service, Mapping resources) {
    var own = Found.scalar(service, twin.own());
    var part = Found.mapping(resources, twin.part());
    if (own.isEmpty() || part.isEmpty()) {
      return;
    }
    var other = Found.text(part.get(), twin.key());
    if (!other.equals(own.get().asText())) {
      faults.invalid(
          own.get().where(),
          twin.own() + " and deploy.resources." + twin.part() + "." + twin.key() + " differ",
          "remove " + twin.own());
    }
  }

  private void watches(Mapping develop) {
    for (YamlNode node : Found.items(develop, "watch")) {
      if (node instanceof Mapping watch
          && Found.text(watch, "target").isEmpty()
          && !WITHOUT_TARGET.contains(Found.text(watch, "action"))) {
        faults.invalid(
            watch.where(),
            "this watch does not say where its files go",
            "write target: and a path in the container");
      }
    }
  }
}
