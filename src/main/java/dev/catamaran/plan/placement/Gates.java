package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Description.Capacity;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Code;
import dev.catamaran.scheduling.Constraint;
import dev.catamaran.scheduling.Filter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What Swarm's scheduler decides about the nodes by itself: the user's constraints, resources, and
 * who takes tasks at all.
 */
final class Gates {
  private static final String SOURCE = "swarmkit, manager/scheduler/filter.go";

  private final Roster roster;
  private final Candidate candidate;
  private final Room.For room;
  private final BitSet large;
  private final BitSet roomy;
  private final BitSet meeting;

  Gates(Roster roster, Candidate candidate, Room.For room) {
    this.roster = roster;
    this.candidate = candidate;
    this.room = room;
    this.large = room.largeEnough();
    this.roomy = room.withRoom();
    this.meeting = roster.all();
    candidate.constraints().forEach(c -> meeting.and(roster.holding(c)));
  }

  /** A new set of the nodes that pass whatever their state. */
  BitSet lasting() {
    var nodes = (BitSet) meeting.clone();
    nodes.and(large);
    return nodes;
  }

  /** A new set of the nodes that pass now. */
  BitSet now() {
    var nodes = lasting();
    nodes.and(roster.open());
    nodes.and(roomy);
    return nodes;
  }

  /**
   * The sets in which nodes may differ here: against two nodes in the same of them stands the same.
   */
  List<BitSet> dividers() {
    var dividers = new ArrayList<BitSet>();
    candidate.constraints().forEach(c -> dividers.add(roster.holding(c)));
    dividers.add(large);
    dividers.add(roomy);
    dividers.add(roster.open());
    return dividers;
  }

  Room.For room() {
    return room;
  }

  List<Objection> objections(int node) {
    var objections = new ArrayList<Objection>();
    if (!meeting.get(node)) {
      for (int i = 0; i < candidate.constraints().size(); i++) {
        if (!roster.holding(candidate.constraints().get(i)).get(node)) {
          objections.add(unmet(node, i));
        }
      }
    }
    if (!large.get(node)) {
      objections.add(resources(node, Objection.Exclusion.BY_ENGINE));
    } else if (!roomy.get(node)) {
      objections.add(resources(node, Objection.Exclusion.BY_STATE));
    }
    if (!roster.open().get(node)) {
      objections.add(closed(roster.node(node)));
    }
    return objections;
  }

  private Objection unmet(int node, int index) {
    var constraint = candidate.constraints().get(index);
    var why =
        constraint
            .attribute()
            .map(a -> a.of(roster.seen(node)))
            .map(actual -> constraint.key() + " is " + (actual.isEmpty() ? "not set" : actual))
            .orElse("Swarm knows no key \"" + constraint.key() + "\", and so refuses every node");
    return new Objection(
        Code.PLACEMENT_NONE,
        Objection.Exclusion.BY_ENGINE,
        "does not meet the constraint " + constraint.text() + ": " + why,
        ways(constraint),
        Optional.of("swarmkit, manager/constraint/constraint.go"),
        candidate.place("deploy.placement.constraints[" + index + "]"),
        Optional.of(Filter.CONSTRAINT),
        Optional.empty());
  }

  /** Mostly a typing error is behind a constraint that no node meets. */
  private List<String> ways(Constraint constraint) {
    if (constraint.attribute().isEmpty()) {
      return List.of(
          "constrain by node.id, node.hostname, node.ip, node.role, node.platform.os,"
              + " node.platform.arch, node.labels.NAME or engine.labels.NAME");
    }
    return List.of(
        roster.holding(constraint).isEmpty()
            ? Advice.meet(constraint)
            : "remove the constraint "
                + constraint.text().strip()
                + ": the nodes that meet it cannot run the service");
  }

  private Objection resources(int node, Objection.Exclusion exclusion) {
    return new Objection(
        Code.RESOURCES_SHORT,
        exclusion,
        "a task reserves " + room.need().text() + "; " + free(node),
        List.of(
            "reserve less in deploy.resources.reservations, or give the nodes more, or add a node"),
        Optional.of(SOURCE),
        candidate.place("deploy.resources.reservations"),
        Optional.of(Filter.RESOURCE),
        Optional.empty());
  }

  /** What a node has free of what the service reserves, enough or not. */
  String free(int node) {
    var parts = new ArrayList<String>();
    var need = room.need();
    var has = roster.node(node).description().capacity();
    if (has.isEmpty()) {
      return "it has not told what it has";
    }
    if (need.memoryBytes() > 0) {
      parts.add(memory(node, has.get()));
    }
    if (need.nanoCpus() > 0) {
      parts.add(cpus(node, has.get()));
    }
    need.generic().forEach(g -> parts.add(generic(node, g.kind(), has.get())));
    return "free are " + String.join(", ", parts);
  }

  private String memory(int node, Capacity has) {
    return Need.bytes(Math.max(0, room.freeMemory(node)))
        + " of "
        + Need.bytes(has.memoryBytes())
        + " of memory";
  }

  private String cpus(int node, Capacity has) {
    return Need.cpus(Math.max(0, room.freeCpus(node))) + " of " + Need.cpus(has.nanoCpus());
  }

  private String generic(int node, String kind, Capacity has) {
    return Math.max(0, room.free(node, kind)) + " of " + has.count(kind) + " " + kind;
  }

  private Objection closed(Node node) {
    var why =
        node.state() == Node.State.READY
            ? "takes no new tasks: its availability is " + node.availability().word()
            : "is " + node.state().word();
    var way =
        node.state() == Node.State.READY
            ? "docker node update --availability active " + node.name()
            : "bring the node back: its engine does not answer the managers";
    return new Objection(
        Code.PLACEMENT_NONE,
        Objection.Exclusion.BY_STATE,
        why,
        List.of(way),
        Optional.of(SOURCE),
        candidate.place("deploy"),
        Optional.of(Filter.READY),
        Optional.empty());
  }
}
