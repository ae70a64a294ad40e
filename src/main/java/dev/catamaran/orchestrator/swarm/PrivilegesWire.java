package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.spec.Capabilities;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.Privileges;
import dev.catamaran.spec.Privileges.CredentialSpec;
import dev.catamaran.spec.Privileges.CredentialSpec.Source;
import java.util.Locale;
import java.util.Optional;

/** Groups, capabilities and credential spec of a container. */
final class PrivilegesWire {
  private final ApiVersion api;
  private final Names names;

  PrivilegesWire(ApiVersion api, Names names) {
    this.api = api;
    this.names = names;
  }

  /** Capabilities came with API 1.41, privileges with 1.29. */
  Patch write(Patch container, Privileges privileges) {
    return container
        .texts("Groups", privileges.groups())
        .when(
            api.atLeast(1, 41),
            c ->
                c.texts("CapabilityAdd", privileges.capabilities().added())
                    .texts("CapabilityDrop", privileges.capabilities().dropped()))
        .when(
            api.atLeast(1, 29),
            c -> c.inside("Privileges", p -> credentials(p, privileges.credentialSpec())));
  }

  private Patch credentials(Patch privileges, Optional<CredentialSpec> spec) {
    var carried = spec.filter(s -> s.source() != Source.CONFIG || api.atLeast(1, 40));
    return privileges.json("CredentialSpec", carried.map(this::credentials));
  }

  /** An engine wants the id of a config here, and a reference to it among the configs. */
  private Json credentials(CredentialSpec spec) {
    var value =
        switch (spec.source()) {
          case CONFIG -> names.fileId(FileKind.CONFIG, spec.value());
          case FILE, REGISTRY -> spec.value();
        };
    return Json.object().with(key(spec.source()), value);
  }

  private static String key(Source source) {
    var word = source.name();
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  static Privileges read(Json container) {
    return new Privileges(
        container.get("Groups").textItems(),
        new Capabilities(
            container.get("CapabilityAdd").textItems(),
            container.get("CapabilityDrop").textItems()),
        readCredentials(container));
  }

  private static Optional<CredentialSpec> readCredentials(Json container) {
    var spec = container.at("Privileges", "CredentialSpec");
    for (var source : Source.values()) {
      var value = spec.get(key(source)).nonEmptyText();
      if (value.isPresent()) {
        return value
            .map(v -> source == Source.CONFIG ? FileUseWire.configName(container, v) : v)
            .map(v -> new CredentialSpec(source, v));
      }
    }
    return Optional.empty();
  }
}
