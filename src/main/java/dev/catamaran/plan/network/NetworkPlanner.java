package dev.catamaran.plan.network;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.compose.NetworkDeclaration;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Addressing;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.NetworkSpec;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** One overlay network per declared network; external ones must be there already. */
public final class NetworkPlanner {
  static final String OVERLAY = "overlay";

  private final Cluster cluster;
  private final EngineNames names;

  public NetworkPlanner(Cluster cluster, EngineNames names) {
    this.cluster = cluster;
    this.names = names;
  }

  /** What the engine shall hold, or holds already where the network is external. */
  public NetworkSpec plan(NetworkDeclaration declared, List<Finding> findings) {
    var name = names.network(declared);
    if (declared.external()) {
      return new ExternalNetworks(cluster, findings)
          .find(declared, name)
          .orElseGet(() -> desired(declared, name));
    }
    declared
        .driver()
        .name()
        .filter(d -> !d.equals(OVERLAY))
        .flatMap(d -> Drivers.finding(declared, d))
        .ifPresent(findings::add);
    var spec = desired(declared, name);
    cluster.network(name).ifPresent(l -> checkOwner(declared, l, spec, findings));
    return spec;
  }

  /** What the networks that will be made take from one another, from nodes and from others. */
  public List<Finding> clashes(Collection<PlannedNetwork> networks) {
    var own =
        networks.stream()
            .filter(n -> !n.declared().external())
            .sorted(Comparator.comparing(n -> n.declared().where()))
            .toList();
    return Stream.of(
            Subnets.check(cluster, own), PoolRoom.check(cluster, own), NetworkNumbers.check(own))
        .flatMap(List::stream)
        .toList();
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
