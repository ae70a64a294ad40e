package dev.catamaran.orchestrator.swarm;

import dev.catamaran.spec.Addressing;
import dev.catamaran.spec.Addressing.Pool;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.Capabilities;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.Deployment.Placement;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.Execution;
import dev.catamaran.spec.Execution.Terminal;
import dev.catamaran.spec.Healthcheck;
import dev.catamaran.spec.Kernel;
import dev.catamaran.spec.Kernel.Ulimit;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.Privileges;
import dev.catamaran.spec.Privileges.CredentialSpec;
import dev.catamaran.spec.Resolver;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Every field that a Linux node can run, and pieces for what it cannot. */
public final class Everything {
  private Everything() {}

  /** As {@link Specs#rich} with all the rest; on the same network, config and secret. */
  public static ServiceSpec service(String name, String image) {
    var rich = Specs.rich(name, image);
    var deployment = rich.deployment();
    return new ServiceSpec(
        name,
        rich.labels(),
        rich.image(),
        checked(rich.container()).withExecution(execution()).withMounts(mounts()),
        new Deployment(
            deployment.mode(),
            new Placement(
                deployment.placement().constraints(),
                deployment.placement().platforms(),
                List.of("node.labels.zone", "engine.labels.rack"),
                OptionalLong.of(2)),
            new Resources(
                deployment.resources().limits(),
                deployment.resources().reservations(),
                OptionalLong.of(64),
                List.of()),
            deployment.policies()),
        List.of(new Attachment("shop_back", List.of("front"), Map.of("example.com/lane", "2"))),
        rich.endpoint());
  }

  public static ServiceSpec with(ServiceSpec spec, Execution execution) {
    return new ServiceSpec(
        spec.name(),
        spec.labels(),
        spec.image(),
        spec.container().withExecution(execution),
        spec.deployment(),
        spec.networks(),
        spec.endpoint());
  }

  public static ServiceSpec with(ServiceSpec spec, Mount... mounts) {
    return new ServiceSpec(
        spec.name(),
        spec.labels(),
        spec.image(),
        spec.container().withMounts(List.of(mounts)),
        spec.deployment(),
        spec.networks(),
        spec.endpoint());
  }

  public static ServiceSpec with(ServiceSpec spec, Mode mode, Resources resources) {
    var deployment = spec.deployment();
    return new ServiceSpec(
        spec.name(),
        spec.labels(),
        spec.image(),
        spec.container(),
        new Deployment(mode, deployment.placement(), resources, deployment.policies()),
        spec.networks(),
        spec.endpoint());
  }

  public static Execution credentials(CredentialSpec.Source source, String value) {
    return Execution.DEFAULT.withPrivileges(
        Privileges.NONE.withCredentialSpec(Optional.of(new CredentialSpec(source, value))));
  }

  public static NetworkSpec network(String name, Map<String, String> labels) {
    return new NetworkSpec(
        name,
        "overlay",
        Map.of(),
        true,
        true,
        labels,
        new Addressing(
            true,
            Driver.NONE,
            List.of(
                pool("10.78.0.0/24", "10.78.0.9", Optional.of("10.78.0.128/25")),
                pool("fd77::/64", "fd77::9", Optional.empty()))));
  }

  private static Pool pool(String subnet, String gateway, Optional<String> range) {
    return new Pool(Optional.of(subnet), Optional.of(gateway), range);
  }

  private static Container checked(Container container) {
    var check = container.healthcheck().orElseThrow();
    return new Container(
        container.command(),
        container.labels(),
        container.hostname(),
        container.mounts(),
        container.files(),
        Optional.of(
            new Healthcheck(
                check.test(),
                check.interval(),
                check.timeout(),
                check.retries(),
                check.startPeriod(),
                Optional.of(Duration.ofMillis(500)))),
        container.isolation(),
        container.stopGrace());
  }

  public static Execution execution() {
    return new Execution(
        new Terminal(true, true),
        Optional.of(true),
        Optional.of("SIGUSR1"),
        true,
        new Resolver(
            List.of("10.0.0.53", "fd00::53"),
            List.of("shop.internal"),
            List.of("ndots:2"),
            List.of("10.0.0.7 db")),
        new Privileges(
            List.of("33", "44"),
            new Capabilities(List.of("CAP_NET_ADMIN"), List.of("CAP_CHOWN", "CAP_KILL")),
            Optional.empty()),
        new Kernel(
            Map.of("net.ipv4.ip_unprivileged_port_start", "80"),
            Map.of("nofile", new Ulimit(1024, 2048), "core", new Ulimit(0)),
            OptionalInt.of(-5)),
        new Driver(Optional.of("json-file"), Map.of("max-size", "1m")));
  }

  private static List<Mount> mounts() {
    return List.of(
        new Mount(
            Mount.Type.BIND,
            Optional.of("/etc"),
            "/host",
            true,
            Optional.empty(),
            options(Optional.of("private"), false, Optional.empty())),
        new Mount(
            Mount.Type.VOLUME,
            Optional.of("shop_data"),
            "/data",
            false,
            Optional.of(
                new Mount.Volume(
                    Optional.of("local"),
                    Map.of("type", "tmpfs", "device", "tmpfs", "o", "size=1m"),
                    Map.of("owner", "shop"))),
            options(Optional.empty(), true, Optional.of("front"))),
        new Mount(
            Mount.Type.TMPFS,
            Optional.empty(),
            "/scratch",
            false,
            Optional.empty(),
            new Mount.Options(
                Optional.empty(),
                false,
                Optional.empty(),
                OptionalLong.of(1 << 20),
                OptionalInt.of(01777))));
  }

  private static Mount.Options options(
      Optional<String> propagation, boolean noCopy, Optional<String> subpath) {
    return new Mount.Options(
        propagation, noCopy, subpath, OptionalLong.empty(), OptionalInt.empty());
  }
}
