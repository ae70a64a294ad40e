package dev.catamaran.simulate;

import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import dev.catamaran.spec.Resources;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Swarm's scheduling filters, in the order they are asked. */
enum Filter {
  READY {
    @Override
    boolean passes(Draft draft, SimTask task, SimNode node) {
      return node.takesTasks();
    }

    @Override
    String explain(int nodes) {
      return counted(nodes) + " not available for new tasks";
    }
  },

  RESOURCE {
    @Override
    boolean passes(Draft draft, SimTask task, SimNode node) {
      var has = node.machine().capacity();
      return fits(draft, task, node, has.nanoCpus(), Filter::cpus)
          && fits(draft, task, node, has.memoryBytes(), Filter::memory)
          && task.work().wish().load().generic().stream()
              .map(Resources.Generic::kind)
              .allMatch(kind -> fits(draft, task, node, has.count(kind), t -> generic(t, kind)));
    }

    @Override
    String explain(int nodes) {
      return "insufficient resources on " + counted(nodes);
    }
  },

  PLUGIN {
    @Override
    boolean passes(Draft draft, SimTask task, SimNode node) {
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

    @Override
    String explain(int nodes) {
      return "missing plugin on " + counted(nodes);
    }
  },

  CONSTRAINT {
    @Override
    boolean passes(Draft draft, SimTask task, SimNode node) {
      return task.work().wish().placement().constraints().stream().allMatch(c -> c.holds(node));
    }

    @Override
    String explain(int nodes) {
      return "scheduling constraints not satisfied on " + counted(nodes);
    }
  },

  PLATFORM {
    @Override
    boolean passes(Draft draft, SimTask task, SimNode node) {
      var offered = task.work().wish().placement().platforms();
      return offered.isEmpty() || offered.stream().anyMatch(p -> runs(p, node));
    }

    @Override
    String explain(int nodes) {
      return "unsupported platform on " + counted(nodes);
    }
  },

  HOST_PORT {
    @Override
    boolean passes(Draft draft, SimTask task, SimNode node) {
      var wanted = hostPorts(task).toList();
      return others(draft, task, node).flatMap(Filter::hostPorts).noneMatch(wanted::contains);
    }

    @Override
    String explain(int nodes) {
      return "host-mode port already in use on " + counted(nodes);
    }
  },

  MAX_REPLICAS {
    @Override
    boolean passes(Draft draft, SimTask task, SimNode node) {
      long most = task.work().wish().placement().perNode();
      return most == 0
          || others(draft, task, node)
                  .filter(t -> t.wanted() && t.serviceId().equals(task.serviceId()))
                  .count()
              < most;
    }

    @Override
    String explain(int nodes) {
      return "max replicas per node limit exceed";
    }
  };

  abstract boolean passes(Draft draft, SimTask task, SimNode node);

  abstract String explain(int nodes);

  private static String counted(int nodes) {
    return nodes == 1 ? "1 node" : nodes + " nodes";
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
        .flatMap(Filter::fixed);
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
