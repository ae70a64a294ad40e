package dev.catamaran.plan.network;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.compose.NetworkDeclaration;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the network that {@code external: true} means. A service of a Swarm joins networks of the
 * swarm, and of each node's own only those that every engine of its system has ({@code host},
 * {@code bridge}).
 */
final class ExternalNetworks {
  /** Swarm knows these without asking any node (docker/cli {@code stack/swarm/deploy.go}). */
  private static final Set<String> EVERYWHERE_ON_LINUX = Set.of("host", "bridge");

  /** What each engine makes for itself alone. */
  private static final Set<String> OF_ONE_NODE = Set.of("nat", "none", "null");

  private static final String MAKE = "docker network create --driver overlay --attachable ";

  private final Cluster cluster;
  private final List<Finding> findings;

  ExternalNetworks(Cluster cluster, List<Finding> findings) {
    this.cluster = cluster;
    this.findings = findings;
  }

  /** Empty, with an error among the findings, where no service can join it. */
  Optional<NetworkSpec> find(NetworkDeclaration declared, String name) {
    var named =
        cluster.networks().stream()
            .filter(n -> n.spec().name().equals(name) || n.id().equals(name))
            .toList();
    var ofSwarm = named.stream().filter(LiveNetwork::swarmScope).toList();
    if (ofSwarm.size() == 1) {
      return joinable(declared, ofSwarm.getFirst());
    }
    if (ofSwarm.size() > 1) {
      findings.add(ambiguous(declared, name, ofSwarm));
      return Optional.empty();
    }
    if (EVERYWHERE_ON_LINUX.contains(name)) {
      return Optional.of(new NetworkSpec(name, name, Map.of(), false, false, Map.of()));
    }
    findings.add(
        named.isEmpty() && !OF_ONE_NODE.contains(name)
            ? missing(declared, name)
            : ofOneNode(declared, name, named));
    return Optional.empty();
  }

  private Optional<NetworkSpec> joinable(NetworkDeclaration declared, LiveNetwork live) {
    if (live.ingress()) {
      findings.add(
          Finding.error(
                  Code.NETWORK_SCOPE,
                  "network "
                      + live.spec().name()
                      + " is the routing mesh's own, and no service joins it")
              .at(declared.where())
              .because("Swarm joins a service to it where a port is published with mode: ingress")
              .tryThis("remove the network from the services, and publish their ports"));
      return Optional.empty();
    }
    if (declared.attachable() && !live.spec().attachable()) {
      findings.add(closed(declared, live.spec().name()));
    }
    return Optional.of(live.spec());
  }

  private static Finding closed(NetworkDeclaration declared, String name) {
    return Finding.warning(
            Code.NETWORK_OPTION,
            "network "
                + name
                + " is not attachable as the file says: plain containers cannot join it")
        .at(declared.places().of("attachable"))
        .because("the file says external: true, so it is not ours to change")
        .tryThis(
            "make it anew, once nobody is on it: docker network rm "
                + name
                + ", then "
                + MAKE
                + name,
            "or remove attachable: true, if only services join it")
        .says("Docker, docker network create (--attachable)");
  }

  private static Finding ambiguous(
      NetworkDeclaration declared, String name, List<LiveNetwork> several) {
    var ids = several.stream().map(n -> n.id() + " (" + n.spec().driver() + ")").toList();
    return Finding.error(
            Code.NETWORK_AMBIGUOUS, "the cluster has " + several.size() + " networks named " + name)
        .at(declared.where())
        .because("they are " + String.join(", ", ids))
        .tryThis(
            "docker network rm ID, for those that nobody needs",
            "make one of another name, and name that: " + MAKE + "NAME");
  }

  private static Finding missing(NetworkDeclaration declared, String name) {
    return Finding.error(Code.NETWORK_EXTERNAL_MISSING, "the cluster has no network named " + name)
        .at(declared.where())
        .because("the file says external: true, so it is not ours to create")
        .tryThis(MAKE + name, "or remove external: true, and the network is created");
  }

  private static Finding ofOneNode(
      NetworkDeclaration declared, String name, List<LiveNetwork> named) {
    var drivers = named.stream().map(n -> n.spec().driver()).collect(Collectors.toSet());
    var driver = drivers.isEmpty() ? name : String.join(", ", drivers);
    var reasons = new ArrayList<String>();
    reasons.add("a Swarm service joins networks of the swarm only, and \"local\" is not its scope");
    var ways = new ArrayList<String>();
    if (driver.equals("nat")) {
      reasons.add(
          "every Windows engine has a network nat of its own, for `docker run` and docker compose");
      ways.add(
          "remove external: true and the name "
              + name
              + ": an overlay network is made, and its tasks on Windows still reach the outside"
              + " through nat");
    } else {
      ways.add("remove external: true: an overlay network is made");
    }
    ways.add("or an overlay network of yours: " + MAKE + "NAME");
    return Finding.error(
            Code.NETWORK_SCOPE,
            "external network " + name + " has driver " + driver + " and exists on one node only")
        .at(declared.where())
        .because(reasons)
        .tryThis(ways)
        .says("docker/cli, cli/command/stack (validateExternalNetworks)");
  }
}
