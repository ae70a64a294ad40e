package dev.catamaran.plan.placement;

import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.plan.network.PlannedNetwork;
import dev.catamaran.plan.placement.Placement.EligibleNode;
import dev.catamaran.plan.placement.Placement.RefusedNode;
import dev.catamaran.spec.Isolation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks every node every question about a service, and keeps all answers. */
public final class Placer {
  private final Cluster cluster;
  private final List<NodeRule> scheduling =
      List.of(SchedulerRules::constraints, SchedulerRules::state);
  private final List<NodeRule> rules;

  public Placer(Cluster cluster, Matrix matrix) {
    this.cluster = cluster;
    var capability = new CapabilityRules(matrix);
    var network = new NetworkRules(matrix);
    this.rules =
        List.of(
            PlatformRules::windowsBuild,
            capability::engine,
            network::overlay,
            network::options,
            capability::files,
            capability::isolation,
            capability::mounts,
            SchedulerRules::constraints,
            SchedulerRules::state);
  }

  /** Findings go to the list given; the placement may have no eligible node, which is an error. */
  public Placement place(
      Service service, Offer offer, List<PlannedNetwork> networks, List<Finding> findings) {
    var constraints = readConstraints(service, findings);
    var whole = new Candidate(service, offer, networks, constraints);
    var candidate = oneSystem(whole, ask(whole), findings);
    var objections = Isolations.unify(candidate, ask(candidate));
    if (objections.values().stream().noneMatch(List::isEmpty)) {
      findings.addAll(NoNode.findings(candidate, objections));
    }
    return decided(candidate, objections, findings);
  }

  private Map<Node, List<Objection>> ask(Candidate candidate) {
    var answers = new LinkedHashMap<Node, List<Objection>>();
    for (var node : cluster.nodes()) {
      answers.put(node, ask(node, candidate));
    }
    return answers;
  }

  /** A node of the wrong system is told so once; what else it lacks does not matter then. */
  private List<Objection> ask(Node node, Candidate candidate) {
    var system = PlatformRules.system(node, candidate);
    var asked = system.isEmpty() ? rules : scheduling;
    return Stream.concat(
            system.stream(), asked.stream().flatMap(r -> r.objections(node, candidate).stream()))
        .toList();
  }

  /**
   * One service runs on one operating system: where the image offers several and nodes of several
   * would take it, Linux is chosen and said so, since the same name would otherwise mean two
   * different containers.
   */
  private Candidate oneSystem(
      Candidate candidate, Map<Node, List<Objection>> objections, List<Finding> findings) {
    var systems =
        objections.entrySet().stream()
            .filter(e -> e.getValue().isEmpty())
            .map(e -> e.getKey().facts().platform().os())
            .distinct()
            .toList();
    if (systems.size() < 2) {
      return candidate;
    }
    var service = candidate.service();
    findings.add(
        Finding.info(Code.PLATFORM_CHOSEN, "the image offers linux and windows; linux was chosen")
            .at(service.places().of("image"))
            .of(service.name())
            .tryThis("platform: windows/amd64, to have it on the Windows nodes"));
    var linux = candidate.offer().platforms().stream().filter(p -> p.os() == Os.LINUX).toList();
    var offer = new Offer(linux, candidate.offer().digest(), candidate.offer().source());
    return new Candidate(service, offer, candidate.networks(), candidate.constraints());
  }

  private static Placement decided(
      Candidate candidate, Map<Node, List<Objection>> objections, List<Finding> findings) {
    var eligible = new ArrayList<EligibleNode>();
    var refused = new ArrayList<RefusedNode>();
    var isolations = new LinkedHashMap<NodeName, Isolation>();
    objections.forEach((node, against) -> {
      if (against.isEmpty()) {
        var fit = PlatformRules.fit(node, candidate).orElseThrow();
        eligible.add(new EligibleNode(node.name(), fit.platform()));
        fit.isolation().ifPresent(i -> isolations.put(node.name(), i));
      } else {
        refused.add(
            new RefusedNode(
                node.name(), against.stream().map(Objection::reason).distinct().toList()));
      }
    });
    var isolation = isolations.values().stream().findFirst();
    if (isolation.equals(Optional.of(Isolation.HYPERV))) {
      findings.add(Isolations.chosen(candidate, isolations.keySet()));
    }
    var constraints = Constraints.write(candidate, objections);
    return new Placement(
        eligible, resting(objections), refused, constraints, platforms(candidate), isolation);
  }

  private static List<NodeName> resting(Map<Node, List<Objection>> objections) {
    return objections.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .filter(
            e -> e.getValue().stream().allMatch(o -> o.exclusion() == Objection.Exclusion.BY_STATE))
        .map(e -> e.getKey().name())
        .toList();
  }

  /** Swarm compares operating system and architecture only, so builds are left out. */
  private static List<Platform> platforms(Candidate candidate) {
    return candidate.offer().platforms().stream()
        .map(p -> new Platform(p.os(), p.architecture(), Optional.empty(), Optional.empty()))
        .distinct()
        .toList();
  }

  private static List<Constraint> readConstraints(Service service, List<Finding> findings) {
    var read = new ArrayList<Constraint>();
    var texts = service.deploy().deployment().placement().constraints();
    for (int i = 0; i < texts.size(); i++) {
      var parsed = Constraint.parse(texts.get(i));
      if (parsed.isPresent()) {
        read.add(parsed.get());
      } else {
        findings.add(
            Finding.error(
                    Code.VALUE_INVALID,
                    "\""
                        + texts.get(i)
                        + "\" is no constraint: Swarm expects KEY == VALUE or KEY != VALUE, without quotes")
                .at(service.places().of("deploy.placement.constraints[" + i + "]"))
                .of(service.name())
                .tryThis("node.platform.os == windows"));
      }
    }
    return read;
  }
}
