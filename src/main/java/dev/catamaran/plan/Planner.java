package dev.catamaran.plan;

import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.compose.FileDeclaration;
import dev.catamaran.compose.Project;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.ServiceName;
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
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.FileSpec;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** The work on one plan. */
  private final class Drawing {
    private final Project project;
    private final Cluster cluster;
    private final EngineNames names;
    private final Offers offerings;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, PlannedNetwork> networks = new LinkedHashMap<>();
    private final Map<ServiceName, Placed> placed = new LinkedHashMap<>();

    Drawing(Project project, Map<ImageRef, ImageAnswer> images, Cluster cluster) {
      this.project = project;
      this.cluster = cluster;
      this.names = new EngineNames(project.name());
      this.offerings = new Offers(images, cluster);
    }

    Plan plan() {
      var networkPlanner = new NetworkPlanner(cluster, names);
      project
          .networks()
          .forEach((key, network) ->
              networks.put(
                  key, new PlannedNetwork(network, networkPlanner.plan(network, findings))));
      var placer = new Placer(cluster, matrix);
      project.services().values().forEach(s -> place(s, placer));
      var services = services();
      findings.addAll(agentless(services));
      return new Plan(project.name(), services, ownNetworks(), files(), findings);
    }

    private void place(Service service, Placer placer) {
      offerings
          .of(service, findings)
          .ifPresent(offer ->
              placed.put(
                  service.name(),
                  new Placed(
                      service, offer, placer.place(service, offer, joined(service), findings))));
    }

    private List<ServicePlan> services() {
      var placements = new LinkedHashMap<ServiceName, Placement>();
      placed.forEach((name, p) -> placements.put(name, p.placement()));
      var chooser = new DiscoveryChooser(project, cluster, matrix, placements);
      var ports =
          new PortPlanner(cluster, matrix, names, settings.mesh() == Settings.MeshUse.ALWAYS);
      var writer = new SpecWriter(project, names, networks);
      var plans = new ArrayList<ServicePlan>();
      for (var one : placed.values()) {
        var discovery = chooser.choose(one.service(), findings);
        var grants = ports.grant(one.service(), one.placement(), discovery, findings);
        var spec = writer.write(one.service(), one.offer(), one.placement(), discovery, grants);
        plans.add(
            new ServicePlan(
                one.service(),
                one.placement(),
                discovery,
                grants,
                one.placement().eligible().isEmpty() ? Optional.empty() : Optional.of(spec)));
      }
      findings.addAll(ports.doubts(plans.stream().flatMap(p -> p.ports().stream()).toList()));
      return plans;
    }

    private List<PlannedNetwork> joined(Service service) {
      return service.networks().stream()
          .map(Attachment::network)
          .flatMap(key -> Optional.ofNullable(networks.get(key)).stream())
          .toList();
    }

    private List<NetworkSpec> ownNetworks() {
      var used =
          project.services().values().stream()
              .flatMap(s -> s.networks().stream())
              .map(Attachment::network)
              .distinct()
              .toList();
      return networks.values().stream()
          .filter(n -> !n.declared().external() && used.contains(n.declared().key()))
          .map(PlannedNetwork::spec)
          .toList();
    }

    private List<FileSpec> files() {
      return Stream.concat(project.configs().values().stream(), project.secrets().values().stream())
          .flatMap(f -> file(f).stream())
          .toList();
    }

    private Optional<FileSpec> file(FileDeclaration declared) {
      var labels = new LinkedHashMap<>(declared.labels());
      labels.put(Labels.STACK, project.name().text());
      return declared
          .content()
          .map(c -> new FileSpec(declared.kind(), names.file(declared), labels, c));
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
