package dev.catamaran.plan.whatif;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.model.ServiceName;
import dev.catamaran.plan.Plan;
import dev.catamaran.plan.whatif.Course.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds an order by planning every state on the way: images that the new builds need first, then
 * nodes that join, then upgrades, managers before workers, and what leaves last. Of the nodes that
 * could be next the first is taken that takes nothing down and makes nothing impossible; where none
 * is like that, the one that does the least.
 */
final class CoursePlanner {
  private final Question asked;

  CoursePlanner(Question asked) {
    this.asked = asked;
  }

  /** One possible next step, and what it does. */
  private record Tried(Supposition next, Cluster after, Step step) {
    int harm() {
      return step.down().size() + step.refusals().size();
    }
  }

  Course plan(Cluster cluster, List<Supposition> suppositions) {
    var steps = new ArrayList<Step>();
    var question = images(cluster, suppositions, steps);
    var accepted = question.plan(cluster).findings();
    var left = new ArrayList<>(suppositions);
    left.sort(
        Comparator.comparingInt(CoursePlanner::rank)
            .thenComparing(s -> !manager(s, cluster))
            .thenComparing(Supposition::node));
    var now = cluster;
    while (!left.isEmpty()) {
      var next = next(question, now, left, accepted);
      steps.add(next.step());
      now = next.after();
      left.remove(next.next());
    }
    return new Course(steps);
  }

  private static int rank(Supposition supposition) {
    return switch (supposition) {
      case Supposition.Join _ -> 0;
      case Supposition.Upgrade _ -> 1;
      case Supposition.Leave _ -> 2;
    };
  }

  private static boolean manager(Supposition supposition, Cluster cluster) {
    return cluster.node(supposition.node()).filter(n -> n.role() == Node.Role.MANAGER).isPresent();
  }

  /** Only among equals may the order be chosen: a manager never waits for a worker. */
  private static Tried next(
      Question question, Cluster now, List<Supposition> left, List<Finding> accepted) {
    var first = left.getFirst();
    Optional<Tried> best = Optional.empty();
    for (var supposition : left) {
      boolean equal =
          rank(supposition) == rank(first) && manager(supposition, now) == manager(first, now);
      if (equal) {
        var tried = tried(question, now, supposition, accepted);
        if (tried.harm() == 0) {
          return tried;
        }
        if (best.isEmpty() || tried.harm() < best.get().harm()) {
          best = Optional.of(tried);
        }
      }
    }
    return best.orElseThrow();
  }

  private static Tried tried(
      Question question, Cluster now, Supposition next, List<Finding> accepted) {
    var after = next.in(now);
    var down =
        next instanceof Supposition.Join
            ? List.<String>of()
            : down(question.plan(now), question.plan(Supposition.without(next.node(), now)));
    var refusals =
        WhatIf.more(accepted, question.plan(after).findings()).stream()
            .filter(Finding::refuses)
            .toList();
    return new Tried(next, after, new Step(next.text(), why(next, now), down, refusals));
  }

  private static List<String> why(Supposition next, Cluster now) {
    var why = new ArrayList<String>();
    switch (next) {
      case Supposition.Join _ -> why.add("room first, before anything goes");
      case Supposition.Leave _ ->
          why.add("drain it first: docker node update --availability drain");
      case Supposition.Upgrade _ -> why.add("drain it first, and make it active again afterwards");
    }
    if (manager(next, now) && !(next instanceof Supposition.Join)) {
      why.add("managers before workers, one at a time");
      majority(now).ifPresent(why::add);
    }
    return why;
  }

  private static Optional<String> majority(Cluster now) {
    long managers = now.nodes().stream().filter(n -> n.role() == Node.Role.MANAGER).count();
    boolean kept = managers - 1 > managers / 2;
    return kept
        ? Optional.empty()
        : Optional.of(
            "with "
                + managers
                + " manager"
                + (managers == 1 ? "" : "s")
                + " nothing can be changed or rescheduled while it is away; what runs elsewhere"
                + " goes on");
  }

  private static List<String> down(Plan before, Plan away) {
    var held = running(before);
    held.removeAll(running(away));
    return held.stream().map(ServiceName::text).toList();
  }

  private static Set<ServiceName> running(Plan plan) {
    return plan.services().stream()
        .filter(s -> !s.placement().eligible().isEmpty())
        .map(s -> s.service().name())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Images that do not start on the new builds are published for them first, beside the old. */
  private Question images(Cluster cluster, List<Supposition> suppositions, List<Step> steps) {
    var builds =
        suppositions.stream()
            .flatMap(s -> platform(s).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var before = asked.plan(cluster).findings();
    var after = asked.plan(Supposition.all(suppositions, cluster)).findings();
    var question = asked;
    for (var image : unfit(WhatIf.more(before, after))) {
      var offering = question.offering(image, builds);
      if (offering.isPresent()) {
        question = offering.get();
        steps.add(published(image, builds));
      }
    }
    return question;
  }

  private static Optional<Platform> platform(Supposition supposition) {
    return switch (supposition) {
      case Supposition.Upgrade(var _, var build, var _) ->
          build.map(b -> new Platform(Os.WINDOWS, "amd64", Optional.empty(), Optional.of(b)));
      case Supposition.Join(var joining) ->
          Optional.of(joining.facts().platform()).filter(p -> p.osVersion().isPresent());
      case Supposition.Leave _ -> Optional.empty();
    };
  }

  private Set<ImageRef> unfit(List<Finding> breaks) {
    return breaks.stream()
        .filter(f -> f.refuses() && f.code() == Code.BUILD_MISMATCH)
        .flatMap(f -> f.subject().service().stream())
        .flatMap(name -> Optional.ofNullable(asked.project().services().get(name)).stream())
        .flatMap(service -> service.image().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Another build joins the ones the image has; another revision of the same takes its place. */
  private Step published(ImageRef image, Set<Platform> builds) {
    var has =
        asked.images().get(image) instanceof ImageAnswer.Known known
            ? known.platforms().stream().flatMap(p -> build(p).stream()).toList()
            : List.<Integer>of();
    boolean rebuilt = builds.stream().flatMap(p -> build(p).stream()).anyMatch(has::contains);
    var names =
        builds.stream()
            .flatMap(p -> p.osVersion().stream())
            .map(v -> rebuilt ? v.buildAndRevision() : Integer.toString(v.build()))
            .distinct()
            .collect(Collectors.joining(" and "));
    return rebuilt
        ? new Step(
            "build and publish " + image.familiar() + " anew on a base image of " + names,
            List.of("it does not start there as it is"),
            List.of(),
            List.of())
        : new Step(
            "publish " + image.familiar() + " for Windows build " + names + " as well",
            List.of(
                "it does not start there as it is; one tag can hold both builds, so the nodes that"
                    + " wait keep theirs"),
            List.of(),
            List.of());
  }

  private static Optional<Integer> build(Platform platform) {
    return platform.osVersion().map(v -> v.build());
  }
}
