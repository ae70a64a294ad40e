package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Node;
import dev.catamaran.model.Os;
import dev.catamaran.plan.placement.Objection.Exclusion;
import dev.catamaran.plan.placement.Placement.Constraining;
import dev.catamaran.spec.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says to Swarm what was decided, as shortly as possible: one constraint for the operating system,
 * one per Windows build, and names only for what remains. Swarm itself compares no Windows build.
 */
final class Constraints {
  private final Map<Node, List<Objection>> objections;
  private final List<Constraining> written = new ArrayList<>();
  private final List<Constraint> all = new ArrayList<>();

  private Constraints(Map<Node, List<Objection>> objections) {
    this.objections = objections;
  }

  static List<Constraining> write(Candidate candidate, Map<Node, List<Objection>> objections) {
    var writer = new Constraints(objections);
    candidate.constraints().forEach(c -> writer.add(c.text().strip(), "written in the file"));
    writer.operatingSystem(candidate);
    if (writer.eligible().findAny().isPresent()) {
      writer.builds();
      writer.names();
    }
    return List.copyOf(writer.written);
  }

  private void operatingSystem(Candidate candidate) {
    var systems = candidate.offer().platforms().stream().map(p -> p.os()).distinct().toList();
    var eligible = eligible().map(n -> n.facts().platform().os()).distinct().toList();
    var chosen = eligible.size() == 1 ? eligible : systems;
    boolean asked = all.stream().anyMatch(c -> c.asksForOs().isPresent());
    if (chosen.size() == 1 && chosen.getFirst() != Os.OTHER && !asked) {
      add(
          Constraint.osIs(chosen.getFirst()),
          "the image is made for "
              + candidate.offer().text()
              + " ("
              + candidate.offer().source()
              + ")");
    }
  }

  /** Nodes the builds keep out and no constraint holds back yet. */
  private void builds() {
    var out = new TreeMap<String, List<Node>>();
    open(Exclusion.BY_BUILD)
        .forEach(n -> out.computeIfAbsent(build(n), b -> new ArrayList<>()).add(n));
    if (out.isEmpty()) {
      return;
    }
    var in = new TreeSet<String>();
    lasting().forEach(n -> in.add(build(n)));
    if (in.size() == 1 && !in.contains("")) {
      add(
          Constraint.labelIs(Labels.OS_BUILD, in.first()),
          "the image starts on Windows build " + in.first() + ", not on " + names(out));
    } else {
      out.keySet().stream()
          .filter(b -> !b.isEmpty() && !in.contains(b))
          .forEach(b ->
              add(
                  Constraint.labelIsNot(Labels.OS_BUILD, b),
                  "the image does not start on Windows build " + b));
    }
  }

  /** What is still open is held back by name. */
  private void names() {
    objections.forEach((node, against) ->
        against.stream()
            .filter(Objection::needsConstraint)
            .findFirst()
            .filter(_ -> passes(node))
            .ifPresent(o -> add(Constraint.hostnameIsNot(node.name().text()), o.reason())));
  }

  /** Nodes with such an objection that pass every constraint so far. */
  private Stream<Node> open(Exclusion exclusion) {
    return objections.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(o -> o.exclusion() == exclusion))
        .map(Map.Entry::getKey)
        .filter(this::passes);
  }

  private boolean passes(Node node) {
    return all.stream().allMatch(c -> c.admits(node));
  }

  private Stream<Node> eligible() {
    return objections.entrySet().stream()
        .filter(e -> e.getValue().isEmpty())
        .map(Map.Entry::getKey);
  }

  /** The eligible nodes, and those that only their state keeps away: it changes, the plan stays. */
  private Stream<Node> lasting() {
    return objections.entrySet().stream()
        .filter(e -> e.getValue().stream().noneMatch(Objection::needsConstraint))
        .map(Map.Entry::getKey)
        .filter(this::passes);
  }

  private void add(String text, String reason) {
    written.add(new Constraining(text, reason));
    Constraint.parse(text).ifPresent(all::add);
  }

  private static String build(Node node) {
    return node.labels().getOrDefault(Labels.OS_BUILD, "");
  }

  private static String names(Map<String, List<Node>> byBuild) {
    return String.join(
        ", ",
        byBuild.entrySet().stream()
            .map(e ->
                (e.getKey().isEmpty() ? "an unknown build" : e.getKey())
                    + " ("
                    + String.join(", ", e.getValue().stream().map(n -> n.name().text()).toList())
                    + ")")
            .toList());
  }
}
