package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.ServiceName;
import java.util.Map;
import java.util.Optional;

/** Keys of older formats that {@code docker stack} refuses by name. */
final class ForbiddenKeys {
  private static final String LIMITS = "write it under deploy.resources.limits";

  private static final Map<String, String> FORBIDDEN =
      Map.of(
          "extends", "copy what it takes over into the service, or use --dialect compose",
          "volume_driver", "declare a volume under volumes with this driver, and mount that",
          "volumes_from", "declare a volume under volumes, and mount it into both services",
          "cpu_quota", LIMITS,
          "cpu_shares", LIMITS,
          "cpuset", LIMITS,
          "mem_limit", LIMITS,
          "memswap_limit", LIMITS);

  private final Faults faults;

  ForbiddenKeys(Faults faults) {
    this.faults = faults;
  }

  /** The file without the forbidden keys. */
  Mapping check(Mapping file) {
    return file.with(
        file.entries().stream()
            .map(e ->
                e.name().equals(FileFields.SERVICES) && e.value() instanceof Mapping services
                    ? e.with(services(services))
                    : e)
            .toList());
  }

  private Mapping services(Mapping services) {
    return services.with(
        services.entries().stream()
            .map(e -> e.value() instanceof Mapping service ? e.with(service(e.name(), service)) : e)
            .toList());
  }

  private Mapping service(String name, Mapping service) {
    // Every key is looked at, so that all of them are told.
    if (service.entries().stream().filter(e -> told(name, e)).count() == 0) {
      return service;
    }
    return service.with(
        service.entries().stream().filter(e -> !FORBIDDEN.containsKey(e.name())).toList());
  }

  private boolean told(String service, Entry entry) {
    var way = Optional.ofNullable(FORBIDDEN.get(entry.name()));
    way.ifPresent(w ->
        add(
            service,
            Finding.error(
                    Code.KEY_NOT_SUPPORTED, "docker stack does not take \"" + entry.name() + "\"")
                .at(entry.key().where())
                .tryThis(w)));
    return way.isPresent();
  }

  private void add(String service, Finding finding) {
    faults.add(ServiceName.parse(service).map(finding::of).orElse(finding));
  }
}
