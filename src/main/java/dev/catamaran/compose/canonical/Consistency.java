package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.ServiceName;

/** Rules that span several attributes, services or declarations. */
final class Consistency {
  private Consistency() {}

  /** Inactive services are not looked at, as nothing of them runs. */
  static void check(Mapping file, ActiveServices services, Faults faults) {
    var references = new References(file, services, faults);
    var names = new ContainerNames(faults);
    for (var entry : services.active().values()) {
      if (entry.value() instanceof Mapping service) {
        var own = ServiceName.parse(entry.name()).map(faults::of).orElse(faults);
        references.of(own).check(entry, service);
        new ServiceRules(own).check(entry, service);
        MountTargets.check(service, own);
        names.check(entry, service);
      }
    }
    Found.entries(file, "secrets").forEach(s -> secret(s, faults));
    DependencyCycles.check(services, faults);
  }

  private static void secret(Entry entry, Faults faults) {
    if (entry.value() instanceof Mapping secret
        && !Found.isTrue(secret, "external")
        && Found.text(secret, "file").isEmpty()
        && Found.text(secret, "environment").isEmpty()) {
      faults.invalid(
          secret.where(),
          "the secret " + entry.name() + " does not say where its content comes from",
          "write file: or environment: below it");
    }
  }
}
