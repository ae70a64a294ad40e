package dev.catamaran.lab;

import dev.catamaran.capability.Matrix;
import dev.catamaran.image.Images;
import dev.catamaran.mesh.Relay;
import dev.catamaran.simulate.NodeLimits;
import dev.catamaran.simulate.Pace;
import dev.catamaran.simulate.Simulation;
import dev.catamaran.simulate.World;
import dev.catamaran.spec.FileKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A simulated hybrid cluster that answers as a Docker Engine would, on loopback only. Owns its
 * addresses, ports and threads until it is closed; any number of labs run side by side.
 */
public final class Lab implements AutoCloseable {
  private static final int OWN_LOOPS = 1;
  private static final int PENDING_BUFFERS = 64;

  private final LabFile file;
  private final List<LabNode> nodes;
  private final LiveWorld world;
  private final ApiServer api;
  private final List<AutoCloseable> owned;

  /**
   * How a lab runs.
   *
   * @param port of the Engine API on 127.0.0.1; 0 lets the system choose
   * @param clock drives the simulation's time
   */
  public record Options(int port, InstantSource clock, Pace pace) {
    public static Options onPort(int port) {
      return new Options(port, InstantSource.system(), Pace.QUICK);
    }
  }

  private Lab(
      LabFile file,
      List<LabNode> nodes,
      LiveWorld world,
      ApiServer api,
      List<AutoCloseable> owned) {
    this.file = file;
    this.nodes = nodes;
    this.world = world;
    this.api = api;
    this.owned = owned;
  }

  /**
   * Binds everything, and lets time pass.
   *
   * @param port of the Engine API on 127.0.0.1; 0 lets the system choose
   * @throws java.io.UncheckedIOException where an address cannot be bound; its message names it
   */
  public static Lab start(LabFile file, int port) {
    return start(file, Options.onPort(port));
  }

  /** As {@link #start(LabFile, int)}, with a clock and a pace of the caller's. */
  public static Lab start(LabFile file, Options options) {
    var lab = byHand(file, options);
    lab.world.run();
    return lab;
  }

  /** Time passes only when {@link #tick} is called. */
  static Lab byHand(LabFile file, Options options) {
    var owned = new ArrayList<AutoCloseable>();
    try {
      return built(file, options, owned);
    } catch (RuntimeException e) {
      closeAll(owned);
      throw e;
    }
  }

  private static Lab built(LabFile file, Options options, List<AutoCloseable> owned) {
    var loopback = own(owned, Loopback.reserve());
    var limits = new NodeLimits(file.images(), Matrix.load());
    var simulation = new Simulation(limits, options.pace());
    var founding = new Founding(file, simulation, loopback);
    var first = founding.world(options.clock().instant());
    var sites = sites(first, loopback);
    var relay = Relay.start(smallRelay());
    var containers = new Containers(limits, sites, relay);
    var world = own(owned, new LiveWorld(first, simulation, containers, options.clock()));
    var events = own(owned, new EventLog(options.clock()));
    world.watch(events);
    var system = new SystemApi(world, events);
    var at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), options.port());
    var api = own(owned, new ApiServer(at, routes(world, system, file.images()), system));
    var nodes = sites.values().stream().map(Site::node).toList();
    return new Lab(file, nodes, world, api, owned);
  }

  /** A lab's engines are small: one thread relays for all of them. */
  private static Relay.Options smallRelay() {
    return Relay.Options.defaults().withThreads(OWN_LOOPS, PENDING_BUFFERS);
  }

  private static <T extends AutoCloseable> T own(List<AutoCloseable> owned, T one) {
    owned.addFirst(one);
    return one;
  }

  private static Map<String, Site> sites(World world, Loopback loopback) {
    var sites = new LinkedHashMap<String, Site>();
    for (var node : world.nodes().values()) {
      int n = sites.size() + 1;
      var shown = new LabNode(node.name(), node.id(), loopback.node(n), loopback.localhost(n));
      sites.put(node.id(), new Site(shown, loopback.inside(n)));
    }
    return sites;
  }

  private static List<Route> routes(LiveWorld world, SystemApi system, Images images) {
    return Stream.of(
            system.routes(),
            new ClusterApi(world).routes(),
            new ServicesApi(world).routes(),
            new NetworksApi(world).routes(),
            new FilesApi(world, FileKind.CONFIG).routes(),
            new FilesApi(world, FileKind.SECRET).routes(),
            new DistributionApi(images).routes())
        .flatMap(List::stream)
        .toList();
  }

  public String name() {
    return file.name();
  }

  /** For {@code docker -H}: {@code tcp://127.0.0.1:PORT}. */
  public String endpoint() {
    return "tcp://127.0.0.1:" + port();
  }

  /** The Engine API's port on 127.0.0.1. */
  public int port() {
    return api.port();
  }

  /** In the order of the lab file. */
  public List<LabNode> nodes() {
    return nodes;
  }

  /** What the lab's registries hold. */
  public Images images() {
    return file.images();
  }

  /** Brings a lab that is driven by hand to its clock's present. */
  void tick() {
    world.tick();
  }

  /** Frees every address and port and ends every thread; the simulated cluster is gone. */
  @Override
  public void close() {
    closeAll(owned);
  }

  private static void closeAll(List<AutoCloseable> owned) {
    for (var one : owned) {
      try {
        one.close();
      } catch (Exception e) {
        throw new IllegalStateException("the lab cannot let go of " + one, e);
      }
    }
    owned.clear();
  }
}
