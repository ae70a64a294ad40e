package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Code;
import dev.catamaran.image.WindowsCompatibility;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.plan.placement.Objection.Exclusion;
import dev.catamaran.spec.Isolation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the node's operating system, architecture and Windows build run the image. */
final class PlatformRules {
  private PlatformRules() {}

  /** The image's platform a node would run, and how its Windows container is isolated. */
  record Fit(Platform platform, Optional<Isolation> isolation) {}

  static List<Objection> system(Node node, Candidate candidate) {
    var mine = node.facts().platform();
    if (sameSystem(mine, candidate).findAny().isPresent()) {
      return List.of();
    }
    return List.of(
        Objection.byOs(
            Code.PLATFORM_NONE,
            "runs "
                + mine.os()
                + "/"
                + mine.architecture()
                + "; the image is made for "
                + candidate.offer().text(),
            List.of("use an image that offers " + mine.os() + "/" + mine.architecture()),
            candidate.place("image")));
  }

  static List<Objection> windowsBuild(Node node, Candidate candidate) {
    if (!node.facts().windows()
        || sameSystem(node.facts().platform(), candidate).findAny().isEmpty()
        || fit(node, candidate).isPresent()) {
      return List.of();
    }
    var code =
        node.facts().platform().osVersion().isEmpty() ? Code.BUILD_UNKNOWN : Code.BUILD_MISMATCH;
    return sameSystem(node.facts().platform(), candidate)
        .map(offered -> WindowsCompatibility.judge(node.facts(), offered))
        .flatMap(verdicts ->
            tried(candidate).stream()
                .map(i -> i == Isolation.HYPERV ? verdicts.hyperv() : verdicts.process()))
        .map(verdict -> Objection.from(verdict, code, Exclusion.BY_BUILD, candidate.place("image")))
        .distinct()
        .toList();
  }

  /**
   * The best platform for the node: process isolation before Hyper-V, and the newest build that
   * starts. Hyper-V is chosen only where the user has not asked for process isolation.
   */
  static Optional<Fit> fit(Node node, Candidate candidate) {
    var offered = sameSystem(node.facts().platform(), candidate).toList();
    if (!node.facts().windows()) {
      return offered.stream().findFirst().map(p -> new Fit(p, Optional.empty()));
    }
    var newestFirst = offered.stream().sorted((a, b) -> compareBuilds(b, a)).toList();
    for (var isolation : tried(candidate)) {
      for (var platform : newestFirst) {
        var verdicts = WindowsCompatibility.judge(node.facts(), platform);
        var verdict = isolation == Isolation.HYPERV ? verdicts.hyperv() : verdicts.process();
        if (verdict.works()) {
          return Optional.of(new Fit(platform, Optional.of(isolation)));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Isolation> tried(Candidate candidate) {
    return switch (wanted(candidate).orElse(Isolation.DEFAULT)) {
      case PROCESS -> List.of(Isolation.PROCESS);
      case HYPERV -> List.of(Isolation.HYPERV);
      case DEFAULT -> List.of(Isolation.PROCESS, Isolation.HYPERV);
    };
  }

  private static Optional<Isolation> wanted(Candidate candidate) {
    return candidate.service().container().isolation();
  }

  private static int compareBuilds(Platform a, Platform b) {
    int mine = a.osVersion().map(v -> v.build()).orElse(0);
    int theirs = b.osVersion().map(v -> v.build()).orElse(0);
    return Integer.compare(mine, theirs);
  }

  private static Stream<Platform> sameSystem(Platform mine, Candidate candidate) {
    return candidate.offer().platforms().stream()
        .filter(p -> p.os() == mine.os() && p.os() != Os.OTHER)
        .filter(p -> p.architecture().equals(mine.architecture()));
  }
}
