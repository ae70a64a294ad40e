package dev.catamaran.plan;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.ProjectName;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
        .forEach(n -> changes.add(new Change.CreateNetwork(n, compared(Map.of(), Fields.of(n)))));
    plan.files().stream()
        .filter(f ->
            cluster.files().stream()
                .noneMatch(l -> l.kind() == f.kind() && l.name().equals(f.name())))
        .forEach(f -> changes.add(new Change.CreateFile(f)));
    plan.services().stream()
        .flatMap(s -> s.spec().stream())
        .forEach(s -> service(s).ifPresent(changes::add));
    removeServices(plan, changes);
    removeFiles(plan, changes);
    removeNetworks(plan, changes);
    return List.copyOf(changes);
  }

  private Optional<Change> service(ServiceSpec desired) {
    var live = cluster.service(desired.name());
    if (live.isEmpty()) {
      return Optional.of(new Change.CreateService(desired, compared(Map.of(), Fields.of(desired))));
    }
    var wanted = keepingDigest(desired, live.get());
    var differences = compared(Fields.of(live.get().spec()), Fields.of(kept.apply(wanted)));
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(new Change.UpdateService(live.get(), wanted, differences));
  }

  /** Where nobody tells today's digest, the one that was deployed for the same tag stays. */
  private static ServiceSpec keepingDigest(ServiceSpec desired, LiveService live) {
    var now = live.spec().image();
    boolean sameTag =
        desired.image().digest().isEmpty()
            && withoutDigest(now).equals(withoutDigest(desired.image()));
    return sameTag
        ? new ServiceSpec(
            desired.name(),
            desired.labels(),
            now,
            desired.container(),
            desired.deployment(),
            desired.networks(),
            desired.endpoint())
        : desired;
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

  private static List<Difference> compared(
      Map<String, String> before, SortedMap<String, String> after) {
    var paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    var old = new TreeMap<>(before);
    return paths.stream()
        .filter(p -> !Objects.equals(old.get(p), after.get(p)))
        .map(p -> new Difference(p, shown(p, old), shown(p, after)))
        .toList();
  }

  private static Optional<String> shown(String path, Map<String, String> fields) {
    return Optional.ofNullable(fields.get(path)).map(text -> Fields.shown(path, text));
  }
}
