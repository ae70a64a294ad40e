package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.Execution;
import dev.catamaran.spec.Execution.Terminal;
import dev.catamaran.spec.Resolver;
import java.util.Optional;

/** How a container is run: what lies flat in the API's ContainerSpec. */
final class ExecutionWire {
  private final ApiVersion api;
  private final Names names;

  ExecutionWire(ApiVersion api, Names names) {
    this.api = api;
    this.names = names;
  }

  /** Stop signal and read-only came with API 1.28, init with 1.37. */
  Patch write(Patch container, Execution execution) {
    var privileges = new PrivilegesWire(api, names);
    return container
        .flag("TTY", execution.terminal().tty())
        .flag("OpenStdin", execution.terminal().input())
        .when(api.atLeast(1, 37), c -> c.json("Init", execution.init().map(Json.Bool::new)))
        .when(
            api.atLeast(1, 28),
            c ->
                c.text("StopSignal", execution.stopSignal()).flag("ReadOnly", execution.readOnly()))
        .with(c -> resolver(c, execution.resolver()))
        .with(c -> privileges.write(c, execution.privileges()))
        .with(c -> new KernelWire(api).write(c, execution.kernel()));
  }

  private static Patch resolver(Patch container, Resolver resolver) {
    return container
        .texts("Hosts", resolver.hosts())
        .inside(
            "DNSConfig",
            d ->
                d.texts("Nameservers", resolver.servers())
                    .texts("Search", resolver.search())
                    .texts("Options", resolver.options()));
  }

  /** Logging stands beside the container in the API, not in it. */
  Execution read(Json container, Driver logging) {
    var dns = container.get("DNSConfig");
    return new Execution(
        new Terminal(container.get("TTY").isTrue(), container.get("OpenStdin").isTrue()),
        container.get("Init") instanceof Json.Bool(var init) ? Optional.of(init) : Optional.empty(),
        container.get("StopSignal").nonEmptyText(),
        container.get("ReadOnly").isTrue(),
        new Resolver(
            dns.get("Nameservers").textItems(),
            dns.get("Search").textItems(),
            dns.get("Options").textItems(),
            container.get("Hosts").textItems()),
        PrivilegesWire.read(container),
        KernelWire.read(container),
        logging);
  }
}
