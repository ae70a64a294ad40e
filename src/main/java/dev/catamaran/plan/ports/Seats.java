package dev.catamaran.plan.ports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who gets which node for one fixed host port: one task a node. Says whether all tasks of all
 * services that want the port find a node, moving others about where that helps (augmenting paths).
 * Which task runs where is Swarm's choice.
 */
final class Seats {
  private final List<Claim> claims = new ArrayList<>();
  private final Map<Integer, Claim> sitting = new HashMap<>();
  private final BitSet wanted = new BitSet();
  private final BitSet occupied = new BitSet();

  /** The tasks of one service; two claims are never the same. */
  static final class Claim {
    private final Wish wish;
    private final BitSet room;
    private final int tasks;

    /**
     * @param room the nodes any of them may run on
     */
    Claim(Wish wish, BitSet room, int tasks) {
      this.wish = wish;
      this.room = (BitSet) room.clone();
      this.tasks = tasks;
    }

    Wish wish() {
      return wish;
    }

    int tasks() {
      return tasks;
    }

    /** The nodes of both. */
    BitSet with(BitSet others) {
      var all = (BitSet) room.clone();
      all.or(others);
      return all;
    }
  }

  /** A step of a search: the claim took that node from the one before. */
  private record Step(Claim claim, Optional<Step> before, int node) {}

  /** Those whose nodes it may want, too. */
  List<Claim> sharing(Claim claim) {
    return wanted.intersects(claim.room)
        ? claims.stream()
            .filter(c -> c != claim && c.tasks() > 0 && c.room.intersects(claim.room))
            .toList()
        : List.of();
  }

  List<Claim> claims() {
    return claims;
  }

  /** True if all its tasks found a node; false leaves everything as it was. */
  boolean seat(Claim claim) {
    for (int i = 0; i < claim.tasks(); i++) {
      if (!one(claim)) {
        leave(claim);
        return false;
      }
    }
    claims.add(claim);
    wanted.or(claim.room);
    return true;
  }

  private void leave(Claim claim) {
    sitting
        .entrySet()
        .removeIf(e -> {
          boolean goes = e.getValue() == claim;
          if (goes) {
            occupied.clear(e.getKey());
          }
          return goes;
        });
  }

  private boolean one(Claim claim) {
    var queue = new ArrayDeque<Step>();
    Set<Claim> asked = Collections.newSetFromMap(new IdentityHashMap<>());
    queue.add(new Step(claim, Optional.empty(), -1));
    asked.add(claim);
    while (!queue.isEmpty()) {
      var step = queue.remove();
      int free = free(step.claim());
      if (free >= 0) {
        take(step, free);
        return true;
      }
      step.claim().room.stream()
          .forEach(node -> {
            var holder = sitting.get(node);
            if (holder != null && asked.add(holder)) {
              queue.add(new Step(holder, Optional.of(step), node));
            }
          });
    }
    return false;
  }

  private int free(Claim claim) {
    int node = claim.room.nextSetBit(0);
    while (node >= 0 && occupied.get(node)) {
      node = claim.room.nextSetBit(node + 1);
    }
    return node;
  }

  /** The last one sits on the free node, and each hands its own to the one before. */
  private void take(Step last, int free) {
    occupied.set(free);
    var step = Optional.of(last);
    int node = free;
    while (step.isPresent()) {
      sitting.put(node, step.get().claim());
      node = step.get().node();
      step = step.get().before();
    }
  }
}
