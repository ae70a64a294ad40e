package dev.catamaran.plan.network;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.compose.NetworkDeclaration;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Addressing;
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
    if (declared.driver().name().filter(d -> !d.equals(OVERLAY)).isPresent()) {
      findings.add(
          Finding.error(
                  Code.NETWORK_SCOPE,
                  "network "
                      + declared.key()
                      + " has driver "
                      + declared.driver().name().get()
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
        declared.driver().name().orElse(OVERLAY),
        declared.driver().options(),
        declared.attachable(),
        declared.internal(),
        labels,
        declared.addressing());
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

  private static boolean sameShape(NetworkSpec live, NetworkSpec wanted) {
    return live.driver().equals(wanted.driver())
        && live.encrypted() == wanted.encrypted()
        && live.attachable() == wanted.attachable()
        && live.internal() == wanted.internal()
        && live.addressing().holds(wanted.addressing());
  }

  private static String shape(NetworkSpec spec) {
    return spec.driver()
        + (spec.encrypted() ? ", encrypted" : "")
        + (spec.attachable() ? ", attachable" : "")
        + (spec.internal() ? ", internal" : "")
        + addresses(spec.addressing());
  }

  private static String addresses(Addressing addressing) {
    var text = new StringBuilder(addressing.ipv6() ? ", with IPv6" : "");
    addressing.ipam().name().ifPresent(d -> text.append(", addresses by ").append(d));
    for (var pool : addressing.pools()) {
      pool.subnet().ifPresent(s -> text.append(", subnet ").append(s));
      pool.gateway().ifPresent(g -> text.append(", gateway ").append(g));
      pool.range().ifPresent(r -> text.append(", range ").append(r));
    }
    return text.toString();
  }
}
