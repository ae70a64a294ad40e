package dev.catamaran.simulate;

import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.EndpointSpec.PublishMode;
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
      // A simulated node has nothing but CPU and memory.
      return !task.work().wish().load().generic()
          && fits(draft, task, node, node.machine().nanoCpus(), Filter::cpus)
          && fits(draft, task, node, node.machine().memoryBytes(), Filter::memory);
    }

    @Override
    String explain(int nodes) {
      return "insufficient resources on " + counted(nodes);
    }
  },

  PLUGIN {
    @Override
    boolean passes(Draft draft, SimTask task, SimNode node) {
      var drivers = node.networkDrivers();
      return task.work().wish().load().volumeDrivers().isEmpty()
          && task.work().wish().networks().stream()
              .map(draft.networks::get)
              .allMatch(n -> n == null || drivers.contains(n.driver()));
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
