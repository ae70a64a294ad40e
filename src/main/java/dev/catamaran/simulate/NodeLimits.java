package dev.catamaran.simulate;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.image.Images;
import dev.catamaran.image.WindowsCompatibility;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import dev.catamaran.model.Port;
import dev.catamaran.spec.Isolation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node's engine says when a task asks more than the node can do. Whether it can comes from
 * the capability matrix and the image rules alone; only the engine's words are here.
 */
public final class NodeLimits {
  private static final String NO_OVERLAY = "HNS failed with error: Catastrophic failure";
  private static final EngineVersion REFUSES_NEWER_PULLS = new EngineVersion("18.06");

  private final Images images;
  private final Matrix matrix;

  public NodeLimits(Images images, Matrix matrix) {
    this.images = images;
    this.matrix = matrix;
  }

  public boolean can(SimNode node, Feature feature) {
    return matrix.judge(feature, node.facts()).works();
  }

  /** The engine's text where the task is refused before its container starts. */
  Optional<String> refusesToPrepare(SimNode node, SimTask task, Map<String, SimNetwork> networks) {
    var image = ImageRef.parse(task.work().wish().load().image());
    return switch (images.platforms(image)) {
      case ImageAnswer.Known(var offered, var _, var _) ->
          refusesPlatforms(node, offered)
              .or(() -> refusesNewer(node, task, offered))
              .or(() -> refusesOverlay(node, task, networks.values()));
      case ImageAnswer.NotFound _, ImageAnswer.Unknown _ ->
          Optional.of("No such image: " + image.familiar());
    };
  }

  private static Optional<String> refusesPlatforms(SimNode node, List<Platform> offered) {
    if (!mine(node, offered).isEmpty()) {
      return Optional.empty();
    }
    var own = node.facts().platform();
    var first = offered.getFirst();
    return Optional.of(
        offered.size() == 1 && first.os() != own.os()
            ? "image operating system \"" + first.os() + "\" cannot be used on this platform"
            : "no matching manifest for "
                + own.os()
                + "/"
                + own.architecture()
                + " in the manifest list entries");
  }

  /** Engines of 2018 and later see at once that an image is made for a later Windows. */
  private static Optional<String> refusesNewer(SimNode node, SimTask task, List<Platform> offered) {
    var host = node.facts().platform().osVersion();
    var builds = mine(node, offered).stream().flatMap(p -> p.osVersion().stream()).toList();
    boolean knows = node.facts().engine().filter(e -> e.atLeast(REFUSES_NEWER_PULLS)).isPresent();
    boolean allNewer =
        host.isPresent()
            && !builds.isEmpty()
            && builds.stream().allMatch(b -> b.build() > host.get().build());
    return knows && allNewer && !starts(node, task, offered)
        ? Optional.of(
            "a Windows version "
                + brief(builds.getFirst())
                + "-based image is incompatible with a "
                + brief(host.orElseThrow())
                + " host")
        : Optional.empty();
  }

  private static String brief(OsVersion version) {
    return version.major() + "." + version.minor() + "." + version.build();
  }

  private Optional<String> refusesOverlay(
      SimNode node, SimTask task, Collection<SimNetwork> networks) {
    boolean joins =
        networks.stream()
            .filter(SimNetwork::overlay)
            .anyMatch(n -> task.work().wish().networks().contains(n.id()));
    return joins && !can(node, Feature.NET_OVERLAY) ? Optional.of(NO_OVERLAY) : Optional.empty();
  }

  /** The engine's text where the container does not start. */
  Optional<String> refusesToStart(SimNode node, SimTask task) {
    var image = ImageRef.parse(task.work().wish().load().image());
    return images.platforms(image) instanceof ImageAnswer.Known(var offered, var _, var _)
            && !starts(node, task, offered)
        ? Optional.of(
            "container "
                + task.id()
                + " encountered an error during CreateContainer: failure in a Windows system"
                + " call: The operating system of the container does not match the operating"
                + " system of the host. (0xc0370101)")
        : Optional.empty();
  }

  private static boolean starts(SimNode node, SimTask task, List<Platform> offered) {
    boolean hyperv =
        task.work().wish().load().isolation().filter(i -> i == Isolation.HYPERV).isPresent();
    return mine(node, offered).stream()
        .map(p -> WindowsCompatibility.judge(node.facts(), p))
        .anyMatch(c -> hyperv ? c.hyperv().works() : c.process().works());
  }

  private static List<Platform> mine(SimNode node, List<Platform> offered) {
    var own = node.facts().platform();
    return offered.stream()
        .filter(p -> p.os() == own.os() && p.architecture().equals(own.architecture()))
        .toList();
  }

  static String portTaken(Port port) {
    return "driver failed programming external connectivity on endpoint: Bind for 0.0.0.0:"
        + port
        + " failed: port is already allocated";
  }
}
