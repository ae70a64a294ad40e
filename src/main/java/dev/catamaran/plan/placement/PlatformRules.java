package dev.catamaran.plan.placement;

import dev.catamaran.finding.Code;
import dev.catamaran.image.WindowsCompatibility;
import dev.catamaran.image.WindowsCompatibility.Compatibility;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.plan.placement.Objection.Exclusion;
import dev.catamaran.scheduling.Filter;
import dev.catamaran.spec.Isolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the node's operating system, architecture and Windows build run the image. */
final class PlatformRules {
  private final Map<Pair, Compatibility> judged = new HashMap<>();

  /** A host and an image on it. */
  private record Pair(NodeKind kind, Platform image) {}

  /** The image's platform a node would run, and how its Windows container is isolated. */
  record Fit(Platform platform, Optional<Isolation> isolation) {}

  List<Objection> system(NodeKind kind, Candidate candidate) {
    var mine = kind.facts().platform();
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
                candidate.place("image"))
            .refusedBy(Filter.PLATFORM));
  }

  List<Objection> windowsBuild(NodeKind kind, Candidate candidate) {
    var facts = kind.facts();
    if (!facts.windows()
        || sameSystem(facts.platform(), candidate).findAny().isEmpty()
        || fit(kind, candidate).isPresent()) {
      return List.of();
    }
    var code = facts.platform().osVersion().isEmpty() ? Code.BUILD_UNKNOWN : Code.BUILD_MISMATCH;
    return sameSystem(facts.platform(), candidate)
        .map(offered -> judge(kind, offered))
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
  Optional<Fit> fit(NodeKind kind, Candidate candidate) {
    var offered = sameSystem(kind.facts().platform(), candidate).toList();
    if (!kind.facts().windows()) {
      return offered.stream().findFirst().map(p -> new Fit(p, Optional.empty()));
    }
    var newestFirst = offered.stream().sorted((a, b) -> compareBuilds(b, a)).toList();
    for (var isolation : tried(candidate)) {
      for (var platform : newestFirst) {
        var verdicts = judge(kind, platform);
        var verdict = isolation == Isolation.HYPERV ? verdicts.hyperv() : verdicts.process();
        if (verdict.works()) {
          return Optional.of(new Fit(platform, Optional.of(isolation)));
        }
      }
    }
    return Optional.empty();
  }

  private Compatibility judge(NodeKind kind, Platform image) {
    return judged.computeIfAbsent(
        new Pair(kind, image), p -> WindowsCompatibility.judge(p.kind().facts(), p.image()));
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
