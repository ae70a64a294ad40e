package dev.catamaran.plan;

import dev.catamaran.cluster.AddressPools;
import dev.catamaran.cluster.AskedEngine;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.Description.Capacity;
import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.cluster.LiveContainer;
import dev.catamaran.cluster.LiveFile;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.cluster.Task;
import dev.catamaran.model.Cidr;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.spec.Addressing;
import dev.catamaran.spec.Addressing.Pool;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.ServiceSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Clusters for tests of the plan, written as people speak of them. */
final class Clusters {
  private static final Capacity ROOMY = new Capacity(4_000_000_000L, 8L << 30);

  private final List<Node> nodes = new ArrayList<>();
  private final List<LiveNetwork> networks = new ArrayList<>();
  private final List<LiveService> services = new ArrayList<>();
  private final List<LiveFile> files = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private Optional<AddressPools> pools = Optional.empty();
  private AskedEngine asked = AskedEngine.NOBODY;

  Clusters linux(String name) {
    return linux(name, Optional.of(true));
  }

  Clusters linux(String name, Optional<Boolean> ipvs) {
    return linux(name, "28.5.2", ipvs);
  }

  Clusters linux(String name, String engine) {
    return linux(name, engine, Optional.of(true));
  }

  private Clusters linux(String name, String engine, Optional<Boolean> ipvs) {
    var labels = new LinkedHashMap<String, String>();
    labels.put(Labels.AGENT, "test");
    var role = nodes.isEmpty() ? Node.Role.MANAGER : Node.Role.WORKER;
    return node(
        name,
        role,
        new NodeFacts(
            Platform.of(Os.LINUX, "x86_64"), EngineVersion.parse(engine), ipvs, Optional.empty()),
        labels);
  }

  /** {@code version} is BUILD.REVISION, or empty for a node that tells nobody. */
  Clusters windows(String name, String version, String engine) {
    var osVersion = OsVersion.parse(version);
    var labels = new LinkedHashMap<String, String>();
    labels.put(Labels.AGENT, "test");
    osVersion.ifPresent(v -> labels.put(Labels.OS_BUILD, Integer.toString(v.build())));
    return node(
        name,
        Node.Role.WORKER,
        new NodeFacts(
            new Platform(Os.WINDOWS, "x86_64", Optional.empty(), osVersion),
            EngineVersion.parse(engine),
            Optional.empty(),
            Optional.empty()),
        labels);
  }

  Clusters engine(String name, String version) {
    return changed(
        name,
        n ->
            n.with(
                new NodeFacts(
                    n.facts().platform(),
                    EngineVersion.parse(version),
                    n.facts().ipvs(),
                    n.facts().hyperV())));
  }

  Clusters drained(String name) {
    return changed(name, n -> n.with(Node.Availability.DRAIN));
  }

  /** Whether the node has the Hyper-V role; nobody says so of a node that is not named here. */
  Clusters hyperV(String name, boolean role) {
    return changed(
        name,
        n ->
            n.with(
                new NodeFacts(
                    n.facts().platform(),
                    n.facts().engine(),
                    n.facts().ipvs(),
                    Optional.of(role))));
  }

  /** How much the node has; every other has 4 CPUs and 8 GiB. */
  Clusters capacity(String name, Capacity capacity) {
    return changed(name, n -> n.with(described(capacity, n.description().plugins())));
  }

  /** What the node's engine can use besides what is built in. */
  Clusters plugin(String name, String type, String plugin) {
    return changed(
        name,
        n -> {
          var plugins = new ArrayList<>(n.description().plugins());
          plugins.add(new Plugin(type, plugin));
          return n.with(described(n.description().capacity().orElseThrow(), plugins));
        });
  }

  private static Description described(Capacity capacity, List<Plugin> plugins) {
    return new Description(Optional.of(capacity), plugins, Map.of());
  }

  private Clusters changed(String name, UnaryOperator<Node> change) {
    nodes.replaceAll(n -> n.name().text().equals(name) ? change.apply(n) : n);
    return this;
  }

  Clusters manager(String name) {
    return changed(
        name,
        n ->
            new Node(
                n.id(),
                n.name(),
                Node.Role.MANAGER,
                n.availability(),
                n.state(),
                n.facts(),
                n.address(),
                n.labels(),
                n.description()));
  }

  Clusters labelled(String name, String label, String value) {
    return relabelled(name, labels -> labels.put(label, value));
  }

  Clusters withoutAgent(String name) {
    return relabelled(name, labels -> labels.remove(Labels.AGENT));
  }

  private Clusters relabelled(String name, Consumer<Map<String, String>> change) {
    return changed(
        name,
        n -> {
          var labels = new LinkedHashMap<>(n.labels());
          change.accept(labels);
          return n.withLabels(labels);
        });
  }

  Clusters network(String name, String driver, boolean swarmScope, Map<String, String> labels) {
    networks.add(
        new LiveNetwork(
            "id-" + name,
            new NetworkSpec(name, driver, Map.of(), false, false, labels),
            swarmScope,
            false));
    return this;
  }

  /** A network that has these addresses. */
  Clusters network(String name, String driver, boolean swarmScope, String subnet) {
    var pool = new Pool(Optional.of(subnet), Optional.empty(), Optional.empty());
    var addressing = new Addressing(false, Driver.NONE, List.of(pool));
    networks.add(
        new LiveNetwork(
            "id-" + name,
            new NetworkSpec(name, driver, Map.of(), false, false, Map.of(), addressing),
            swarmScope,
            name.equals("ingress")));
    return this;
  }

  /** What the swarm takes subnets from. */
  Clusters pools(int bits, String... blocks) {
    var parsed = Arrays.stream(blocks).map(b -> Cidr.parse(b).orElseThrow()).toList();
    pools = Optional.of(new AddressPools(parsed, bits));
    return this;
  }

  Clusters holding(ServiceSpec spec) {
    services.add(new LiveService("id-" + spec.name(), 7, spec, Optional.empty()));
    return this;
  }

  /** A service whose ports the engine granted so. */
  Clusters holding(ServiceSpec spec, PortSpec... granted) {
    services.add(new LiveService("id-" + spec.name(), 7, spec, Optional.empty(), List.of(granted)));
    return this;
  }

  /** A container that no service owns, on the node that is asked. */
  Clusters container(String name, String node, int published) {
    var open = new Task.OpenPort(new Port(published), new Port(80), Protocol.TCP);
    var containers = new ArrayList<>(asked.containers());
    containers.add(new LiveContainer("id-" + name, name, List.of(open)));
    return asked(
        new AskedEngine(Optional.of("id-" + node), asked.api(), asked.dataPath(), containers));
  }

  Clusters asked(AskedEngine engine) {
    asked = engine;
    return this;
  }

  Clusters holding(NetworkSpec spec) {
    networks.add(new LiveNetwork("id-" + spec.name(), spec, true, false));
    return this;
  }

  Clusters holding(FileKind kind, String name, Map<String, String> labels) {
    files.add(new LiveFile(kind, "id-" + name, name, labels));
    return this;
  }

  /** A running task of a service that the cluster holds. */
  Clusters task(String service, String node) {
    tasks.add(
        new Task(
            "task-" + tasks.size(),
            "id-" + service,
            OptionalInt.of(tasks.size()),
            Optional.of("id-" + node),
            Task.State.RUNNING,
            new Task.Status(Task.State.RUNNING, "started", "", Instant.EPOCH),
            List.of()));
    return this;
  }

  private static List<Plugin> builtIn(boolean windows) {
    var networks = windows ? List.of("nat", "overlay") : List.of("bridge", "host", "overlay");
    var logs = windows ? List.of("etwlogs", "json-file") : List.of("journald", "json-file");
    var plugins = new ArrayList<Plugin>();
    networks.forEach(n -> plugins.add(new Plugin(Plugin.NETWORK, n)));
    logs.forEach(l -> plugins.add(new Plugin(Plugin.LOG, l)));
    plugins.add(new Plugin(Plugin.VOLUME, "local"));
    return plugins;
  }

  Cluster cluster() {
    return new Cluster(
        "cluster",
        nodes,
        new Cluster.Networking(networks, pools),
        files,
        new Cluster.Work(services, tasks, asked));
  }

  private Clusters node(String name, Node.Role role, NodeFacts facts, Map<String, String> labels) {
    nodes.add(
        new Node(
            "id-" + name,
            new NodeName(name),
            role,
            Node.Availability.ACTIVE,
            Node.State.READY,
            facts,
            "10.0.0." + (nodes.size() + 1),
            labels,
            described(ROOMY, builtIn(facts.windows()))));
    return this;
  }
}
