package dev.catamaran.plan;

import dev.catamaran.spec.Addressing;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.Capabilities;
import dev.catamaran.spec.Command;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.EndpointSpec;
import dev.catamaran.spec.Execution;
import dev.catamaran.spec.Kernel;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.Privileges;
import dev.catamaran.spec.Resolver;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.ServiceSpec;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the components of a specification are called in a Compose file. A component without a line
 * here is called as in Java, with underscores.
 */
final class FieldNames {
  private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

  /** A part whose own name Compose does not have: what is inside stands one level higher. */
  private static final String NOTHING = "";

  private static final Map<String, String> NAMES = new HashMap<>();

  /** Lists whose order says nothing: each item comes and goes by itself. */
  private static final Set<String> SETS =
      Set.of(
          "Placement.constraints",
          "Placement.platforms",
          "Capabilities.added",
          "Capabilities.dropped",
          "Privileges.groups",
          "Attachment.aliases");

  static {
    in(ServiceSpec.class, "labels", "deploy.labels");
    in(ServiceSpec.class, "container", NOTHING);
    in(ServiceSpec.class, "deployment", "deploy");
    in(ServiceSpec.class, "endpoint", NOTHING);
    in(EndpointSpec.class, "mode", "deploy.endpoint_mode");
    in(Attachment.class, "options", "driver_opts");
    in(Container.class, "command", NOTHING);
    in(Container.class, "mounts", "volumes");
    in(Container.class, "files", NOTHING);
    in(Container.class, "stopGrace", "stop_grace_period");
    in(Container.class, "execution", NOTHING);
    in(Command.class, "arguments", "command");
    in(Command.class, "directory", "working_dir");
    in(Execution.class, "terminal", NOTHING);
    in(Execution.Terminal.class, "input", "stdin_open");
    in(Execution.class, "resolver", NOTHING);
    in(Resolver.class, "servers", "dns");
    in(Resolver.class, "search", "dns_search");
    in(Resolver.class, "options", "dns_opt");
    in(Resolver.class, "hosts", "extra_hosts");
    in(Execution.class, "privileges", NOTHING);
    in(Privileges.class, "groups", "group_add");
    in(Privileges.class, "capabilities", NOTHING);
    in(Capabilities.class, "added", "cap_add");
    in(Capabilities.class, "dropped", "cap_drop");
    in(Execution.class, "kernel", NOTHING);
    in(Kernel.class, "oomScoreAdjustment", "oom_score_adj");
    in(Driver.class, "name", "driver");
    in(Deployment.Placement.class, "spreads", "preferences");
    in(Deployment.Placement.class, "mostPerNode", "max_replicas_per_node");
    in(Deployment.class, "policies", NOTHING);
    in(Deployment.Policies.class, "update", "update_config");
    in(Deployment.Policies.class, "rollback", "rollback_config");
    in(Deployment.Policies.class, "restart", "restart_policy");
    in(Resources.class, "processes", "limits.pids");
    in(Resources.class, "generic", "reservations.generic_resources");
    in(Resources.Amount.class, "nanoCpus", "cpus");
    in(Resources.Amount.class, "memoryBytes", "memory");
    in(Mount.class, "options", NOTHING);
    in(Mount.Options.class, "propagation", "bind.propagation");
    in(Mount.Options.class, "noCopy", "volume.nocopy");
    in(Mount.Options.class, "subpath", "volume.subpath");
    in(Mount.Options.class, "bytes", "tmpfs.size");
    in(Mount.Options.class, "mode", "tmpfs.mode");
    in(Mount.Volume.class, "options", "driver_opts");
    in(NetworkSpec.class, "options", "driver_opts");
    in(NetworkSpec.class, "addressing", NOTHING);
    in(Addressing.class, "ipv6", "enable_ipv6");
    in(Addressing.class, "pools", "ipam.config");
    in(Addressing.Pool.class, "range", "ip_range");
  }

  private FieldNames() {}

  private static void in(Class<? extends Record> type, String component, String name) {
    if (NAMES.put(type.getName() + "." + component, name) != null) {
      throw new IllegalStateException(type + "." + component + " has two names");
    }
  }

  static String below(String path, RecordComponent component) {
    var key = component.getDeclaringRecord().getName() + "." + component.getName();
    var name = NAMES.getOrDefault(key, snake(component.getName()));
    return name.isEmpty() ? path : path.isEmpty() ? name : path + "." + name;
  }

  static boolean unordered(RecordComponent component) {
    return SETS.contains(
        component.getDeclaringRecord().getSimpleName() + "." + component.getName());
  }

  private static String snake(String name) {
    return HUMP.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }
}
