package dev.catamaran.mesh;

import dev.catamaran.mesh.KernelTable.Endpoint;
import dev.catamaran.mesh.KernelTable.Lead;
import dev.catamaran.mesh.ListenerState.Listening;
import dev.catamaran.model.Protocol;
import dev.catamaran.netfilter.ForwardPass;
import dev.catamaran.netfilter.KernelRefusal;
import dev.catamaran.netfilter.Netfilter;
import dev.catamaran.route.ProxyHeader;
import dev.catamaran.route.RouteChanges;
import dev.catamaran.route.RoutingTable;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Published ports in the kernel's packet filter, in front of a relay that listens on the same
 * ports. The kernel takes what comes over IPv4, from other hosts and from this one; what it leaves
 * comes to the relay: loopback, IPv6, and ports the kernel cannot carry. The relay's listeners also
 * keep the ports from everybody else, and where one cannot be had the kernel does not take it
 * either.
 *
 * <p>The table outlives this process: traffic goes on, and the next start takes it over.
 */
public final class KernelPlane implements DataPlane {
  private static final System.Logger LOG = System.getLogger(KernelPlane.class.getName());

  private static final ForwardPass PASS = new ForwardPass(KernelTable.MARK, KernelTable.MARK_MASK);

  /** A look at the FORWARD chain starts a process: not with every change Docker makes. */
  private static final long BETWEEN_LOOKS_NANOS = 10_000_000_000L;

  private final RelayPlane relay;
  private final KernelTable kernel;
  private final Netfilter netfilter;
  private final Map<ListenKey, Route> routes = new TreeMap<>();

  /** What the kernel has not yet been told, because it said no the last time. */
  private final Set<ListenKey> owed = new HashSet<>();

  private int passLookedAt;
  private long passLooked = System.nanoTime();

  KernelPlane(RelayPlane relay, Netfilter netfilter) {
    this.relay = relay;
    this.netfilter = netfilter;
    this.kernel = new KernelTable(netfilter);
    this.passLookedAt = netfilter.generation();
  }

  /** What keeps this node's kernel from it, after all was done that can be. */
  static Optional<String> obstacle() {
    try (var netfilter = Netfilter.open()) {
      KernelTable.tryOut(netfilter);
    } catch (KernelRefusal e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    return PASS.open();
  }

  /** Whether there can be such a plane at all. */
  public static boolean onThisSystem() {
    return Netfilter.onThisSystem();
  }

  /**
   * Removes what an agent left in the kernel, and nothing else: our table, and our rule in
   * DOCKER-USER. True where there was something.
   *
   * @throws KernelRefusal where this process may not
   */
  public static boolean removeTable() {
    try (var netfilter = Netfilter.open()) {
      boolean table = KernelTable.remove(netfilter);
      return PASS.close() || table;
    }
  }

  @Override
  public Kind kind() {
    return Kind.KERNEL;
  }

  @Override
  public synchronized void switchTo(RoutingTable next) {
    apply(RouteChanges.between(new RoutingTable(new TreeMap<>(routes)), next));
  }

  @Override
  public synchronized void apply(RouteChanges changes) {
    relay.apply(changes);
    changes.removed().forEach(routes::remove);
    routes.putAll(changes.set());
    owed.addAll(changes.removed());
    owed.addAll(changes.set().keySet());
    settle();
  }

  @Override
  public synchronized void retry() {
    relay.retry();
    for (var key : routes.keySet()) {
      if (relay.holds(key) == kernel.lead(key).isNowhere()) {
        owed.add(key);
      }
    }
    if (kernel.mend()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "somebody changed the table " + KernelTable.NAME + "; it is as it should be again");
    }
    settle();
    keepPassOpen();
  }

  /** Docker or an operator may have made the FORWARD chain anew. */
  private void keepPassOpen() {
    long now = System.nanoTime();
    int generation = netfilter.generation();
    if (generation == passLookedAt || now - passLooked < BETWEEN_LOOKS_NANOS) {
      return;
    }
    passLooked = now;
    PASS.open().ifPresent(obstacle -> LOG.log(System.Logger.Level.WARNING, obstacle));
    passLookedAt = netfilter.generation();
  }

  /** Brings the kernel to what is owed to it. */
  private void settle() {
    var changes = new HashMap<ListenKey, Lead>();
    var before = new HashMap<ListenKey, Lead>();
    for (var key : owed) {
      changes.put(key, lead(key));
      before.put(key, kernel.lead(key));
    }
    kernel.change(changes);
    owed.clear();
    before.forEach((key, was) -> forgetFlows(key, was.endpoints(), kernel.lead(key).endpoints()));
  }

  /** Whether its backends want to be told their clients, which the kernel cannot. */
  private static boolean told(ListenKey key, Route route) {
    return key.protocol() == Protocol.TCP && route.proxyHeader() != ProxyHeader.NONE;
  }

  /** Nowhere, if the relay has to do it. */
  private Lead lead(ListenKey key) {
    var route = routes.get(key);
    if (route == null || !relay.holds(key) || told(key, route)) {
      return Lead.NOWHERE;
    }
    var endpoints = new LinkedHashSet<Endpoint>();
    for (var backend : route.backends()) {
      if (!(InetAddress.ofLiteral(backend.address()) instanceof Inet4Address address)) {
        return Lead.NOWHERE;
      }
      endpoints.add(new Endpoint(address, backend.port().number()));
    }
    return new Lead(List.copyOf(endpoints), route.spread());
  }

  /**
   * A TCP connection ends; a UDP flow goes on for as long as somebody sends, to where its first
   * packet went.
   */
  private void forgetFlows(ListenKey key, List<Endpoint> before, List<Endpoint> next) {
    if (key.protocol() != Protocol.UDP) {
      return;
    }
    int protocol = KernelTable.number(key.protocol());
    before.stream()
        .filter(e -> !next.contains(e))
        .forEach(e -> netfilter.forgetFlowsAnsweredBy(protocol, e.address(), e.port()));
    if (before.isEmpty() && !next.isEmpty()) {
      netfilter.forgetFlowsTo(protocol, key.port().number());
    }
  }

  @Override
  public synchronized List<ListenerState> states() {
    return relay.states().stream()
        .map(state ->
            state instanceof Listening l && !kernel.lead(l.key()).isNowhere()
                ? new Listening(l.key(), Kind.KERNEL, l.addresses(), l.backends(), l.connections())
                : state)
        .toList();
  }

  @Override
  public synchronized void close() {
    relay.close();
    netfilter.close();
  }
}
