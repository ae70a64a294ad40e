package dev.catamaran.cli;

import dev.catamaran.assembly.ImageSources;
import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.compose.Project;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.ImageRef;
import dev.catamaran.plan.Change;
import dev.catamaran.plan.Diff;
import dev.catamaran.plan.Plan;
import dev.catamaran.plan.Planner;
import dev.catamaran.plan.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What check, plan and up share: read, look, ask, plan, compare. */
final class Work {
  private Work() {}

  /** What a command is given: both, or the findings of both. */
  record Input(Project project, Target target, ImageSources sources, List<Finding> findings) {}

  /** A plan and what it would change. */
  record Result(Plan plan, List<Change> changes, Cluster cluster) {}

  /** Reads the project, the target and the recording; the findings of all are told together. */
  static Outcome<Input> read(
      ProjectOptions project, EngineOptions engine, ImageOptions images, Console console) {
    var target = engine.target(console);
    var loaded = project.load(console);
    var sources = images.sources();
    var findings =
        Stream.of(loaded, target, sources)
            .flatMap(o -> o.findings().stream())
            .sorted(Finding.BY_PLACE)
            .toList();
    if (loaded instanceof Outcome.Accepted<Project>(var value, var _)
        && target instanceof Outcome.Accepted<Target>(var aim, var _)
        && sources instanceof Outcome.Accepted<ImageSources>(var known, var _)) {
      return Outcome.of(new Input(value, aim, known, findings), findings);
    }
    return new Outcome.Refused<>(findings);
  }

  static Session open(Input input, Console console) {
    return Session.open(input.target(), console.environment(), input.sources());
  }

  static List<ImageRef> images(Project project) {
    return project.services().values().stream()
        .flatMap(s -> s.image().stream())
        .distinct()
        .toList();
  }

  static Result plan(Input input, Session session, Settings settings) {
    var cluster = session.swarm().survey();
    var wanted = images(input.project());
    var images = session.platforms(wanted);
    var plan = new Planner(session.matrix(), settings).plan(input.project(), images, cluster);
    var findings = new ArrayList<>(input.findings());
    findings.addAll(plan.findings());
    findings.addAll(EngineFindings.logins(session.loginTroubles(wanted)));
    findings.addAll(EngineFindings.words(plan, session.swarm()));
    var whole = new Plan(plan.project(), plan.services(), plan.networks(), plan.files(), findings);
    var changes =
        whole.refused() ? List.<Change>of() : Diff.between(cluster, whole, session.swarm()::kept);
    return new Result(whole, changes, cluster);
  }
}
