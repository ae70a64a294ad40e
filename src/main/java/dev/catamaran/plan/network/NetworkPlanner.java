package dev.catamaran.plan.network;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.compose.NetworkDeclaration;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.NetworkSpec;
import java.util.LinkedHashMap;
import java.util.List;

/** One overlay network per declared network; external ones must be there already. */
public final class NetworkPlanner {
  private static final String OVERLAY = "overlay";

  private final Cluster cluster;
  private final EngineNames names;

  public NetworkPlanner(Cluster cluster, EngineNames names) {
    this.cluster = cluster;
    this.names = names;
  }

  /** What the engine shall hold, or holds already where the network is external. */
  public NetworkSpec plan(NetworkDeclaration declared, List<Finding> findings) {
    var name = names.network(declared);
    var live = cluster.network(name);
    if (declared.external()) {
      live.ifPresentOrElse(
          l -> checkScope(declared, l, findings), () -> findings.add(missing(declared, name)));
      return live.map(LiveNetwork::spec).orElseGet(() -> desired(declared, name));
    }
    if (declared.driver().filter(d -> !d.equals(OVERLAY)).isPresent()) {
      findings.add(
          Finding.error(
                  Code.NETWORK_SCOPE,
                  "network "
                      + declared.key()
                      + " has driver "
                      + declared.driver().get()
                      + ", which exists on one node only")
              .at(declared.where())
              .tryThis("driver: overlay, or leave the driver out"));
    }
    var spec = desired(declared, name);
    live.ifPresent(l -> checkOwner(declared, l, spec, findings));
    return spec;
  }

  private NetworkSpec desired(NetworkDeclaration declared, String name) {
    var labels = new LinkedHashMap<>(declared.labels());
    labels.put(Labels.STACK, names.project().text());
    return new NetworkSpec(
        name,
        declared.driver().orElse(OVERLAY),
        declared.options(),
        declared.attachable(),
        declared.internal(),
        labels);
  }

  private static Finding missing(NetworkDeclaration declared, String name) {
    return Finding.error(Code.NETWORK_EXTERNAL_MISSING, "the cluster has no network named " + name)
        .at(declared.where())
        .because("the file says external: true, so it is not ours to create")
        .tryThis(
            "docker network create --driver overlay --attachable " + name,
            "or remove external: true, and the network is created");
  }

  private static void checkScope(
      NetworkDeclaration declared, LiveNetwork live, List<Finding> findings) {
    if (!live.swarmScope()) {
      findings.add(
          Finding.error(
                  Code.NETWORK_SCOPE,
                  "external network "
                      + live.spec().name()
                      + " has driver "
                      + live.spec().driver()
                      + " and exists on one node only")
              .at(declared.where())
              .tryThis("an overlay network: docker network create --driver overlay NAME"));
    }
  }

  private void checkOwner(
      NetworkDeclaration declared, LiveNetwork live, NetworkSpec spec, List<Finding> findings) {
    if (!names.project().text().equals(live.spec().labels().get(Labels.STACK))) {
      findings.add(
          Finding.error(
                  Code.OWNER_FOREIGN,
                  "a network named " + spec.name() + " exists and is not of this project")
              .at(declared.where())
              .tryThis("external: true, to use it as it is", "name:, to have one of another name"));
    } else if (!sameShape(live.spec(), spec)) {
      findings.add(
          Finding.error(
                  Code.NETWORK_CHANGED,
                  "network "
                      + spec.name()
                      + " exists in another shape, and engines cannot change one")
              .at(declared.where())
              .because("it is " + shape(live.spec()), "the file wants " + shape(spec))
              .tryThis("catamaran down, then up; or give the network another name:"));
    }
  }

  private static boolean sameShape(NetworkSpec a, NetworkSpec b) {
    return a.driver().equals(b.driver())
        && a.encrypted() == b.encrypted()
        && a.attachable() == b.attachable()
        && a.internal() == b.internal();
  }

  private static String shape(NetworkSpec spec) {
    return spec.driver()
        + (spec.encrypted() ? ", encrypted" : "")
        + (spec.attachable() ? ", attachable" : "")
        + (spec.internal() ? ", internal" : "");
  }
}
