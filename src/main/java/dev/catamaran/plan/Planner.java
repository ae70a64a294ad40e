package dev.catamaran.plan;

import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.compose.FileDeclaration;
import dev.catamaran.compose.Project;
import dev.catamaran.compose.Service;
import dev.catamaran.compose.support.Attributes;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.ServiceName;
import dev.catamaran.plan.addresses.AddressRoom;
import dev.catamaran.plan.discovery.Discovery;
import dev.catamaran.plan.discovery.DiscoveryChooser;
import dev.catamaran.plan.network.EngineNames;
import dev.catamaran.plan.network.NetworkPlanner;
import dev.catamaran.plan.network.PlannedNetwork;
import dev.catamaran.plan.placement.Offer;
import dev.catamaran.plan.placement.Offers;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.placement.Placer;
import dev.catamaran.plan.ports.PortGrant;
import dev.catamaran.plan.ports.PortGrant.Reach;
import dev.catamaran.plan.ports.PortPlanner;
import dev.catamaran.plan.ports.PortPlanner.Asking;
import dev.catamaran.plan.storage.StorageChecks;
import dev.catamaran.plan.storage.StorageFaults;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.FileSpec;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a project, what is known of its images, a cluster and the capability matrix into a plan.
 * Everything is planned and every finding kept, even when the first one already refuses.
 */
public final class Planner {
  private final Matrix matrix;
  private final Settings settings;

  public Planner(Matrix matrix, Settings settings) {
    this.matrix = matrix;
    this.settings = settings;
  }

  public Plan plan(Project project, Map<ImageRef, ImageAnswer> images, Cluster cluster) {
    return new Drawing(project, images, cluster).plan();
  }

  /** A service on its nodes. */
  private record Placed(Service service, Offer offer, Placement placement) {}

  /** A service on its nodes that callers can find. */
  private record Found(Placed placed, Discovery discovery) {
    Asking asking() {
      return new Asking(placed.service(), placed.placement(), discovery);
    }

    ServicePlan planned(List<PortGrant> grants, SpecWriter writer) {
      var service = placed.service();
      var placement = placed.placement();
      var spec = writer.write(service, placed.offer(), placement, discovery, grants);
      return new ServicePlan(
          service,
          placement,
          discovery,
          grants,
          !placement.nodes().somewhere() ? Optional.empty() : Optional.of(spec));
    }
  }

  /** The work on one plan. */
  private final class Drawing {
    private final Project project;
    private final Cluster cluster;
    private final EngineNames names;
    private final Offers offerings;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, PlannedNetwork> networks = new LinkedHashMap<>();
    private final WindowsKeys keys;
    private final OlderEngines older;
    private final NetworkModes modes;
    private final StorageChecks storage;
    private final Map<ServiceName, Placed> placed = new LinkedHashMap<>();

    Drawing(Project project, Map<ImageRef, ImageAnswer> images, Cluster cluster) {
      this.project = project;
      this.cluster = cluster;
      this.names = new EngineNames(project.name());
      this.offerings = new Offers(images, cluster);
      this.older = new OlderEngines(cluster);
      this.modes = new NetworkModes(cluster, matrix);
      var faults = new StorageFaults(matrix, project.volumes());
      this.storage = new StorageChecks(matrix, faults);
      this.keys = new WindowsKeys(Attributes.load(), faults);
    }

    Plan plan() {
      var networkPlanner = new NetworkPlanner(cluster, names);
      project
          .networks()
          .forEach((key, network) ->
              networks.put(
                  key, new PlannedNetwork(network, networkPlanner.plan(network, findings))));
      findings.addAll(networkPlanner.clashes(usedNetworks()));
      usedNetworks().forEach(n -> older.finding(n.declared()).ifPresent(findings::add));
      var placer = new Placer(cluster, matrix, project.volumes());
      project.services().values().forEach(s -> place(s, placer));
      findings.addAll(placer.unknowns());
      var services = services();
      findings.addAll(agentless(services));
      findings.addAll(new NodeDoubts(matrix, cluster).of(usedNetworks(), services));
      findings.addAll(StorageChecks.files(project));
      services.forEach(s -> findings.addAll(storage.notes(s.tenancy())));
      findings.addAll(
          AddressRoom.check(
              cluster,
              project.name(),
              usedNetworks(),
              services.stream().map(ServicePlan::tenant).toList()));
      return new Plan(project.name(), services, ownNetworks(), files(), findings);
    }

    private void place(Service service, Placer placer) {
      offerings
          .of(service, findings)
          .ifPresent(offer -> {
            findings.addAll(keys.findings(service, offer));
            findings.addAll(older.findings(service));
            findings.addAll(modes.findings(service, offer));
            findings.addAll(storage.refusals(service, offer.platforms()));
            var placement =
                placer.place(
                    new Placer.Asking(
                        service,
                        offer,
                        joined(service),
                        cluster.service(names.service(service.name()))),
                    findings);
            placed.put(service.name(), new Placed(service, offer, placement));
          });
    }

    private List<ServicePlan> services() {
      var found = found();
      var ports =
          new PortPlanner(cluster, matrix, names, settings.mesh() == Settings.MeshUse.ALWAYS);
      var granted = ports.grant(found.stream().map(Found::asking).toList(), findings);
      var writer = new SpecWriter(project, names, networks);
      var plans =
          found.stream()
              .map(f ->
                  f.planned(granted.getOrDefault(f.placed().service().name(), List.of()), writer))
              .toList();
      findings.addAll(ports.doubts(plans.stream().flatMap(p -> p.ports().stream()).toList()));
      return plans;
    }

    private List<Found> found() {
      var placements = new LinkedHashMap<ServiceName, Placement>();
      placed.forEach((name, p) -> placements.put(name, p.placement()));
      var chooser = new DiscoveryChooser(project, cluster, matrix, placements, networks.values());
      return placed.values().stream()
          .map(p -> new Found(p, chooser.choose(p.service(), findings)))
          .toList();
    }

    private List<PlannedNetwork> joined(Service service) {
      return service.networks().stream()
          .map(Attachment::network)
          .flatMap(key -> Optional.ofNullable(networks.get(key)).stream())
          .toList();
    }

    private List<NetworkSpec> ownNetworks() {
      return usedNetworks().stream()
          .filter(n -> !n.declared().external())
          .map(PlannedNetwork::spec)
          .toList();
    }

    private List<PlannedNetwork> usedNetworks() {
      var used =
          project.services().values().stream()
              .flatMap(s -> s.networks().stream())
              .map(Attachment::network)
              .collect(Collectors.toSet());
      return networks.values().stream().filter(n -> used.contains(n.declared().key())).toList();
    }

    private List<FileSpec> files() {
      return Stream.concat(project.configs().values().stream(), project.secrets().values().stream())
          .flatMap(f -> file(f).stream())
          .toList();
    }

    private Optional<FileSpec> file(FileDeclaration declared) {
      var labels = new LinkedHashMap<>(declared.labels());
      labels.put(Labels.STACK, project.name().text());
      return declared.external()
          ? Optional.empty()
          : Optional.of(
              new FileSpec(
                  declared.kind(),
                  names.file(declared),
                  labels,
                  declared.content(),
                  declared.plugins()));
    }

    /** Catamaran's mesh answers only where an agent runs. */
    private List<Finding> agentless(List<ServicePlan> services) {
      var carried =
          services.stream()
              .flatMap(s -> s.ports().stream())
              .filter(g -> g.reach() == Reach.CATAMARAN_MESH)
              .findFirst();
      return carried
          .map(grant -> cluster.nodes().stream().filter(n -> !n.runsAgent()).toList())
          .filter(nodes -> !nodes.isEmpty())
          .map(nodes -> nodes.stream().map(n -> n.name().text()).toList())
          .map(without -> List.of(noAgent(carried.get(), without)))
          .orElse(List.of());
    }

    private static Finding noAgent(PortGrant grant, List<String> without) {
      return Finding.warning(
              Code.MESH_NEEDS_AGENT,
              "no agent runs on "
                  + String.join(", ", without)
                  + ", so the published port will not answer there")
          .at(grant.where())
          .because(grant.reason())
          .tryThis("start `catamaran agent run` on " + String.join(", ", without));
    }
  }
}
