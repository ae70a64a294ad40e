package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The answers of all nodes to one service. What facts decide is asked once per kind; what Swarm
 * knows is a set of nodes; a single node's reasons are put together when somebody asks for them.
 */
final class Poll {
  private final Roster roster;
  private final Candidate candidate;
  private final Gates gates;
  private final List<List<Objection>> byKind;
  private final BitSet fitting;

  /**
   * Gathers the answers.
   *
   * @param byKind what stands against each kind, by its number
   */
  Poll(Roster roster, Candidate candidate, Gates gates, List<List<Objection>> byKind) {
    this.roster = roster;
    this.candidate = candidate;
    this.gates = gates;
    this.byKind = byKind;
    this.fitting = new BitSet();
    for (var kind : roster.kinds()) {
      if (byKind.get(kind.number()).isEmpty()) {
        fitting.or(roster.members(kind));
      }
    }
  }

  Roster roster() {
    return roster;
  }

  Candidate candidate() {
    return candidate;
  }

  Gates gates() {
    return gates;
  }

  /** What a kind's facts say against it. */
  List<Objection> against(NodeKind kind) {
    return byKind.get(kind.number());
  }

  /** Everything that stands against a node. */
  List<Objection> against(int node) {
    return Stream.concat(against(roster.kindOf(node)).stream(), gates.objections(node).stream())
        .toList();
  }

  /** A new set of the nodes that may hold the service now. */
  BitSet eligible() {
    return both(gates.now());
  }

  /** A new set of those, and of the ones that only their state keeps away: it changes. */
  BitSet lasting() {
    return both(gates.lasting());
  }

  private BitSet both(BitSet passing) {
    passing.and(fitting);
    return passing;
  }

  /** The kinds with a node that may hold the service, now or later. */
  List<NodeKind> lastingKinds() {
    var lasting = lasting();
    return roster.kinds().stream().filter(k -> lasting.intersects(roster.members(k))).toList();
  }

  /** The same, with more against some kinds. */
  Poll with(Function<NodeKind, Stream<Objection>> more) {
    var all = new ArrayList<List<Objection>>();
    for (var kind : roster.kinds()) {
      all.add(Stream.concat(against(kind).stream(), more.apply(kind)).toList());
    }
    return new Poll(roster, candidate, gates, all);
  }

  Node node(int number) {
    return roster.node(number);
  }
}
