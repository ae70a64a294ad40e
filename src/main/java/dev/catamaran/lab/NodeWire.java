package dev.catamaran.lab;

import dev.catamaran.cluster.Node;
import dev.catamaran.json.Json;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.simulate.Meta;
import dev.catamaran.simulate.SimNode;
import java.util.ArrayList;
import java.util.List;

/** Simulated nodes as the Engine API writes them. */
final class NodeWire {
  static final int SWARM_PORT = 2377;

  private NodeWire() {}

  /** What every stored object begins with. */
  static Json.Obj head(Meta meta) {
    return Json.object()
        .with("ID", meta.id())
        .with("Version", Json.object().with("Index", meta.version()))
        .with("CreatedAt", meta.created().toString())
        .with("UpdatedAt", meta.updated().toString());
  }

  static Json.Obj json(SimNode node) {
    var json =
        head(node.meta())
            .with(
                "Spec",
                Json.object()
                    .with("Labels", Json.texts(node.labels()))
                    .with("Role", node.role().word())
                    .with("Availability", node.availability().word()))
            .with("Description", description(node))
            .with(
                "Status",
                Json.object()
                    .with("State", node.state().word())
                    .with("Addr", node.machine().address()));
    return node.role() == Node.Role.MANAGER
        ? json.with(
            "ManagerStatus",
            Json.object()
                .with("Leader", true)
                .with("Reachability", "reachable")
                .with("Addr", node.machine().address() + ":" + SWARM_PORT))
        : json;
  }

  private static Json.Obj description(SimNode node) {
    return Json.object()
        .with("Hostname", node.name().text())
        .with(
            "Platform",
            Json.object()
                .with("Architecture", node.machine().architecture())
                .with("OS", node.facts().platform().os().word()))
        .with(
            "Resources",
            Json.object()
                .with("NanoCPUs", node.machine().nanoCpus())
                .with("MemoryBytes", node.machine().memoryBytes()))
        .with(
            "Engine",
            Json.object().with("EngineVersion", engine(node)).with("Plugins", listed(node)))
        .with("TLSInfo", Json.object());
  }

  static String engine(SimNode node) {
    return node.facts().engine().map(EngineVersion::text).orElse("");
  }

  private static Json.Arr listed(SimNode node) {
    var plugins = new ArrayList<Json>();
    for (var network : node.networkDrivers()) {
      plugins.add(Json.object().with("Type", "Network").with("Name", network));
    }
    plugins.add(Json.object().with("Type", "Volume").with("Name", "local"));
    return new Json.Arr(plugins);
  }

  /** As {@code GET /info} has them. */
  static Json.Obj plugins(SimNode node) {
    return Json.object()
        .with("Volume", Json.Arr.ofTexts(List.of("local")))
        .with("Network", Json.Arr.ofTexts(node.networkDrivers()));
  }
}
