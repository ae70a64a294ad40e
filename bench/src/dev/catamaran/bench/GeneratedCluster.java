package dev.catamaran.bench;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.Description.Capacity;
import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Nodes as large hybrid clusters have them: few kinds, many patch levels, labels everywhere. */
final class GeneratedCluster {
  private static final long CPU = 1_000_000_000L;
  private static final long GIB = 1L << 30;
  private static final List<String> LINUX_ENGINES = List.of("24.0.7", "27.5.1", "28.5.2");
  private static final List<String> WINDOWS =
      List.of("17763.5000", "17763.6500", "20348.2000", "20348.2700", "26100.2000", "26100.4000");
  private static final List<String> WINDOWS_ENGINES = List.of("25.0.6", "27.5.1");

  private final Random random = new Random(7);

  static Cluster of(int nodes) {
    return new GeneratedCluster().cluster(nodes);
  }

  private Cluster cluster(int count) {
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < count; i++) {
      boolean windows = i > 2 && i % 5 < 2;
      nodes.add(node(i, windows ? windows() : linux()));
    }
    return new Cluster("bench", nodes, List.of(), List.of(), Cluster.Work.NONE);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private NodeFacts linux() {
    return new NodeFacts(
        Platform.of(Os.LINUX, "x86_64"),
        EngineVersion.parse(one(LINUX_ENGINES)),
        Optional.of(true),
        Optional.empty());
  }

  private NodeFacts windows() {
    return new NodeFacts(
        new Platform(Os.WINDOWS, "x86_64", Optional.empty(), OsVersion.parse(one(WINDOWS))),
        EngineVersion.parse(one(WINDOWS_ENGINES)),
        Optional.empty(),
        Optional.of(random.nextBoolean()));
  }

  private Node node(int number, NodeFacts facts) {
    var labels = new LinkedHashMap<String, String>();
    labels.put("zone", "zone-" + random.nextInt(5));
    labels.put("disk", random.nextBoolean() ? "ssd" : "hdd");
    labels.put(Labels.AGENT, "bench");
    facts
        .platform()
        .osVersion()
        .ifPresent(v -> labels.put(Labels.OS_BUILD, Integer.toString(v.build())));
    var capacity = new Capacity(CPU * (4 + 4L * random.nextInt(4)), GIB * (16 + 16L * random.nextInt(4)));
    return new Node(
        "id-" + number,
        new NodeName("node-%05d".formatted(number)),
        number < 3 ? Node.Role.MANAGER : Node.Role.WORKER,
        number % 97 == 96 ? Node.Availability.DRAIN : Node.Availability.ACTIVE,
        Node.State.READY,
        facts,
        "10.%d.%d.%d".formatted(number >> 16, (number >> 8) & 0xff, number & 0xff),
        labels,
        new Description(Optional.of(capacity), plugins(facts.windows()), Map.of()));
  }

  private static List<Plugin> plugins(boolean windows) {
    return List.of(
        new Plugin(Plugin.NETWORK, "overlay"),
        new Plugin(Plugin.NETWORK, windows ? "nat" : "bridge"),
        new Plugin(Plugin.VOLUME, "local"),
        new Plugin(Plugin.LOG, "json-file"));
  }
}
