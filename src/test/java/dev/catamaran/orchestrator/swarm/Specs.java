package dev.catamaran.orchestrator.swarm;

import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.Command;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.Deployment.Placement;
import dev.catamaran.spec.Deployment.Policies;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.EndpointSpec;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileUse;
import dev.catamaran.spec.Healthcheck;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.Resources.Amount;
import dev.catamaran.spec.RestartPolicy;
import dev.catamaran.spec.ServiceSpec;
import dev.catamaran.spec.UpdatePolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Service specifications that say as little, and as much, as possible. */
final class Specs {
  private Specs() {}

  /** Nothing but a name and an image. */
  static ServiceSpec poor(String name, String image) {
    return new ServiceSpec(
        name,
        Map.of(),
        ImageRef.parse(image),
        new Container(
            new Command(List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty()),
            Map.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Deployment(
            new Mode.Replicated(1),
            new Placement(List.of(), List.of()),
            Resources.NONE,
            Policies.DEFAULT),
        List.of(),
        new EndpointSpec(EndpointMode.VIP, List.of()));
  }

  /** Every field, on the network {@code shop_back}, with config {@code c} and secret {@code s}. */
  static ServiceSpec rich(String name, String image) {
    return new ServiceSpec(
        name,
        Map.of("com.docker.stack.namespace", "shop"),
        ImageRef.parse(image),
        container(),
        new Deployment(
            new Mode.Replicated(2),
            new Placement(List.of("node.role == worker"), List.of(Platform.of(Os.LINUX, "amd64"))),
            new Resources(
                new Amount(OptionalLong.of(500_000_000), OptionalLong.of(64 << 20)),
                new Amount(OptionalLong.empty(), OptionalLong.of(16 << 20))),
            policies()),
        List.of(new Attachment("shop_back", List.of("front", "www"))),
        new EndpointSpec(EndpointMode.DNSRR, ports()));
  }

  private static List<PortSpec> ports() {
    return List.of(
        new PortSpec(Optional.of(new Port(18_080)), new Port(80), Protocol.TCP, PublishMode.HOST),
        new PortSpec(Optional.empty(), new Port(53), Protocol.UDP, PublishMode.HOST));
  }

  private static Container container() {
    var environment = new LinkedHashMap<String, Optional<String>>();
    environment.put("MODE", Optional.of("a=b"));
    environment.put("EMPTY", Optional.of(""));
    environment.put("NAMED", Optional.empty());
    return new Container(
        new Command(
            List.of("/bin/start"),
            List.of("-v", ""),
            environment,
            Optional.of("/tmp"),
            Optional.of("0:0")),
        Map.of("tier", "front"),
        Optional.of("{{.Node.Hostname}}"),
        mounts(),
        List.of(
            new FileUse(FileKind.CONFIG, "c", "/etc/c", "0", "0", 0444),
            new FileUse(FileKind.SECRET, "s", "s", "33", "33", 0400)),
        Optional.of(
            new Healthcheck(
                List.of("CMD", "/bin/hostname"),
                Optional.of(Duration.ofSeconds(5)),
                Optional.of(Duration.ofMillis(1500)),
                OptionalInt.of(2),
                Optional.of(Duration.ofSeconds(1)))),
        Optional.empty(),
        Optional.of(Duration.ofSeconds(3)));
  }

  private static List<Mount> mounts() {
    return List.of(
        new Mount(Mount.Type.BIND, Optional.of("/etc/hostname"), "/host", true, Optional.empty()),
        new Mount(
            Mount.Type.VOLUME,
            Optional.of("shop_data"),
            "/data",
            false,
            Optional.of(new Mount.Volume(Optional.of("local"), Map.of(), Map.of("owner", "shop")))),
        new Mount(Mount.Type.TMPFS, Optional.empty(), "/scratch", false, Optional.empty()));
  }

  private static Policies policies() {
    var update =
        new UpdatePolicy(
            OptionalInt.of(2),
            Optional.of(Duration.ofSeconds(1)),
            Optional.of("rollback"),
            Optional.of(Duration.ofSeconds(2)),
            Optional.of(0.25),
            Optional.of("start-first"));
    var rollback =
        new UpdatePolicy(
            OptionalInt.of(0),
            Optional.empty(),
            Optional.of("continue"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var restart =
        new RestartPolicy(
            Optional.of("on-failure"),
            Optional.of(Duration.ofSeconds(1)),
            OptionalLong.of(3),
            Optional.of(Duration.ofSeconds(9)));
    return new Policies(Optional.of(update), Optional.of(rollback), Optional.of(restart));
  }
}
