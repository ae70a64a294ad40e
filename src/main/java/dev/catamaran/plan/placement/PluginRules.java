package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.compose.VolumeDeclaration;
import dev.catamaran.finding.Code;
import dev.catamaran.model.Where;
import dev.catamaran.plan.placement.Objection.Exclusion;
import dev.catamaran.scheduling.Filter;
import dev.catamaran.spec.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the node's engine has the network, volume and log drivers a service names. */
final class PluginRules {
  private static final String SOURCE = "swarmkit, manager/scheduler/filter.go PluginFilter";
  private static final String LOCAL = "local";
  private static final String NO_LOG = "none";

  /** Of these the matrix knows more than that they are missing. */
  private static final Set<String> NODES_OWN = Set.of("host", "bridge");

  private final Map<String, VolumeDeclaration> volumes;

  PluginRules(Map<String, VolumeDeclaration> volumes) {
    this.volumes = volumes;
  }

  List<Objection> missing(NodeKind kind, Candidate candidate) {
    if (kind.plugins().isEmpty()) {
      // Swarm lets a node pass that has not described its engine, and so do we.
      return List.of();
    }
    var engine = new Description(Optional.empty(), kind.plugins(), Map.of());
    var objections = new ArrayList<Objection>();
    for (var network : candidate.networks()) {
      var driver = network.spec().driver();
      if (!NODES_OWN.contains(driver) && !engine.plugs(Plugin.NETWORK, driver)) {
        objections.add(missing(Plugin.NETWORK, driver, candidate.place("networks")));
      }
    }
    objections.addAll(volumes(engine, candidate));
    var log = candidate.service().container().execution().logging().name();
    // An engine that names no log driver at all is too old to report them.
    if (log.isPresent()
        && !log.get().equals(NO_LOG)
        && !engine.plugins(Plugin.LOG).isEmpty()
        && !engine.plugs(Plugin.LOG, log.get())) {
      objections.add(missing(Plugin.LOG, log.get(), candidate.place("logging.driver")));
    }
    return objections;
  }

  private List<Objection> volumes(Description engine, Candidate candidate) {
    var objections = new ArrayList<Objection>();
    var mounts = candidate.service().container().mounts();
    for (int i = 0; i < mounts.size(); i++) {
      var driver = driver(mounts.get(i));
      if (driver.isPresent() && !engine.plugs(Plugin.VOLUME, driver.get())) {
        objections.add(missing(Plugin.VOLUME, driver.get(), candidate.place("volumes[" + i + "]")));
      }
    }
    return objections;
  }

  /** Of an external volume nobody tells Swarm the driver, so it does not look. */
  private Optional<String> driver(Mount mount) {
    if (mount.type() != Mount.Type.VOLUME) {
      return Optional.empty();
    }
    return mount
        .volume()
        .or(() ->
            mount
                .source()
                .map(volumes::get)
                .filter(v -> !v.external())
                .map(VolumeDeclaration::volume))
        .flatMap(Mount.Volume::driver)
        .filter(d -> !d.equals(LOCAL));
  }

  private static Objection missing(String type, String name, Where where) {
    return new Objection(
        Code.PLUGIN_MISSING,
        Exclusion.BY_ENGINE,
        "its engine has no " + type.toLowerCase(Locale.ROOT) + " driver " + name,
        List.of("install the plugin " + name + " on the node, or name a driver that it has"),
        Optional.of(SOURCE),
        where,
        Optional.of(Filter.PLUGIN),
        Optional.empty());
  }
}
