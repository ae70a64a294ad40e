package dev.catamaran.plan;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.ProjectName;
import dev.catamaran.plan.Fields.Field;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What must be done so that the cluster holds what the plan says, in the order it must be done:
 * networks, configs and secrets before the services that use them; removals the other way round.
 * Only what carries the project's label is ever changed or removed.
 */
public final class Diff {
  private final ProjectName project;
  private final Cluster cluster;

  private final UnaryOperator<ServiceSpec> kept;

  private Diff(ProjectName project, Cluster cluster, UnaryOperator<ServiceSpec> kept) {
    this.project = project;
    this.cluster = cluster;
    this.kept = kept;
  }

  /**
   * The changes that bring the cluster to the plan; empty if it is there already.
   *
   * @param kept what the engine will keep of a specification: its own defaults do not count as a
   *     difference, nor does what it cannot carry
   */
  public static List<Change> between(Cluster cluster, Plan plan, UnaryOperator<ServiceSpec> kept) {
    return new Diff(plan.project(), cluster, kept).to(plan);
  }

  /** The changes that remove everything the project owns. */
  public static List<Change> removal(Cluster cluster, ProjectName project) {
    return new Diff(project, cluster, UnaryOperator.identity())
        .to(new Plan(project, List.of(), List.of(), List.of(), List.of()));
  }

  private List<Change> to(Plan plan) {
    var changes = new ArrayList<Change>();
    plan.networks().stream()
        .filter(n -> cluster.network(n.name()).isEmpty())
        .forEach(n -> changes.add(new Change.CreateNetwork(n, declared(n))));
    plan.files().stream()
        .filter(f ->
            cluster.files().stream()
                .noneMatch(l -> l.kind() == f.kind() && l.name().equals(f.name())))
        .forEach(f -> changes.add(new Change.CreateFile(f)));
    plan.services()
        .forEach(s -> s.spec().flatMap(spec -> service(s, spec)).ifPresent(changes::add));
    removeServices(plan, changes);
    removeFiles(plan, changes);
    removeNetworks(plan, changes);
    return List.copyOf(changes);
  }

  private static List<Difference> declared(NetworkSpec network) {
    return compared(
        new TreeMap<>(),
        Fields.of(network),
        (_, _) -> Cause.file("as the file declares the network", Optional.empty()));
  }

  private Optional<Change> service(ServicePlan plan, ServiceSpec desired) {
    var live = cluster.service(desired.name());
    var wanted = live.map(l -> keepingDigest(desired, l)).orElse(desired);
    var held = kept.apply(wanted);
    var noted = AppliedFields.noted(wanted, held);
    var causes = new Causes(plan);
    if (live.isEmpty()) {
      var differences =
          compared(new TreeMap<>(), AppliedFields.comparable(desired), (_, f) -> causes.of(f));
      return Optional.of(new Change.CreateService(noted, differences));
    }
    var was = live.get().spec();
    var applied = AppliedFields.of(was);
    var differences =
        compared(
            AppliedFields.comparable(was),
            AppliedFields.comparable(held),
            (key, f) -> cause(key, f, causes, applied));
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        sameKind(was, wanted)
            ? new Change.UpdateService(live.get(), noted, differences)
            : new Change.ReplaceService(live.get(), noted, differences));
  }

  private static Cause cause(
      String key, Changed field, Causes causes, Optional<AppliedFields> applied) {
    var cause = causes.of(field);
    return applied
        .flatMap(a -> a.byHand(key, field.before(), field.after()))
        .map(cause::drifted)
        .orElse(cause);
  }

  /** An engine refuses to turn a number of tasks into one per node, or either into a job. */
  private static boolean sameKind(ServiceSpec one, ServiceSpec other) {
    return one.deployment().mode().getClass() == other.deployment().mode().getClass();
  }

  /** Where nobody tells today's digest, the one that was deployed for the same tag stays. */
  private static ServiceSpec keepingDigest(ServiceSpec desired, LiveService live) {
    var now = live.spec().image();
    boolean sameTag =
        desired.image().digest().isEmpty()
            && withoutDigest(now).equals(withoutDigest(desired.image()));
    return sameTag ? desired.withImage(now) : desired;
  }

  private static ImageRef withoutDigest(ImageRef image) {
    return new ImageRef(image.registry(), image.repository(), image.tag(), Optional.empty());
  }

  private void removeServices(Plan plan, List<Change> changes) {
    var kept =
        plan.services().stream()
            .flatMap(s -> s.spec().stream())
            .map(ServiceSpec::name)
            .collect(Collectors.toUnmodifiableSet());
    cluster.servicesOf(project).stream()
        .filter(s -> !kept.contains(s.spec().name()))
        .forEach(s -> changes.add(new Change.RemoveService(s)));
  }

  private void removeFiles(Plan plan, List<Change> changes) {
    Set<String> kept = new HashSet<>();
    plan.files().forEach(f -> kept.add(f.kind() + f.name()));
    cluster.files().stream()
        .filter(f -> owned(f.labels()) && !kept.contains(f.kind() + f.name()))
        .forEach(f -> changes.add(new Change.RemoveFile(f)));
  }

  private void removeNetworks(Plan plan, List<Change> changes) {
    cluster.networks().stream()
        .filter(n -> owned(n.spec().labels()) && n.swarmScope())
        .filter(n -> plan.networks().stream().noneMatch(p -> p.name().equals(n.spec().name())))
        .forEach(n -> changes.add(new Change.RemoveNetwork(n)));
  }

  private boolean owned(Map<String, String> labels) {
    return project.text().equals(labels.get(Labels.STACK));
  }

  /**
   * A field before and after, its true texts.
   *
   * @param path as in a Compose file
   */
  record Changed(String path, Optional<String> before, Optional<String> after) {}

  private static List<Difference> compared(
      SortedMap<String, Field> before,
      SortedMap<String, Field> after,
      BiFunction<String, Changed, Cause> cause) {
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    var differences = new ArrayList<Difference>();
    for (var key : keys) {
      var old = Optional.ofNullable(before.get(key));
      var now = Optional.ofNullable(after.get(key));
      if (!old.equals(now)) {
        var path = now.or(() -> old).orElseThrow().path();
        var changed = new Changed(path, old.map(Field::text), now.map(Field::text));
        differences.add(
            new Difference(
                path,
                changed.before().map(text -> Hidden.shown(path, text)),
                changed.after().map(text -> Hidden.shown(path, text)),
                cause.apply(key, changed)));
      }
    }
    return List.copyOf(differences);
  }
}
