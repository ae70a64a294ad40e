package dev.catamaran.plan.placement;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.compose.Service;
import dev.catamaran.compose.VolumeDeclaration;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.plan.network.PlannedNetwork;
import dev.catamaran.plan.storage.StorageFaults;
import dev.catamaran.scheduling.Constraint;
import dev.catamaran.scheduling.MalformedConstraint;
import dev.catamaran.spec.Isolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks every node every question about a service, and keeps all answers. */
public final class Placer {
  private static final Feature ALIASES = new Feature("sched.platformAliases");

  private final Roster roster;
  private final Room room;
  private final PlatformRules platforms;
  private final Isolations isolations;
  private final Doubts doubts;
  private final boolean platformsHeeded;
  private final PluginRules plugins;
  private final List<NodeRule> rules;

  /**
   * For the services of one project.
   *
   * @param volumes the project's, by key
   */
  public Placer(Cluster cluster, Matrix matrix, Map<String, VolumeDeclaration> volumes) {
    this.roster = new Roster(cluster);
    this.room = new Room(roster, cluster);
    this.plugins = new PluginRules(volumes);
    var verdicts = new Verdicts(matrix, roster);
    this.platforms = new PlatformRules(matrix, verdicts);
    this.isolations = new Isolations(platforms);
    this.doubts = new Doubts(roster, platforms);
    this.platformsHeeded = heedsPlatforms(cluster, matrix);
    var capability = new CapabilityRules(verdicts);
    var network = new NetworkRules(verdicts);
    var storage = new StorageRules(verdicts, new StorageFaults(matrix, volumes));
    this.rules =
        List.of(
            platforms::windowsBuild,
            capability::engine,
            network::overlay,
            network::options,
            capability::files,
            capability::isolation,
            storage::paths,
            storage::pipes,
            storage::subpaths,
            storage::credentials);
  }

  /**
   * A service to place.
   *
   * @param networks those its tasks join
   * @param live what the cluster runs of it now: its tasks make room for their successors
   */
  public record Asking(
      Service service, Offer offer, List<PlannedNetwork> networks, Optional<LiveService> live) {}

  /** Findings go to the list given; the placement may have no eligible node, which is an error. */
  public Placement place(Asking asking, List<Finding> findings) {
    var service = asking.service();
    var constraints = readConstraints(service, findings);
    var whole = new Candidate(service, asking.offer(), asking.networks(), constraints);
    var wanted = room.as(Need.of(service.deploy().deployment().resources()), asking.live());
    var gates = new Gates(roster, whole, wanted);
    var first = ask(whole, gates);
    var narrowed = oneSystem(first, findings);
    var poll = isolations.unify(narrowed.map(c -> ask(c, gates)).orElse(first));
    if (poll.eligible().isEmpty()) {
      findings.add(NoNode.finding(poll));
    }
    Crowding.finding(poll).ifPresent(findings::add);
    findings.addAll(doubts.builds(poll));
    doubts.note(poll);
    return decided(poll, findings);
  }

  /** What nobody told of the nodes, once all services are placed; one finding for each fact. */
  public List<Finding> unknowns() {
    return doubts.unknowns();
  }

  /**
   * Older managers do not read a list of platforms, or would compare amd64 with the x86_64 that
   * nodes say, and so refuse all: constraints tell them the same.
   */
  private static boolean heedsPlatforms(Cluster cluster, Matrix matrix) {
    return cluster.nodes().stream()
        .filter(n -> n.role() == Node.Role.MANAGER)
        .allMatch(n -> matrix.judge(ALIASES, n.facts()).works());
  }

  private Poll ask(Candidate candidate, Gates gates) {
    return new Poll(
        roster,
        candidate,
        gates,
        roster.kinds().stream().map(kind -> ask(kind, candidate)).toList());
  }

  /** A node of the wrong system is told so once; what else it lacks does not matter then. */
  private List<Objection> ask(NodeKind kind, Candidate candidate) {
    var missing = plugins.missing(kind, candidate).stream();
    var system = platforms.system(kind, candidate);
    return system.isEmpty()
        ? Stream.concat(
                rules.stream().flatMap(r -> r.objections(kind, candidate).stream()), missing)
            .toList()
        : system;
  }

  /**
   * One service runs on one operating system: where the image offers several and nodes of several
   * would take it, Linux is chosen and said so, since the same name would otherwise mean two
   * different containers. Empty where there is nothing to choose.
   */
  private static Optional<Candidate> oneSystem(Poll poll, List<Finding> findings) {
    var candidate = poll.candidate();
    var systems =
        poll.lastingKinds().stream().map(k -> k.facts().platform().os()).distinct().toList();
    if (systems.size() < 2) {
      return Optional.empty();
    }
    var service = candidate.service();
    findings.add(
        Finding.info(Code.PLATFORM_CHOSEN, "the image offers linux and windows; linux was chosen")
            .at(service.places().of("image"))
            .of(service.name())
            .tryThis("platform: windows/amd64, to have it on the Windows nodes"));
    return Optional.of(candidate.with(candidate.offer().only(Os.LINUX)));
  }

  private Placement decided(Poll poll, List<Finding> findings) {
    var candidate = poll.candidate();
    var fits =
        roster.kinds().stream()
            .map(k -> platforms.fit(k, candidate).map(PlatformRules.Fit::platform))
            .toList();
    var isolation = isolations.chosen(poll);
    if (isolation.equals(Optional.of(Isolation.HYPERV)) && !poll.eligible().isEmpty()) {
      findings.add(Isolations.told(poll));
    }
    var constraints = Constraints.write(poll);
    var shares = Spreading.foretell(poll, findings);
    return new Placement(
        new Standing(poll, fits),
        constraints,
        platformsHeeded ? platforms(candidate) : List.of(),
        isolation,
        isolations.written(poll, isolation),
        shares);
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
      try {
        read.add(Constraint.parse(texts.get(i)));
      } catch (MalformedConstraint e) {
        findings.add(
            Finding.error(
                    Code.VALUE_INVALID,
                    "\""
                        + texts.get(i)
                        + "\" is no constraint: Swarm expects KEY == VALUE or KEY != VALUE, without quotes")
                .at(service.places().of("deploy.placement.constraints[" + i + "]"))
                .of(service.name())
                .because("Swarm would say: " + e.text())
                .tryThis("node.platform.os == windows"));
      }
    }
    return read;
  }
}
