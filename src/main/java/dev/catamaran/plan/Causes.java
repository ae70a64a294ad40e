package dev.catamaran.plan;

import dev.catamaran.model.Where;
import dev.catamaran.plan.Diff.Changed;
import dev.catamaran.plan.placement.Placement.Constraining;
import dev.catamaran.plan.ports.PortGrant;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileUse;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.Mount;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of each field of a service who asks for it: a line of the file, or a decision. */
final class Causes {
  private interface Rule {
    Optional<Cause> cause(Causes causes, Changed wanted);
  }

  /** By the beginning of the path. */
  private static final Map<String, Rule> RULES =
      Map.of(
          "deploy.endpoint_mode",
          (c, _) -> Optional.of(c.discovery()),
          "deploy.placement.constraints",
          Causes::constraint,
          "deploy.placement.platforms",
          (c, _) -> Optional.of(c.platforms()),
          "ports[",
          Causes::port,
          "isolation",
          (c, _) -> Optional.of(c.isolation()),
          "image",
          Causes::image,
          "deploy.labels." + Labels.MESH,
          (c, _) -> c.mesh(),
          "deploy.labels.com.docker.stack.",
          (_, _) -> Optional.of(stackLabel()),
          "labels.com.docker.stack.",
          (_, _) -> Optional.of(stackLabel()));

  private static final Map<String, Rule> ITEMS =
      Map.of(
          "volumes[", Causes::mount,
          "configs[", (c, w) -> c.file(FileKind.CONFIG, w),
          "secrets[", (c, w) -> c.file(FileKind.SECRET, w));

  private final ServicePlan plan;

  Causes(ServicePlan plan) {
    this.plan = plan;
  }

  Cause of(Changed wanted) {
    return rule(RULES, wanted.path())
        .or(() -> rule(ITEMS, wanted.path()))
        .flatMap(r -> r.cause(this, wanted))
        .orElseGet(() -> written(wanted));
  }

  private static Optional<Rule> rule(Map<String, Rule> rules, String path) {
    return rules.entrySet().stream()
        .filter(e -> path.startsWith(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Cause written(Changed wanted) {
    return wanted.after().isEmpty()
        ? Cause.file("not in the file", Optional.of(plan.service().where()))
        : plan.service()
            .places()
            .nearest(wanted.path())
            .map(where -> Cause.file("written in the file", Optional.of(where)))
            .orElseGet(
                () -> Cause.file("what holds where the file says nothing", Optional.empty()));
  }

  private Cause discovery() {
    var found = plan.discovery();
    var where = plan.service().places().nearest("deploy.endpoint_mode");
    return plan.service().deploy().endpointMode().where().isPresent()
        ? Cause.file("written in the file", where)
        : Cause.decision(found.reason(), Optional.empty()).says(found.source());
  }

  private Optional<Cause> constraint(Changed wanted) {
    var written = deployment().placement().constraints();
    int index = wanted.after().map(t -> stripped(written).indexOf(t)).orElse(-1);
    if (index >= 0) {
      return Optional.of(
          Cause.file("written in the file", place("deploy.placement.constraints[" + index + "]")));
    }
    return wanted
        .after()
        .flatMap(text ->
            plan.placement().constraints().stream()
                .filter(c -> c.constraint().equals(text))
                .findFirst())
        .map(Constraining::reason)
        .map(reason -> Cause.decision(reason, Optional.empty()))
        .or(() ->
            Optional.of(
                Cause.decision("neither the file nor the plan asks for it", Optional.empty())));
  }

  private static List<String> stripped(List<String> texts) {
    return texts.stream().map(String::strip).toList();
  }

  private Deployment deployment() {
    return plan.service().deploy().deployment();
  }

  private Cause platforms() {
    return Cause.decision(
        "Swarm's platform filter goes by what the image is made for", place("image"));
  }

  private Optional<Cause> port(Changed wanted) {
    return wanted
        .after()
        .flatMap(_ -> plan.ports().stream().filter(g -> known(g, wanted)).findFirst())
        .map(g -> Cause.decision(g.reason(), Optional.of(g.where())));
  }

  private static boolean known(PortGrant grant, Changed wanted) {
    var name = grant.target() + "/" + grant.protocol();
    boolean another =
        wanted.path().endsWith(".published")
            && !wanted.after().equals(grant.published().map(Object::toString));
    return item(wanted).equals(name) && !another;
  }

  private Cause isolation() {
    return plan.service().places().written("isolation")
        ? Cause.file("written in the file", place("isolation"))
        : Cause.decision(
            plan.placement().isolation().isPresent()
                ? "the nodes that may hold it start the image in this isolation"
                : "the engine's own choice will do",
            place("image"));
  }

  private Optional<Cause> image(Changed wanted) {
    var asked = plan.service().image();
    boolean pinned =
        asked.isPresent()
            && asked.get().digest().isEmpty()
            && wanted.after().filter(t -> t.startsWith(asked.get().familiar() + "@")).isPresent();
    return pinned
        ? Optional.of(Cause.decision("what the registry has under the tag today", place("image")))
        : Optional.empty();
  }

  private Optional<Cause> mesh() {
    return plan.ports().stream()
        .filter(g -> g.reach() == PortGrant.Reach.CATAMARAN_MESH)
        .findFirst()
        .map(g -> Cause.decision(g.reason(), Optional.of(g.where())))
        .or(() -> Optional.of(Cause.decision("Catamaran's mesh is not needed", Optional.empty())));
  }

  private static Cause stackLabel() {
    return Cause.decision("docker's own note of which stack it belongs to", Optional.empty());
  }

  private Optional<Cause> mount(Changed wanted) {
    var targets = plan.service().container().mounts().stream().map(Mount::target).toList();
    return item("volumes", targets.indexOf(item(wanted)), wanted);
  }

  private Optional<Cause> file(FileKind kind, Changed wanted) {
    var targets =
        plan.service().container().files().stream()
            .filter(f -> f.kind() == kind)
            .map(FileUse::target)
            .toList();
    var list = kind.word() + "s";
    return wanted.path().endsWith(".source") && wanted.after().isPresent()
        ? Optional.of(Cause.file("its content, which is part of its name", place(list)))
        : item(list, targets.indexOf(item(wanted)), wanted);
  }

  /** The name in the first brackets of the path. */
  private static String item(Changed wanted) {
    var path = wanted.path();
    return path.substring(path.indexOf('[') + 1, path.indexOf(']'));
  }

  private Optional<Cause> item(String list, int index, Changed wanted) {
    return wanted.after().isEmpty() || index < 0
        ? Optional.empty()
        : Optional.of(Cause.file("written in the file", place(list + "[" + index + "]")));
  }

  private Optional<Where> place(String path) {
    return plan.service().places().nearest(path);
  }
}
