package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.Deployment.Placement;
import dev.catamaran.spec.Deployment.Policies;
import dev.catamaran.spec.Resources;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Mode, placement, resources and policies of a service, which the API spreads over its tree. */
final class DeploymentWire {
  private final ApiVersion api;

  DeploymentWire(ApiVersion api) {
    this.api = api;
  }

  /** The part that lies on the service itself. */
  Patch writeService(Patch service, Deployment deployment) {
    var policies = new PolicyWire(api);
    return service
        .json("Mode", Optional.of(mode(deployment.mode())))
        .with(p -> policies.writeUpdate(p, "UpdateConfig", deployment.policies().update()))
        .with(p -> policies.writeRollback(p, deployment.policies().rollback()));
  }

  /** The part that lies on the task. */
  Patch writeTask(Patch task, Deployment deployment) {
    var resources = deployment.resources();
    return PolicyWire.writeRestart(task, deployment.policies().restart())
        .inside(
            "Resources",
            r ->
                r.inside("Limits", l -> amount(l, resources.limits()))
                    .inside("Reservations", l -> amount(l, resources.reservations())))
        .inside("Placement", p -> placement(p, deployment.placement()));
  }

  private static Json mode(Mode mode) {
    return switch (mode) {
      case Mode.Replicated(int replicas) ->
          Json.object().with("Replicated", Json.object().with("Replicas", replicas));
      case Mode.Global() -> Json.object().with("Global", Json.object());
    };
  }

  private static Patch amount(Patch patch, Resources.Amount amount) {
    return patch.number("NanoCPUs", amount.nanoCpus()).number("MemoryBytes", amount.memoryBytes());
  }

  /** Platforms came with API 1.30; before, a scheduler looks at constraints only. */
  private Patch placement(Patch patch, Placement placement) {
    var platforms =
        api.atLeast(1, 30)
            ? placement.platforms().stream()
                .filter(p -> p.os() != Os.OTHER)
                .map(DeploymentWire::platform)
                .distinct()
                .toList()
            : List.<Json>of();
    return patch.texts("Constraints", placement.constraints()).items("Platforms", platforms);
  }

  /**
   * The scheduler compares operating system and architecture, nothing else. An empty architecture
   * fits all: a 32-bit ARM node reports armv7l, which no image says, so docker's client blanks it.
   */
  private static Json platform(Platform platform) {
    var architecture = platform.architecture().equals("arm") ? "" : platform.architecture();
    return Json.object().with("Architecture", architecture).with("OS", platform.os().word());
  }

  Deployment read(Json spec) {
    var task = spec.get("TaskTemplate");
    var placement = task.get("Placement");
    return new Deployment(
        readMode(spec.get("Mode")),
        new Placement(
            placement.get("Constraints").textItems(),
            placement.get("Platforms").items().stream()
                .map(p ->
                    Platform.of(
                        Os.of(p.get("OS").text().orElse("")),
                        p.get("Architecture").text().orElse("")))
                .toList()),
        new Resources(
            readAmount(task.at("Resources", "Limits")),
            readAmount(task.at("Resources", "Reservations"))),
        new Policies(
            PolicyWire.readUpdate(spec.get("UpdateConfig")),
            PolicyWire.readUpdate(spec.get("RollbackConfig")),
            PolicyWire.readRestart(task.get("RestartPolicy"))));
  }

  /** Jobs run to their end a number of times; we show them as what they keep alive meanwhile. */
  private static Mode readMode(Json mode) {
    if (!mode.get("Global").isNull() || !mode.get("GlobalJob").isNull()) {
      return new Mode.Global();
    }
    var job = mode.at("ReplicatedJob", "MaxConcurrent").number();
    var replicas = mode.at("Replicated", "Replicas").number();
    return new Mode.Replicated(Math.toIntExact(replicas.orElse(job.orElse(1))));
  }

  private static Resources.Amount readAmount(Json amount) {
    return new Resources.Amount(
        readNumber(amount.get("NanoCPUs")), readNumber(amount.get("MemoryBytes")));
  }

  /** An engine reads 0 as "no limit". */
  static OptionalLong readNumber(Json number) {
    return number.number().orElse(0) == 0 ? OptionalLong.empty() : number.number();
  }
}
