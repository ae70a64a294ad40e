package dev.catamaran.simulate;

import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.scheduling.Filter;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import dev.catamaran.spec.Resources;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Whether a node passes Swarm's scheduling filters. */
final class Filters {
  private Filters() {}

  static boolean passes(Filter filter, Draft draft, SimTask task, SimNode node) {
    return switch (filter) {
      case READY -> node.takesTasks();
      case RESOURCE -> resource(draft, task, node);
      case PLUGIN -> plugin(draft, task, node);
      case CONSTRAINT -> task.work().wish().placement().admits(node);
      case PLATFORM -> platform(task, node);
      case HOST_PORT -> hostPort(draft, task, node);
      case MAX_REPLICAS -> maxReplicas(draft, task, node);
    };
  }

  private static boolean resource(Draft draft, SimTask task, SimNode node) {
    var has = node.machine().capacity();
    return fits(draft, task, node, has.nanoCpus(), Filters::cpus)
        && fits(draft, task, node, has.memoryBytes(), Filters::memory)
        && task.work().wish().load().generic().stream()
            .map(Resources.Generic::kind)
            .allMatch(kind -> fits(draft, task, node, has.count(kind), t -> generic(t, kind)));
  }

  private static boolean plugin(Draft draft, SimTask task, SimNode node) {
    var engine = node.machine().description();
    var load = task.work().wish().load();
    return load.drivers().volumes().stream().allMatch(v -> engine.plugs(Plugin.VOLUME, v))
        && task.work().wish().networks().stream()
            .map(draft.networks::get)
            .allMatch(n -> n == null || engine.plugs(Plugin.NETWORK, n.driver()))
        // An engine that names no log driver at all is too old to report them.
        && load.drivers()
            .log()
            .filter(_ -> !engine.plugins(Plugin.LOG).isEmpty())
            .filter(log -> !engine.plugs(Plugin.LOG, log))
            .isEmpty();
  }

  private static boolean platform(SimTask task, SimNode node) {
    var offered = task.work().wish().placement().platforms();
    return offered.isEmpty() || offered.stream().anyMatch(p -> runs(p, node));
  }

  private static boolean hostPort(Draft draft, SimTask task, SimNode node) {
    var wanted = hostPorts(task).toList();
    return others(draft, task, node).flatMap(Filters::hostPorts).noneMatch(wanted::contains);
  }

  private static boolean maxReplicas(Draft draft, SimTask task, SimNode node) {
    long most = task.work().wish().placement().perNode();
    return most == 0
        || others(draft, task, node)
                .filter(t -> t.wanted() && t.serviceId().equals(task.serviceId()))
                .count()
            < most;
  }

  private static boolean fits(
      Draft draft, SimTask task, SimNode node, long has, ToLongFunction<SimTask> amount) {
    long taken = others(draft, task, node).mapToLong(amount).sum();
    return amount.applyAsLong(task) == 0 || taken + amount.applyAsLong(task) <= has;
  }

  private static long cpus(SimTask task) {
    return task.work().wish().load().reserved().nanoCpus().orElse(0);
  }

  private static long memory(SimTask task) {
    return task.work().wish().load().reserved().memoryBytes().orElse(0);
  }

  private static long generic(SimTask task, String kind) {
    return task.work().wish().load().generic().stream()
        .filter(g -> g.kind().equals(kind))
        .mapToLong(Resources.Generic::count)
        .sum();
  }

  private static Stream<SimTask> others(Draft draft, SimTask task, SimNode node) {
    return draft.tasks.values().stream().filter(t -> t.holds(node) && !t.id().equals(task.id()));
  }

  /** Only fixed host-mode ports count: a dynamic one never collides for the scheduler. */
  private static Stream<String> hostPorts(SimTask task) {
    return task.work().wish().endpoint().ports().stream()
        .filter(p -> p.mode() == PublishMode.HOST)
        .flatMap(Filters::fixed);
  }

  private static Stream<String> fixed(PortSpec port) {
    return port.published().map(p -> p + "/" + port.protocol()).stream();
  }

  /** Operating system and architecture only: no Swarm looks at the Windows version. */
  private static boolean runs(Wish.OfferedPlatform offered, SimNode node) {
    var own = node.facts().platform();
    boolean os = offered.os().isEmpty() || Os.of(offered.os()) == own.os();
    return os
        && (offered.architecture().isEmpty()
            || Platform.of(own.os(), offered.architecture())
                .architecture()
                .equals(own.architecture()));
  }
}
