package dev.catamaran.plan.placement;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.plan.placement.Objection.Exclusion;
import dev.catamaran.spec.Isolation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A service has one isolation for all its tasks, so its nodes must agree on one. */
final class Isolations {
  private final PlatformRules platforms;

  Isolations(PlatformRules platforms) {
    this.platforms = platforms;
  }

  /**
   * Where some node runs the image as a process, the nodes that would need Hyper-V step back.
   * Drained nodes have their say as well: they come back, and the isolation is written for good.
   */
  Poll unify(Poll poll) {
    var candidate = poll.candidate();
    boolean process =
        poll.lastingKinds().stream().anyMatch(k -> isolation(k, candidate, Isolation.PROCESS));
    if (!process) {
      return poll;
    }
    return poll.with(kind -> {
      boolean may = poll.against(kind).stream().noneMatch(Objection::needsConstraint);
      return may && isolation(kind, candidate, Isolation.HYPERV)
          ? Stream.of(stepsBack(kind, candidate))
          : Stream.empty();
    });
  }

  private Objection stepsBack(NodeKind kind, Candidate candidate) {
    var builds =
        platforms
            .fit(kind, candidate)
            .flatMap(f -> f.platform().osVersion())
            .map(v -> Integer.toString(v.build()))
            .orElse("unknown");
    return new Objection(
        Code.ISOLATION_HYPERV,
        Exclusion.BY_BUILD,
        "needs Hyper-V isolation for image build "
            + builds
            + ", and other nodes run it in process isolation; a service has one isolation",
        List.of("isolation: hyperv, to have the service on such nodes"),
        Optional.empty(),
        candidate.place("image"),
        Optional.empty(),
        Optional.empty());
  }

  /** The one isolation of the nodes that may hold the service; empty where none is Windows. */
  Optional<Isolation> chosen(Poll poll) {
    return poll.lastingKinds().stream()
        .flatMap(k -> platforms.fit(k, poll.candidate()).stream())
        .flatMap(f -> f.isolation().stream())
        .findFirst();
  }

  /** What has to be written: what every node does anyway is left to it. */
  Optional<Isolation> written(Poll poll, Optional<Isolation> chosen) {
    return chosen.filter(
        i -> poll.lastingKinds().stream().anyMatch(k -> PlatformRules.usual(k) != i));
  }

  static Finding told(Poll poll) {
    var candidate = poll.candidate();
    var service = candidate.service();
    return Finding.info(
            Code.ISOLATION_HYPERV,
            "the tasks run in Hyper-V isolation on " + Names.of(poll.roster(), poll.eligible()))
        .at(service.places().of("image"))
        .of(service.name())
        .because("the image is made for " + candidate.offer().text())
        .tryThis(
            "an image made for the nodes' own Windows build starts faster, in process isolation");
  }

  private boolean isolation(NodeKind kind, Candidate candidate, Isolation asked) {
    return platforms
        .fit(kind, candidate)
        .flatMap(PlatformRules.Fit::isolation)
        .equals(Optional.of(asked));
  }
}
