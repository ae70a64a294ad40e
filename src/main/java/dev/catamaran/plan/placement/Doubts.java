package dev.catamaran.plan.placement;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Verdict;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is no refusal and still worth a warning: disputed answers, and facts nobody told. */
final class Doubts {
  /** Each node is named in a command of its own; of very many a few show how. */
  private static final int COMMANDS = 8;

  private final Roster roster;
  private final PlatformRules platforms;
  private final Map<String, Lack> lacks = new TreeMap<>();

  Doubts(Roster roster, PlatformRules platforms) {
    this.roster = roster;
    this.platforms = platforms;
  }

  /** A fact that some nodes do not tell. */
  private record Lack(Objection first, BitSet nodes) {}

  /** The nodes where the image may fail to start, one warning for each reason. */
  List<Finding> builds(Poll poll) {
    var doubts = new LinkedHashMap<Verdict.With, BitSet>();
    var eligible = poll.eligible();
    for (var kind : roster.kinds()) {
      var nodes = (BitSet) roster.members(kind).clone();
      nodes.and(eligible);
      if (!nodes.isEmpty()) {
        platforms
            .fit(kind, poll.candidate())
            .flatMap(PlatformRules.Fit::doubt)
            .ifPresent(d -> doubts.computeIfAbsent(d, _ -> new BitSet()).or(nodes));
      }
    }
    return doubts.entrySet().stream().map(e -> doubt(poll, e.getKey(), e.getValue())).toList();
  }

  private Finding doubt(Poll poll, Verdict.With doubt, BitSet nodes) {
    var service = poll.candidate().service();
    var finding =
        Finding.warning(
                Code.BUILD_DOUBTFUL, "on " + Names.of(roster, nodes) + ": " + doubt.workaround())
            .at(service.places().of("image"))
            .of(service.name())
            .says(doubt.source());
    return nodes.cardinality() == 1 ? finding.on(roster.node(nodes.nextSetBit(0)).name()) : finding;
  }

  /** Remembers which facts are all that keeps a service off a node. */
  void note(Poll poll) {
    for (var kind : roster.kinds()) {
      var against = poll.against(kind);
      if (!against.isEmpty() && against.stream().allMatch(Doubts::unknown)) {
        for (var objection : against) {
          lacks
              .computeIfAbsent(
                  objection.unknown().orElseThrow(), _ -> new Lack(objection, new BitSet()))
              .nodes()
              .or(roster.members(kind));
        }
      }
    }
  }

  /** An unknown Hyper-V role hardly ever matters, and is among the reasons where it does. */
  private static boolean unknown(Objection objection) {
    return objection.unknown().isPresent() && objection.code() != Code.BUILD_MISMATCH;
  }

  /** One finding for each fact that was missing, whatever the number of services. */
  List<Finding> unknowns() {
    return lacks.entrySet().stream().map(e -> unknown(e.getKey(), e.getValue())).toList();
  }

  private Finding unknown(String fact, Lack lack) {
    var commands =
        lack.nodes().stream()
            .limit(COMMANDS)
            .boxed()
            .flatMap(i -> lack.first().ways().stream().map(w -> named(w, i)))
            .toList();
    var finding =
        Finding.warning(
                Code.FACT_UNKNOWN,
                fact
                    + " is not known of "
                    + Names.of(roster, lack.nodes())
                    + ", so nothing that hangs on it is placed there")
            .tryThis(commands);
    return lack.first().source().map(finding::says).orElse(finding);
  }

  private String named(String way, int node) {
    return way.replace("NODE", roster.node(node).name().text());
  }
}
