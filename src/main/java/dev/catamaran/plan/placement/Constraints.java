package dev.catamaran.plan.placement;

import dev.catamaran.model.Os;
import dev.catamaran.plan.placement.Objection.Exclusion;
import dev.catamaran.plan.placement.Placement.Constraining;
import dev.catamaran.scheduling.Attribute;
import dev.catamaran.scheduling.Constraint;
import dev.catamaran.spec.Labels;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says to Swarm what was decided, as shortly as possible: one constraint for the operating system,
 * one per Windows build, and names only for what remains. Swarm itself compares no Windows build.
 */
final class Constraints {
  private static final Attribute BUILD = new Attribute.NodeLabel(Labels.OS_BUILD);

  private final Poll poll;
  private final Roster roster;
  private final List<Constraining> written = new ArrayList<>();

  /** The nodes that pass every constraint so far. */
  private final BitSet passing;

  private boolean systemAsked;

  private Constraints(Poll poll) {
    this.poll = poll;
    this.roster = poll.roster();
    this.passing = roster.all();
  }

  static List<Constraining> write(Poll poll) {
    var writer = new Constraints(poll);
    poll.candidate().constraints().forEach(c -> writer.add(c, "written in the file"));
    writer.operatingSystem();
    if (!poll.eligible().isEmpty()) {
      writer.builds();
      writer.names();
    }
    return List.copyOf(writer.written);
  }

  private void operatingSystem() {
    var offer = poll.candidate().offer();
    var systems = offer.platforms().stream().map(p -> p.os()).distinct().toList();
    var lasting =
        poll.lastingKinds().stream().map(k -> k.facts().platform().os()).distinct().toList();
    var chosen = lasting.size() == 1 ? lasting : systems;
    if (chosen.size() == 1 && chosen.getFirst() != Os.OTHER && !systemAsked) {
      add(
          Constraint.osIs(chosen.getFirst()),
          "the image is made for " + offer.text() + " (" + offer.source() + ")");
    }
  }

  /** Nodes the builds keep out and no constraint holds back yet. */
  private void builds() {
    var open = open(o -> o.exclusion() == Exclusion.BY_BUILD);
    if (open.isEmpty()) {
      return;
    }
    var out = byBuild(open);
    var in = byBuild(lasting());
    if (in.size() == 1 && !in.containsKey("")) {
      var build = in.keySet().iterator().next();
      add(
          Constraint.labelIs(Labels.OS_BUILD, build),
          "the image starts on Windows build " + build + ", not on " + names(out));
    } else {
      exclude(out, in, "the image does not start on Windows build ");
    }
  }

  /** What is still open is held back by its build where no holder has it, and else by name. */
  private void names() {
    var open = open(Objection::needsConstraint);
    if (open.isEmpty()) {
      return;
    }
    var byBuild = byBuild(open);
    byBuild.values().removeIf(nodes -> nodes.cardinality() == 1);
    exclude(byBuild, byBuild(lasting()), "nothing can hold the service there: Windows build ");
    open.and(passing);
    open.stream()
        .forEach(i ->
            poll.against(roster.kindOf(i)).stream()
                .filter(Objection::needsConstraint)
                .findFirst()
                .ifPresent(
                    o -> add(Constraint.hostnameIsNot(roster.node(i).name().text()), o.reason())));
  }

  private void exclude(Map<String, BitSet> out, Map<String, BitSet> in, String reason) {
    out.keySet().stream()
        .filter(b -> !b.isEmpty() && !in.containsKey(b))
        .forEach(b -> add(Constraint.labelIsNot(Labels.OS_BUILD, b), reason + b));
  }

  /** A new set of the nodes with such an objection that pass every constraint so far. */
  private BitSet open(Predicate<Objection> such) {
    var open = new BitSet();
    for (var kind : roster.kinds()) {
      if (poll.against(kind).stream().anyMatch(such)) {
        open.or(roster.members(kind));
      }
    }
    open.and(passing);
    return open;
  }

  private BitSet lasting() {
    var lasting = poll.lasting();
    lasting.and(passing);
    return lasting;
  }

  private Map<String, BitSet> byBuild(BitSet nodes) {
    var byBuild = new TreeMap<String, BitSet>();
    roster
        .values(BUILD)
        .forEach((build, all) -> {
          if (all.intersects(nodes)) {
            var some = (BitSet) all.clone();
            some.and(nodes);
            byBuild.put(build, some);
          }
        });
    return byBuild;
  }

  private void add(String text, String reason) {
    add(Constraint.parse(text), reason);
  }

  private void add(Constraint constraint, String reason) {
    written.add(new Constraining(constraint.text(), reason));
    passing.and(roster.holding(constraint));
    systemAsked |= constraint.asksForOs().isPresent();
  }

  private String names(Map<String, BitSet> byBuild) {
    return byBuild.entrySet().stream()
        .map(e ->
            (e.getKey().isEmpty() ? "an unknown build" : e.getKey())
                + " ("
                + Names.of(roster, e.getValue())
                + ")")
        .collect(Collectors.joining(", "));
  }
}
