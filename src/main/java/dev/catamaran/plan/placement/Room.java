package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Description.Capacity;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Task;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is free on each node: what it has, less what the tasks there reserve (swarmkit,
 * manager/scheduler/nodeinfo.go). What a task reserves is what its service says now; a node that
 * told no resources has none for Swarm.
 */
final class Room {
  private static final Capacity NONE = new Capacity(0, 0);

  private final Roster roster;
  private final Cluster cluster;
  private final long[] cpus;
  private final long[] memory;
  private final Map<String, long[]> generic = new HashMap<>();
  private final Map<Need, BitSet> large = new HashMap<>();
  private final Map<Need, BitSet> roomy = new HashMap<>();

  Room(Roster roster, Cluster cluster) {
    this.roster = roster;
    this.cluster = cluster;
    this.cpus = new long[roster.size()];
    this.memory = new long[roster.size()];
    for (int i = 0; i < roster.size(); i++) {
      var capacity = capacity(i);
      cpus[i] = capacity.nanoCpus();
      memory[i] = capacity.memoryBytes();
      for (var one : capacity.generic()) {
        generic.computeIfAbsent(one.kind(), _ -> new long[roster.size()])[i] += one.count();
      }
    }
    cluster.services().forEach(s -> holders(s).forEach((node, tasks) -> take(node, s, tasks)));
  }

  private void take(int node, LiveService service, int tasks) {
    var need = Need.of(service.spec().deployment().resources());
    cpus[node] -= tasks * need.nanoCpus();
    memory[node] -= tasks * need.memoryBytes();
    for (var one : need.generic()) {
      generic.computeIfAbsent(one.kind(), _ -> new long[roster.size()])[node] -=
          tasks * one.count();
    }
  }

  /** How many tasks of a service are on which node; those that ended hold nothing any more. */
  private Map<Integer, Integer> holders(LiveService service) {
    var holders = new HashMap<Integer, Integer>();
    if (!Need.of(service.spec().deployment().resources()).nothing()) {
      for (var task : cluster.tasksOf(service)) {
        var state = task.status().state();
        if (state.compareTo(Task.State.PENDING) >= 0 && !state.ended()) {
          task.nodeId()
              .flatMap(roster::numberById)
              .ifPresent(n -> holders.merge(n, 1, Integer::sum));
        }
      }
    }
    return holders;
  }

  Capacity capacity(int node) {
    return roster.node(node).description().capacity().orElse(NONE);
  }

  /** What a service sees: its own tasks make room for their successors. */
  For as(Need need, Optional<LiveService> own) {
    return new For(
        need,
        own.map(this::holders).orElse(Map.of()),
        own.map(s -> Need.of(s.spec().deployment().resources())).orElse(Need.NOTHING));
  }

  /** The room for one service. */
  final class For {
    private final Need need;
    private final Map<Integer, Integer> held;
    private final Need each;

    private For(Need need, Map<Integer, Integer> held, Need each) {
      this.need = need;
      this.held = held;
      this.each = each;
    }

    Need need() {
      return need;
    }

    long freeCpus(int node) {
      return cpus[node] + held.getOrDefault(node, 0) * each.nanoCpus();
    }

    long freeMemory(int node) {
      return memory[node] + held.getOrDefault(node, 0) * each.memoryBytes();
    }

    long free(int node, String kind) {
      var all = generic.get(kind);
      long back =
          each.generic().stream()
              .filter(g -> g.kind().equals(kind))
              .mapToLong(g -> g.count())
              .sum();
      return all == null ? 0 : all[node] + held.getOrDefault(node, 0) * back;
    }

    /** How many tasks fit on a node; of tasks that reserve nothing, any number. */
    long fits(int node) {
      long fits = Long.MAX_VALUE;
      if (need.nanoCpus() > 0) {
        fits = Math.min(fits, freeCpus(node) / need.nanoCpus());
      }
      if (need.memoryBytes() > 0) {
        fits = Math.min(fits, freeMemory(node) / need.memoryBytes());
      }
      for (var one : need.generic()) {
        fits = Math.min(fits, free(node, one.kind()) / one.count());
      }
      return Math.max(0, fits);
    }

    /** The nodes with room for one task at least. */
    BitSet withRoom() {
      return held.isEmpty() ? roomy.computeIfAbsent(need, _ -> count()) : count();
    }

    private BitSet count() {
      if (need.nothing()) {
        return roster.all();
      }
      var nodes = new BitSet();
      for (int i = 0; i < roster.size(); i++) {
        nodes.set(i, fits(i) > 0);
      }
      return nodes;
    }

    /** The nodes that would have room for one task if they were empty. */
    BitSet largeEnough() {
      return large.computeIfAbsent(need, Room.this::largeEnough);
    }
  }

  private BitSet largeEnough(Need need) {
    var nodes = new BitSet();
    for (int i = 0; i < roster.size(); i++) {
      var has = capacity(i);
      nodes.set(
          i,
          has.nanoCpus() >= need.nanoCpus()
              && has.memoryBytes() >= need.memoryBytes()
              && need.generic().stream().allMatch(g -> has.count(g.kind()) >= g.count()));
    }
    return nodes;
  }
}
