package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.Deployment.Placement;
import dev.catamaran.spec.Deployment.Policies;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.Resources.Generic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Mode, placement, resources and policies of a service, which the API spreads over its tree. */
final class DeploymentWire {
  /** A number of something; nodes may name single things, services may not ask for one by name. */
  private static final String DISCRETE = "DiscreteResourceSpec";

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
                r.inside("Limits", l -> limits(l, resources))
                    .inside("Reservations", l -> reservations(l, resources)))
        .inside("Placement", p -> placement(p, deployment.placement()));
  }

  private static Json mode(Mode mode) {
    return switch (mode) {
      case Mode.Replicated(int replicas) ->
          Json.object().with("Replicated", Json.object().with("Replicas", replicas));
      case Mode.Global() -> Json.object().with("Global", Json.object());
      case Mode.ReplicatedJob(int concurrent, int completions) ->
          Json.object()
              .with(
                  "ReplicatedJob",
                  Json.object()
                      .with("MaxConcurrent", concurrent)
                      .with("TotalCompletions", completions));
      case Mode.GlobalJob() -> Json.object().with("GlobalJob", Json.object());
    };
  }

  /** A limit of processes came with API 1.41. */
  private Patch limits(Patch patch, Resources resources) {
    return amount(patch, resources.limits())
        .when(api.atLeast(1, 41), p -> p.number("Pids", resources.processes()));
  }

  /** Generic resources came with API 1.32. */
  private Patch reservations(Patch patch, Resources resources) {
    var generic = resources.generic().stream().map(DeploymentWire::generic).toList();
    return amount(patch, resources.reservations())
        .when(api.atLeast(1, 32), p -> p.items("GenericResources", generic));
  }

  private static Json generic(Generic generic) {
    var spec = Json.object().with("Kind", generic.kind()).with("Value", generic.count());
    return Json.object().with(DISCRETE, spec);
  }

  private static Patch amount(Patch patch, Resources.Amount amount) {
    return patch.number("NanoCPUs", amount.nanoCpus()).number("MemoryBytes", amount.memoryBytes());
  }

  /**
   * Platforms came with API 1.30; before, a scheduler looks at constraints only. Spreading came
   * with 1.28, a limit per node with 1.40.
   */
  private Patch placement(Patch patch, Placement placement) {
    var platforms =
        api.atLeast(1, 30)
            ? placement.platforms().stream()
                .filter(p -> p.os() != Os.OTHER)
                .map(DeploymentWire::platform)
                .distinct()
                .toList()
            : List.<Json>of();
    return patch
        .texts("Constraints", placement.constraints())
        .when(api.atLeast(1, 28), p -> p.items("Preferences", spreads(placement.spreads())))
        .when(api.atLeast(1, 40), p -> p.number("MaxReplicas", placement.mostPerNode()))
        .items("Platforms", platforms);
  }

  private static List<Json.Obj> spreads(List<String> attributes) {
    return attributes.stream()
        .map(a -> Json.object().with("Spread", Json.object().with("SpreadDescriptor", a)))
        .toList();
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
    return new Deployment(
        readMode(spec.get("Mode")),
        readPlacement(task.get("Placement")),
        readResources(task.get("Resources")),
        new Policies(
            PolicyWire.readUpdate(spec.get("UpdateConfig")),
            PolicyWire.readUpdate(spec.get("RollbackConfig")),
            PolicyWire.readRestart(task.get("RestartPolicy"))));
  }

  private static Placement readPlacement(Json placement) {
    return new Placement(
        placement.get("Constraints").textItems(),
        placement.get("Platforms").items().stream()
            .map(p ->
                Platform.of(
                    Os.of(p.get("OS").text().orElse("")), p.get("Architecture").text().orElse("")))
            .toList(),
        placement.get("Preferences").items().stream()
            .flatMap(p -> p.at("Spread", "SpreadDescriptor").text().stream())
            .toList(),
        readNumber(placement.get("MaxReplicas")));
  }

  private static Resources readResources(Json resources) {
    var reservations = resources.get("Reservations");
    return new Resources(
        readAmount(resources.get("Limits")),
        readAmount(reservations),
        readNumber(resources.at("Limits", "Pids")),
        reservations.get("GenericResources").items().stream()
            .map(g -> g.get(DISCRETE))
            .filter(g -> !g.isNull())
            .map(g ->
                new Generic(g.get("Kind").text().orElse(""), g.get("Value").number().orElse(0)))
            .toList());
  }

  private static Mode readMode(Json mode) {
    if (!mode.get("Global").isNull()) {
      return new Mode.Global();
    }
    if (!mode.get("GlobalJob").isNull()) {
      return new Mode.GlobalJob();
    }
    var job = mode.get("ReplicatedJob");
    if (!job.isNull()) {
      long concurrent = job.get("MaxConcurrent").number().orElse(1);
      long completions = job.get("TotalCompletions").number().orElse(concurrent);
      return new Mode.ReplicatedJob(Math.toIntExact(concurrent), Math.toIntExact(completions));
    }
    return new Mode.Replicated(
        Math.toIntExact(mode.at("Replicated", "Replicas").number().orElse(1)));
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
