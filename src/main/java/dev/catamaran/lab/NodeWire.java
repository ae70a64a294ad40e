package dev.catamaran.lab;

import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.Description.Capacity;
import dev.catamaran.cluster.Description.Generic;
import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.cluster.Node;
import dev.catamaran.json.Json;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.simulate.Meta;
import dev.catamaran.simulate.SimNode;

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
        .with("Resources", resources(node.machine().capacity()))
        .with(
            "Engine",
            Json.object()
                .with("EngineVersion", engine(node))
                .with("Labels", Json.texts(node.machine().description().labels()))
                .with("Plugins", listed(node.machine().description())))
        .with("TLSInfo", Json.object());
  }

  static String engine(SimNode node) {
    return node.facts().engine().map(EngineVersion::text).orElse("");
  }

  private static Json.Obj resources(Capacity capacity) {
    var json =
        Json.object()
            .with("NanoCPUs", capacity.nanoCpus())
            .with("MemoryBytes", capacity.memoryBytes());
    var generic = capacity.generic().stream().map(NodeWire::generic).toList();
    return generic.isEmpty() ? json : json.with("GenericResources", new Json.Arr(generic));
  }

  private static Json generic(Generic one) {
    var kind = Json.object().with("Kind", one.kind());
    return one.name()
        .map(name -> Json.object().with("NamedResourceSpec", kind.with("Value", name)))
        .orElseGet(
            () -> Json.object().with("DiscreteResourceSpec", kind.with("Value", one.count())));
  }

  private static Json.Arr listed(Description engine) {
    return new Json.Arr(
        engine.plugins().stream()
            .<Json>map(p -> Json.object().with("Type", p.type()).with("Name", p.name()))
            .toList());
  }

  /** As {@code GET /info} has them. */
  static Json.Obj plugins(SimNode node) {
    var engine = node.machine().description();
    return Json.object()
        .with("Volume", Json.Arr.ofTexts(engine.plugins(Plugin.VOLUME)))
        .with("Network", Json.Arr.ofTexts(engine.plugins(Plugin.NETWORK)))
        .with("Log", Json.Arr.ofTexts(engine.plugins(Plugin.LOG)));
  }
}
