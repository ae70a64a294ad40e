package dev.catamaran.lab;

import dev.catamaran.json.Json;
import dev.catamaran.simulate.Meta;
import dev.catamaran.simulate.SimFile;
import dev.catamaran.simulate.SimNetwork;
import dev.catamaran.simulate.SimNode;
import dev.catamaran.simulate.SimService;
import dev.catamaran.simulate.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The engine's events: what differs between two worlds. A real engine tells no task events. */
final class Notices {
  private final Instant now;
  private final List<Json> events = new ArrayList<>();

  private Notices(Instant now) {
    this.now = now;
  }

  static List<Json> between(World before, World after) {
    var notices = new Notices(after.now());
    notices.compare(_ -> "node", before.nodes(), after.nodes(), SimNode::meta, Notices::of);
    notices.compare(
        _ -> "network", before.networks(), after.networks(), SimNetwork::meta, Notices::of);
    notices.compare(
        f -> f.kind().word(), before.files(), after.files(), SimFile::meta, Notices::of);
    notices.compare(
        _ -> "service", before.services(), after.services(), SimService::meta, Notices::of);
    return notices.events;
  }

  private static Json.Obj of(SimNode node) {
    return Json.object().with("name", node.name().text());
  }

  private static Json.Obj of(SimNetwork network) {
    return Json.object().with("name", network.name());
  }

  private static Json.Obj of(SimFile file) {
    return Json.object().with("name", file.name());
  }

  private static Json.Obj of(SimService service) {
    var named = Json.object().with("name", service.name());
    return service
        .rollout()
        .map(r -> named.with("updatestate.new", r.state().word()))
        .orElse(named);
  }

  private <T> void compare(
      Function<T, String> type,
      Map<String, T> before,
      Map<String, T> after,
      Function<T, Meta> meta,
      Function<T, Json.Obj> attributes) {
    after.forEach((id, object) -> {
      var old = before.get(id);
      if (old == null) {
        note(type.apply(object), "create", id, attributes.apply(object));
      } else if (meta.apply(old).version() != meta.apply(object).version()) {
        note(type.apply(object), "update", id, attributes.apply(object));
      }
    });
    before.forEach((id, object) -> {
      if (!after.containsKey(id)) {
        note(type.apply(object), "remove", id, attributes.apply(object));
      }
    });
  }

  private void note(String type, String action, String id, Json.Obj attributes) {
    events.add(
        Json.object()
            .with("Type", type)
            .with("Action", action)
            .with("Actor", Json.object().with("ID", id).with("Attributes", attributes))
            .with("scope", "swarm")
            .with("time", now.getEpochSecond())
            .with("timeNano", EventLog.nanos(now)));
  }
}
