package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.spec.Command;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.Healthcheck;
import dev.catamaran.spec.Isolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** ContainerSpec of a task. */
final class ContainerWire {
  private final ApiVersion api;
  private final Names names;

  ContainerWire(ApiVersion api, Names names) {
    this.api = api;
    this.names = names;
  }

  Patch write(Patch patch, Container container) {
    var files = new FileUseWire(api, names);
    var mounts = new MountWire(api);
    return command(patch, container.command())
        .texts("Labels", container.labels())
        .text("Hostname", container.hostname())
        .with(p -> p.items("Mounts", mounts.write(p.tree().get("Mounts"), container.mounts())))
        .with(p -> files.write(p, container))
        .with(p -> healthcheck(p, container.healthcheck()))
        .with(p -> isolation(p, container.isolation()))
        .nanos("StopGracePeriod", container.stopGrace())
        .with(p -> new ExecutionWire(api, names).write(p, container.execution()));
  }

  private static Patch command(Patch patch, Command command) {
    return patch
        .texts("Command", command.entrypoint())
        .texts("Args", command.arguments())
        .texts("Env", environment(command.environment()))
        .text("Dir", command.directory())
        .text("User", command.user());
  }

  private static List<String> environment(Map<String, Optional<String>> variables) {
    return variables.entrySet().stream()
        .map(v -> v.getKey() + v.getValue().map(value -> "=" + value).orElse(""))
        .toList();
  }

  /** StartPeriod came with API 1.29, StartInterval with 1.44. */
  private Patch healthcheck(Patch patch, Optional<Healthcheck> healthcheck) {
    return patch.insideIf(
        "Healthcheck",
        healthcheck.isPresent(),
        p ->
            p.texts("Test", healthcheck.orElseThrow().test())
                .nanos("Interval", healthcheck.flatMap(Healthcheck::interval))
                .nanos("Timeout", healthcheck.flatMap(Healthcheck::timeout))
                .number("Retries", healthcheck.orElseThrow().retries())
                .nanos(
                    "StartPeriod",
                    api.atLeast(1, 29)
                        ? healthcheck.flatMap(Healthcheck::startPeriod)
                        : Optional.empty())
                .nanos(
                    "StartInterval",
                    api.atLeast(1, 44)
                        ? healthcheck.flatMap(Healthcheck::startInterval)
                        : Optional.empty()));
  }

  /** Isolation of a service came with API 1.35; "default" is what an engine takes for unsaid. */
  private Patch isolation(Patch patch, Optional<Isolation> isolation) {
    return api.atLeast(1, 35)
        ? patch.text(
            "Isolation", isolation.filter(i -> i != Isolation.DEFAULT).map(Isolation::word))
        : patch;
  }

  Container read(Json task) {
    var container = task.get("ContainerSpec");
    return new Container(
        readCommand(container),
        container.get("Labels").textMembers(),
        container.get("Hostname").nonEmptyText(),
        MountWire.read(container.get("Mounts")),
        FileUseWire.read(container),
        readHealthcheck(container.get("Healthcheck")),
        container
            .get("Isolation")
            .nonEmptyText()
            .flatMap(Isolation::of)
            .filter(i -> i != Isolation.DEFAULT),
        PolicyWire.duration(container.get("StopGracePeriod")),
        new ExecutionWire(api, names).read(container, DriverWire.read(task.get("LogDriver"))));
  }

  private static Command readCommand(Json container) {
    var environment = new LinkedHashMap<String, Optional<String>>();
    for (var entry : container.get("Env").textItems()) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        environment.put(entry, Optional.empty());
      } else {
        environment.put(entry.substring(0, equals), Optional.of(entry.substring(equals + 1)));
      }
    }
    return new Command(
        container.get("Command").textItems(),
        container.get("Args").textItems(),
        environment,
        container.get("Dir").nonEmptyText(),
        container.get("User").nonEmptyText());
  }

  private static Optional<Healthcheck> readHealthcheck(Json healthcheck) {
    if (healthcheck.isNull()) {
      return Optional.empty();
    }
    long retries = healthcheck.get("Retries").number().orElse(0);
    return Optional.of(
        new Healthcheck(
            healthcheck.get("Test").textItems(),
            PolicyWire.duration(healthcheck.get("Interval")),
            PolicyWire.duration(healthcheck.get("Timeout")),
            retries == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(retries)),
            PolicyWire.duration(healthcheck.get("StartPeriod")),
            PolicyWire.duration(healthcheck.get("StartInterval"))));
  }
}
