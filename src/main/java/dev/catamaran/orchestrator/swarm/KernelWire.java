package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.spec.Kernel;
import dev.catamaran.spec.Kernel.Ulimit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Kernel settings of a container. */
final class KernelWire {
  private final ApiVersion api;

  KernelWire(ApiVersion api) {
    this.api = api;
  }

  /** Sysctls came with API 1.40, ulimits with 1.41, the out-of-memory score with 1.46. */
  Patch write(Patch container, Kernel kernel) {
    return container
        .when(api.atLeast(1, 40), c -> c.texts("Sysctls", kernel.sysctls()))
        .when(api.atLeast(1, 41), c -> c.items("Ulimits", ulimits(kernel.ulimits())))
        .when(api.atLeast(1, 46), c -> c.number("OomScoreAdj", kernel.oomScoreAdjustment()));
  }

  /** In one order, whatever the file's: an engine takes another order for a change. */
  private static List<Json> ulimits(Map<String, Ulimit> ulimits) {
    return ulimits.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(u -> ulimit(u.getKey(), u.getValue()))
        .toList();
  }

  private static Json ulimit(String name, Ulimit ulimit) {
    return Json.object().with("Name", name).with("Hard", ulimit.hard()).with("Soft", ulimit.soft());
  }

  static Kernel read(Json container) {
    var ulimits = new LinkedHashMap<String, Ulimit>();
    for (var item : container.get("Ulimits").items()) {
      ulimits.put(
          item.get("Name").text().orElse(""),
          new Ulimit(item.get("Soft").number().orElse(0), item.get("Hard").number().orElse(0)));
    }
    long score = container.get("OomScoreAdj").number().orElse(0);
    return new Kernel(
        container.get("Sysctls").textMembers(),
        ulimits,
        score == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(score)));
  }
}
