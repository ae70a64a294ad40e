package dev.catamaran.plan.placement;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.HostAndImage;
import dev.catamaran.capability.Matrix;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Verdict;
import dev.catamaran.image.WindowsRelease;
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
  private static final Feature PICKS_BUILD = new Feature("image.picksByOsVersion");

  private final Matrix matrix;
  private final Verdicts verdicts;
  private final Map<Pair, HostAndImage> judged = new HashMap<>();

  PlatformRules(Matrix matrix, Verdicts verdicts) {
    this.matrix = matrix;
    this.verdicts = verdicts;
  }

  /** A host and an image on it. */
  private record Pair(NodeKind kind, Platform image) {}

  /**
   * The image's platform a node would run, and how its Windows container is isolated.
   *
   * @param doubt what may go wrong all the same
   */
  record Fit(Platform platform, Optional<Isolation> isolation, Optional<Verdict.With> doubt) {}

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
        || verdicts.of(Feature.ENGINE_SUPPORTS_HOST, kind) instanceof Verdict.No
        || sameSystem(facts.platform(), candidate).findAny().isEmpty()
        || fit(kind, candidate).isPresent()) {
      return List.of();
    }
    var code = facts.platform().osVersion().isEmpty() ? Code.BUILD_UNKNOWN : Code.BUILD_MISMATCH;
    var against =
        pulled(kind, candidate)
            .flatMap(offered -> tried(kind, candidate).stream().map(i -> judge(kind, offered, i)))
            .map(v -> Objection.from(v, code, Exclusion.BY_BUILD, candidate.place("image")))
            .distinct();
    return Stream.concat(against, blind(kind, candidate).stream()).toList();
  }

  /** The engine would take another entry of the list than the one that suits it. */
  private Optional<Objection> blind(NodeKind kind, Candidate candidate) {
    var picks = verdicts.of(PICKS_BUILD, kind);
    return picks.works() || sameSystem(kind.facts().platform(), candidate).count() < 2
        ? Optional.empty()
        : Optional.of(
            Objection.from(
                picks, Code.BUILD_MISMATCH, Exclusion.BY_BUILD, candidate.place("image")));
  }

  /**
   * The best platform for the node: process isolation before Hyper-V, and the newest build that
   * starts. Hyper-V is chosen only where the user has not asked for process isolation.
   */
  Optional<Fit> fit(NodeKind kind, Candidate candidate) {
    if (!kind.facts().windows()) {
      return sameSystem(kind.facts().platform(), candidate)
          .findFirst()
          .map(p -> new Fit(p, Optional.empty(), Optional.empty()));
    }
    var newestFirst = pulled(kind, candidate).sorted((a, b) -> compareBuilds(b, a)).toList();
    for (var isolation : tried(kind, candidate)) {
      for (var platform : newestFirst) {
        var verdict = judge(kind, platform, isolation);
        if (verdict.works()) {
          var doubt =
              verdict instanceof Verdict.With with
                  ? Optional.of(with)
                  : Optional.<Verdict.With>empty();
          return Optional.of(new Fit(platform, Optional.of(isolation), doubt));
        }
      }
    }
    return Optional.empty();
  }

  /** What the node does where no isolation is written. */
  static Isolation usual(NodeKind kind) {
    return kind.facts()
        .platform()
        .osVersion()
        .flatMap(v -> WindowsRelease.of(v.build()))
        .filter(WindowsRelease::client)
        .map(_ -> Isolation.HYPERV)
        .orElse(Isolation.PROCESS);
  }

  private Verdict judge(NodeKind kind, Platform image, Isolation isolation) {
    var pair =
        judged.computeIfAbsent(
            new Pair(kind, image),
            p -> HostAndImage.judge(matrix, p.kind().facts(), false, p.image()));
    return isolation == Isolation.HYPERV ? pair.hyperv() : pair.process();
  }

  /** What is not the usual on a node has to be written, and older engines do not read it. */
  private List<Isolation> tried(NodeKind kind, Candidate candidate) {
    return switch (candidate.service().container().isolation().orElse(Isolation.DEFAULT)) {
      case PROCESS -> List.of(Isolation.PROCESS);
      case HYPERV -> List.of(Isolation.HYPERV);
      case DEFAULT ->
          verdicts.of(Feature.SVC_ISOLATION, kind).works()
              ? List.of(Isolation.PROCESS, Isolation.HYPERV)
              : List.of(usual(kind));
    };
  }

  private static int compareBuilds(Platform a, Platform b) {
    int mine = a.osVersion().map(v -> v.build()).orElse(0);
    int theirs = b.osVersion().map(v -> v.build()).orElse(0);
    return Integer.compare(mine, theirs);
  }

  /** Which of the image's platforms the engine may take: older ones take the first they see. */
  private Stream<Platform> pulled(NodeKind kind, Candidate candidate) {
    var mine = kind.facts().platform();
    return verdicts.of(PICKS_BUILD, kind).works()
        ? sameSystem(mine, candidate)
        : candidate.offer().listed().stream().filter(p -> same(mine, p)).limit(1);
  }

  private static Stream<Platform> sameSystem(Platform mine, Candidate candidate) {
    return candidate.offer().platforms().stream().filter(p -> same(mine, p));
  }

  private static boolean same(Platform mine, Platform offered) {
    return offered.os() == mine.os()
        && offered.os() != Os.OTHER
        && offered.architecture().equals(mine.architecture());
  }
}
