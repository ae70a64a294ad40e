package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Closest;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether everything exists that a service names. */
final class References {
  private final Set<String> networks;
  private final Set<String> volumes;
  private final Set<String> configs;
  private final Set<String> secrets;
  private final Set<String> models;
  private final ActiveServices services;
  private final Faults faults;

  References(Mapping file, ActiveServices services, Faults faults) {
    this.networks = names(file, "networks");
    this.volumes = names(file, "volumes");
    this.configs = names(file, "configs");
    this.secrets = names(file, "secrets");
    this.models = names(file, "models");
    this.services = services;
    this.faults = faults;
  }

  private References(References all, Faults faults) {
    this.networks = all.networks;
    this.volumes = all.volumes;
    this.configs = all.configs;
    this.secrets = all.secrets;
    this.models = all.models;
    this.services = all.services;
    this.faults = faults;
  }

  /** The same, in the name of a service. */
  References of(Faults service) {
    return new References(this, service);
  }

  private static Set<String> names(Mapping file, String section) {
    return Found.entries(file, section).stream().map(Entry::name).collect(Collectors.toSet());
  }

  void check(Entry entry, Mapping service) {
    declared(entry, Uses.networks(service), networks, "network");
    declared(entry, Uses.volumes(service), volumes, "volume");
    declared(entry, Uses.configs(service), configs, "config");
    declared(entry, Uses.secrets(service), secrets, "secret");
    declared(entry, Uses.models(service), models, "model");
    Found.entries(service, "depends_on").forEach(d -> dependency(entry, d));
    contexts(entry, service);
  }

  private void declared(Entry service, List<Scalar> uses, Set<String> known, String what) {
    for (var use : uses) {
      // Docker Compose takes such a key for an extension, not for a network or model.
      boolean hidden =
          use.text().startsWith("x-") && (what.equals("network") || what.equals("model"));
      if (!known.contains(use.text()) || hidden) {
        undefined(
            use,
            "service "
                + service.name()
                + " names the "
                + what
                + " "
                + use.text()
                + ", which "
                + (hidden ? "cannot be told from an extension" : "the file does not declare"),
            Closest.to(use.text(), known)
                .filter(_ -> !hidden)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("declare it below " + what + "s:"));
      }
    }
  }

  private void dependency(Entry service, Entry dependency) {
    var name = dependency.name();
    boolean optional =
        dependency.value() instanceof Mapping m && Found.text(m, "required").equals("false");
    boolean inactive = services.inactive().containsKey(name);
    if (services.active().containsKey(name) || (inactive && optional)) {
      return;
    }
    undefined(
        dependency.key(),
        "service "
            + service.name()
            + " depends on "
            + name
            + (inactive ? ", whose profiles are not active" : ", which is no service of the file"),
        inactive ? "activate a profile of " + name + ", or write required: false" : near(name));
  }

  private String near(String name) {
    return Closest.to(name, services.active().keySet())
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse("declare it below services:");
  }

  /** Images that this one is built from may be other services' images. */
  private void contexts(Entry service, Mapping config) {
    var contexts = Found.mapping(config, "build").map(b -> Found.entries(b, "additional_contexts"));
    for (var context : contexts.orElse(List.of())) {
      if (context.value() instanceof Scalar s && s.text().startsWith(ImpliedDependencies.SERVICE)) {
        context(service, s, s.text().substring(ImpliedDependencies.SERVICE.length()));
      }
    }
  }

  private void context(Entry service, Scalar place, String name) {
    var target = services.active().get(name);
    if (target == null) {
      undefined(
          place,
          "service " + service.name() + " is built from " + name + ", which is no active service",
          near(name));
    } else if (target.value() instanceof Mapping m && Found.mapping(m, "build").isEmpty()) {
      undefined(
          place,
          "service " + service.name() + " is built from " + name + ", which is not built itself",
          "give " + name + " a build:, or name its image with docker-image://");
    }
  }

  private void undefined(Scalar place, String message, String way) {
    faults.add(Finding.error(Code.REFERENCE_UNDEFINED, message).at(place.where()).tryThis(way));
  }
}
