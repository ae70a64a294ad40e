package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.scheduling.Constraint;
import dev.catamaran.scheduling.MalformedConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service's image runs on: told by the registry, or stated by the user; never assumed. Where
 * nobody knows, the plan asks.
 */
public final class Offers {
  private final Map<ImageRef, ImageAnswer> answers;
  private final Cluster cluster;

  public Offers(Map<ImageRef, ImageAnswer> answers, Cluster cluster) {
    this.answers = Map.copyOf(answers);
    this.cluster = cluster;
  }

  /** Empty with an error among the findings where the service cannot be planned. */
  public Optional<Offer> of(Service service, List<Finding> findings) {
    if (service.image().isEmpty()) {
      findings.add(
          Finding.error(Code.IMAGE_MISSING, "service " + service.name() + " has no image")
              .at(service.where())
              .of(service.name())
              .tryThis("build and push the image, then name it with image:"));
      return Optional.empty();
    }
    var image = service.image().get();
    var answer =
        answers.getOrDefault(image, new ImageAnswer.Unknown("nobody was asked for " + image));
    return switch (answer) {
      case ImageAnswer.Known known -> narrowed(service, known, findings);
      case ImageAnswer.NotFound(var source) -> {
        var finding =
            about(service, Code.IMAGE_NOT_FOUND, image.familiar() + " does not exist: " + source)
                .tryThis("check the name and tag, and that it was pushed");
        yield stated(service, finding, findings);
      }
      case ImageAnswer.Unknown(var reason) -> {
        var finding =
            about(
                    service,
                    Code.IMAGE_PLATFORM_UNKNOWN,
                    "nobody could say which platforms " + image.familiar() + " offers")
                .because(reason)
                .tryThis(
                    "say it: platform: linux/amd64, or platform: windows(10.0.20348)/amd64",
                    "or constrain it: deploy.placement.constraints: [node.platform.os == linux]");
        yield stated(service, finding, findings);
      }
    };
  }

  private static Finding about(Service service, Code code, String message) {
    return Finding.error(code, message).at(service.places().of("image")).of(service.name());
  }

  private static Optional<Offer> narrowed(
      Service service, ImageAnswer.Known known, List<Finding> findings) {
    if (service.platform().isEmpty()) {
      return Optional.of(Offer.of(known, known.platforms()));
    }
    var asked = service.platform().get();
    var left = known.platforms().stream().filter(p -> matches(p, asked)).toList();
    if (left.isEmpty()) {
      var offers =
          String.join(", ", known.platforms().stream().map(Platform::toString).distinct().toList());
      findings.add(
          Finding.error(
                  Code.PLATFORM_NONE, "the image does not offer the platform asked for: " + asked)
              .at(service.places().of("platform"))
              .of(service.name())
              .because("it offers " + offers + " (" + known.source() + ")")
              .tryThis("remove platform:, or use an image that is made for it"));
      return Optional.empty();
    }
    return Optional.of(Offer.of(known, left));
  }

  /** The user's own word on the platform; the finding is only a warning then. */
  private Optional<Offer> stated(Service service, Finding unknown, List<Finding> findings) {
    var stated = service.platform().map(List::of).orElseGet(() -> constrained(service));
    if (stated.isEmpty()) {
      findings.add(unknown);
      return Optional.empty();
    }
    findings.add(
        Finding.warning(
                unknown.code(),
                unknown.message()
                    + "; taken as "
                    + String.join(", ", stated.stream().map(Platform::toString).toList()))
            .at(unknown.where())
            .of(service.name())
            .because(unknown.reasons()));
    return Optional.of(new Offer(stated, stated, Optional.empty(), "as written in the file"));
  }

  /** A constraint tells the operating system only; the architecture is whatever the nodes have. */
  private List<Platform> constrained(Service service) {
    return service.deploy().deployment().placement().constraints().stream()
        .flatMap(text -> system(text).stream())
        .findFirst()
        .map(this::platformsOfNodes)
        .orElse(List.of());
  }

  /** What cannot be read is told where the constraints are evaluated. */
  private static Optional<Os> system(String constraint) {
    try {
      return Constraint.parse(constraint).asksForOs();
    } catch (MalformedConstraint _) {
      return Optional.empty();
    }
  }

  private List<Platform> platformsOfNodes(Os os) {
    return cluster.nodes().stream()
        .map(n -> n.facts().platform())
        .filter(p -> p.os() == os)
        .map(p -> Platform.of(os, p.architecture()))
        .distinct()
        .toList();
  }

  private static boolean matches(Platform offered, Platform asked) {
    return offered.os() == asked.os()
        && offered.architecture().equals(asked.architecture())
        && (asked.variant().isEmpty() || asked.variant().equals(offered.variant()))
        && asked
            .osVersion()
            .map(v -> offered.osVersion().map(o -> o.build() == v.build()).orElse(true))
            .orElse(true);
  }
}
