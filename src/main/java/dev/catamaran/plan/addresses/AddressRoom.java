package dev.catamaran.plan.addresses;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Cidr;
import dev.catamaran.model.ProjectName;
import dev.catamaran.model.Where;
import dev.catamaran.plan.network.FreeSubnets;
import dev.catamaran.plan.network.PlannedNetwork;
import dev.catamaran.spec.Addressing;
import dev.catamaran.spec.Addressing.Pool;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Counts the addresses of each network against what will run on it: a Swarm leaves tasks pending
 * for want of an address, and says so nowhere but in the managers' logs.
 */
public final class AddressRoom {
  /** Of a subnet nobody uses its first and last address, and its gateway has one. */
  private static final int KEPT = 3;

  /** A Swarm allots subnets of this size, unless it was told otherwise when it was made. */
  private static final int USUAL_BITS = 24;

  private static final int SMALLEST_BITS = 29;
  private static final String SOURCE =
      "Docker, docker network create (overlay network limitations); moby, libnetwork ipam";

  private final Cluster cluster;
  private final ProjectName project;
  private final long nodes;
  private final List<Finding> findings = new ArrayList<>();

  private AddressRoom(Cluster cluster, ProjectName project) {
    this.cluster = cluster;
    this.project = project;
    this.nodes = cluster.nodes().stream().filter(Node::takesTasks).count();
  }

  /** The networks that are too small, and what the routing mesh lacks. */
  public static List<Finding> check(
      Cluster cluster,
      ProjectName project,
      Collection<PlannedNetwork> networks,
      Collection<Tenant> tenants) {
    var room = new AddressRoom(cluster, project);
    var byNetwork = new LinkedHashMap<String, List<Tenant>>();
    for (var tenant : tenants) {
      for (var attachment : tenant.service().networks()) {
        byNetwork.computeIfAbsent(attachment.network(), _ -> new ArrayList<>()).add(tenant);
      }
    }
    networks.forEach(n -> room.network(n, byNetwork.getOrDefault(n.declared().key(), List.of())));
    room.ingress(tenants.stream().filter(Tenant::mesh).toList());
    return room.findings;
  }

  private void network(PlannedNetwork network, List<Tenant> tenants) {
    if (!network.spec().driver().equals("overlay") || tenants.isEmpty()) {
      return;
    }
    long virtualIps = tenants.stream().filter(Tenant::virtualIp).count();
    var name = network.spec().name();
    var others = others(s -> joins(s, name));
    long theirs = others.stream().filter(AddressRoom::virtualIp).count();
    var census = census(tenants, others, virtualIps + theirs);
    long has = room(addressing(network));
    if (census.most() > has) {
      findings.add(
          full(census, has, network.declared().key(), place(network))
              .tryThis(ways(network, census, has)));
    }
  }

  private static Where place(PlannedNetwork network) {
    return network.declared().places().of("ipam.config[0].subnet");
  }

  /** The services of other projects. */
  private List<LiveService> others(Predicate<LiveService> which) {
    return cluster.servicesBeside(project).stream().filter(which).toList();
  }

  private Census census(List<Tenant> tenants, List<LiveService> others, long virtualIps) {
    long tasks =
        tenants.stream().mapToLong(Tenant::tasks).sum()
            + others.stream().mapToLong(s -> Tenant.tasks(s.spec().deployment(), nodes)).sum();
    long updates = tenants.stream().mapToLong(Tenant::inUpdates).max().orElse(0);
    return new Census(tasks, virtualIps, Math.min(tasks, nodes), updates);
  }

  private static boolean joins(LiveService service, String network) {
    return service.spec().networks().stream().map(Attachment::network).anyMatch(network::equals);
  }

  private static boolean virtualIp(LiveService service) {
    return service.spec().endpoint().mode() == EndpointMode.VIP;
  }

  /** A network that exists shows what it has; else it gets what the file says. */
  private Addressing addressing(PlannedNetwork network) {
    return cluster
        .network(network.spec().name())
        .filter(LiveNetwork::swarmScope)
        .map(l -> l.spec().addressing())
        .filter(a -> !a.pools().isEmpty())
        .orElse(network.spec().addressing());
  }

  private static long room(Addressing addressing) {
    long room = addressing.pools().stream().mapToLong(AddressRoom::room).sum();
    return room > 0 ? room : usable(USUAL_BITS);
  }

  /** IPv6 addresses are beside the IPv4 ones that every task has. */
  private static long room(Pool pool) {
    var part = pool.range().flatMap(Cidr::parse).filter(Cidr::ipv4);
    if (part.isPresent()) {
      return part.get().addresses();
    }
    return pool.subnet()
        .flatMap(Cidr::parse)
        .filter(Cidr::ipv4)
        .map(s -> Math.max(0, s.addresses() - KEPT))
        .orElse(0L);
  }

  private static long usable(int bits) {
    return (1L << (Integer.SIZE - bits)) - KEPT;
  }

  private static Finding full(Census census, long has, String network, Where where) {
    boolean sure = census.least() > has;
    var message =
        "network "
            + network
            + " has "
            + has
            + " addresses, and what is to run on it "
            + (sure ? "takes at least " + census.least() : "may take up to " + census.most());
    return (sure
            ? Finding.error(Code.NETWORK_FULL, message)
            : Finding.warning(Code.NETWORK_FULL, message))
        .at(where)
        .because(census.words())
        .says(SOURCE);
  }

  private List<String> ways(PlannedNetwork network, Census census, long has) {
    var ways = new ArrayList<String>();
    larger(census)
        .ifPresent(s ->
            ways.add(
                network.declared().external()
                    ? "make it anew with room: docker network create --driver overlay --subnet "
                        + s
                        + " "
                        + network.spec().name()
                    : "ipam: {config: [{subnet: " + s + "}]} of the network"));
    if (census.virtualIps() > 0 && census.most() - census.virtualIps() <= has) {
      ways.add("deploy.endpoint_mode: dnsrr saves one address for each service that has it");
    }
    ways.add("share the services out over several networks");
    return ways;
  }

  /** A free subnet with twice the room that is needed. */
  private Optional<Cidr> larger(Census census) {
    int bits = SMALLEST_BITS;
    while (bits > 0 && usable(bits) < 2 * census.most()) {
      bits--;
    }
    return new FreeSubnets(cluster, List.of()).first(bits);
  }

  private void ingress(List<Tenant> tenants) {
    var ingress = cluster.networks().stream().filter(LiveNetwork::ingress).findFirst();
    if (tenants.isEmpty() || (ingress.isEmpty() && !listed())) {
      return;
    }
    var where = tenants.getFirst().service().places().of("ports[0]");
    if (ingress.isEmpty()) {
      findings.add(absent(tenants.getFirst(), where));
      return;
    }
    var spec = ingress.get().spec();
    var meshed = meshed(tenants);
    long has = room(spec.addressing());
    if (meshed.most() > has) {
      findings.add(
          full(meshed, has, spec.name(), where)
              .tryThis(
                  "make it anew with room: docker network rm "
                      + spec.name()
                      + ", then "
                      + make(larger(meshed)),
                  "mode: host for ports of services with many tasks"));
    }
  }

  /** Every engine has networks of its own: where none is known, nobody asked. */
  private boolean listed() {
    return cluster.networks().stream().anyMatch(n -> !n.swarmScope());
  }

  /** Every task of a meshed service is on the mesh's network, and the service has an address. */
  private Census meshed(List<Tenant> tenants) {
    var others = others(AddressRoom::usesMesh);
    return census(tenants, others, tenants.size() + others.size());
  }

  private static boolean usesMesh(LiveService service) {
    return service.spec().endpoint().ports().stream()
        .anyMatch(p -> p.mode() == PublishMode.INGRESS);
  }

  private static Finding absent(Tenant tenant, Where where) {
    return Finding.error(
            Code.NETWORK_INGRESS,
            "the cluster has no routing mesh: its network \"ingress\" was removed")
        .at(where)
        .of(tenant.service().name())
        .because("Swarm refuses services that publish ports by the mesh while it is missing")
        .tryThis(make(Optional.empty()), "--mesh always, and Catamaran's mesh carries the ports")
        .says("Docker, swarm networking documentation (customize ingress)");
  }

  private static String make(Optional<Cidr> subnet) {
    return "docker network create --driver overlay --ingress "
        + subnet.map(s -> "--subnet " + s + " ").orElse("")
        + "ingress";
  }
}
