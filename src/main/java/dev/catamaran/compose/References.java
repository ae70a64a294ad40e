package dev.catamaran.compose;

import dev.catamaran.finding.Closest;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileUse;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.Privileges.CredentialSpec;
import java.util.Collection;

/** Sees to it that what a service names is declared. */
final class References {
  private final Project project;
  private final Faults faults;

  private References(Project project, Faults faults) {
    this.project = project;
    this.faults = faults;
  }

  static void check(Project project, Faults faults) {
    project
        .services()
        .values()
        .forEach(s -> new References(project, faults.of(s.name())).service(s));
  }

  private void service(Service service) {
    var places = service.places();
    for (int i = 0; i < service.networks().size(); i++) {
      var name = service.networks().get(i).network();
      need("network", name, project.networks().keySet(), places.of("networks[" + i + "]"));
    }
    var mounts = service.container().mounts();
    for (int i = 0; i < mounts.size(); i++) {
      var where = places.of("volumes[" + i + "]");
      volume(mounts.get(i), where);
    }
    service
        .container()
        .execution()
        .privileges()
        .credentialSpec()
        .filter(c -> c.source() == CredentialSpec.Source.CONFIG)
        .ifPresent(c -> credentialSpec(c.value(), places.of("credential_spec.config")));
    for (var file : service.container().files()) {
      var declared = file.kind() == FileKind.CONFIG ? project.configs() : project.secrets();
      need(file.kind().word(), file.source(), declared.keySet(), place(service, file));
    }
  }

  /** Docker Compose prints a config only if a service lists it. */
  private void credentialSpec(String config, Where where) {
    need(
        "config",
        config,
        project.configs().keySet(),
        where,
        "declare it below configs: of the file, and for docker compose list it below configs: of"
            + " the service");
  }

  private void volume(Mount mount, Where where) {
    if (mount.type() == Mount.Type.VOLUME) {
      mount.source().ifPresent(s -> need("volume", s, project.volumes().keySet(), where));
    }
  }

  /** Configs come before secrets in the container, each in the order of its own list. */
  private static Where place(Service service, FileUse file) {
    var same = service.container().files().stream().filter(f -> f.kind() == file.kind()).toList();
    return service.places().of(file.kind().word() + "s[" + same.indexOf(file) + "]");
  }

  private void need(String kind, String name, Collection<String> declared, Where where) {
    need(kind, name, declared, where, "declare it below " + kind + "s: of the file");
  }

  private void need(
      String kind, String name, Collection<String> declared, Where where, String way) {
    if (declared.contains(name)) {
      return;
    }
    var finding =
        Finding.error(Code.REFERENCE_UNDEFINED, "no " + kind + " \"" + name + "\" is declared")
            .at(where);
    faults.add(
        Closest.to(name, declared)
            .map(near -> finding.tryThis("did you mean \"" + near + "\"?"))
            .orElseGet(() -> finding.tryThis(way)));
  }
}
