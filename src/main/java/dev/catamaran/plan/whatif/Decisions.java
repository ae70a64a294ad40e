package dev.catamaran.plan.whatif;

import dev.catamaran.plan.ServicePlan;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.ports.PortGrant;
import dev.catamaran.plan.whatif.Shift.Trend;
import dev.catamaran.spec.Isolation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a plan decided for one service, each thing with its weight and reason. */
final class Decisions {
  private static final String NODE = "node ";
  private static final String ISOLATION = "isolation";

  /**
   * One decision.
   *
   * @param burden how much of a workaround it is: 0 is none
   */
  private record Decision(String text, int burden, String reason) {}

  private final ServicePlan plan;
  private final Map<String, Decision> all = new LinkedHashMap<>();

  Decisions(ServicePlan plan) {
    this.plan = plan;
    var placement = plan.placement();
    placement
        .eligible()
        .forEach(e ->
            all.put(NODE + e.name(), new Decision("as " + e.platform(), -1, "it may run there")));
    placement.isolation().ifPresent(i -> all.put(ISOLATION, isolation(i)));
    placement
        .constraints()
        .forEach(c -> all.put("constraint " + c.constraint(), new Decision("set", 1, c.reason())));
    var found = plan.discovery();
    all.put(
        "found by",
        new Decision(
            found.mode().word(),
            switch (found.mode()) {
              case VIP -> 0;
              case DNSRR -> 1;
            },
            found.reason()));
    plan.ports().forEach(g -> all.put("port " + g.target() + "/" + g.protocol(), port(g)));
  }

  private static Decision isolation(Isolation isolation) {
    return new Decision(
        isolation.word(),
        switch (isolation) {
          case DEFAULT, PROCESS -> 0;
          case HYPERV -> 1;
        },
        "what the nodes that may hold it start the image in");
  }

  private static Decision port(PortGrant grant) {
    var published = grant.published().map(Object::toString).orElse("(allotted)");
    return switch (grant.reach()) {
      case ENGINE_MESH ->
          new Decision(published + " on every node, by the engine's mesh", 0, grant.reason());
      case CATAMARAN_MESH ->
          new Decision(published + " on every node, by Catamaran's mesh", 1, grant.reason());
      case TASK_NODES -> new Decision(published + " on the nodes of its tasks", 0, grant.reason());
    };
  }

  /** What would be decided otherwise. */
  List<Shift> shifts(Decisions then) {
    var subjects = new LinkedHashSet<>(all.keySet());
    subjects.addAll(then.all.keySet());
    if (homeless() || then.homeless()) {
      subjects.removeIf(s -> !s.startsWith(NODE));
    }
    var shifts = new ArrayList<Shift>();
    for (var subject : subjects) {
      var before = Optional.ofNullable(all.get(subject));
      var after = Optional.ofNullable(then.all.get(subject));
      if (!Objects.equals(before.map(Decision::text), after.map(Decision::text))) {
        shifts.add(
            new Shift(
                plan.service().name(),
                subject,
                before.map(Decision::text),
                after.map(Decision::text),
                trend(before, after),
                after.map(Decision::reason).orElseGet(() -> then.gone(subject))));
      }
    }
    return List.copyOf(shifts);
  }

  /** A service without any node: how it would be found and published says nothing. */
  private boolean homeless() {
    return plan.placement().eligible().isEmpty();
  }

  private static Trend trend(Optional<Decision> before, Optional<Decision> after) {
    int was = before.map(Decision::burden).orElse(0);
    int is = after.map(Decision::burden).orElse(0);
    return is < was ? Trend.SIMPLER : is > was ? Trend.HARDER : Trend.NEITHER;
  }

  /** Why something would be decided no more. */
  private String gone(String subject) {
    return plan.placement().refused().stream()
        .filter(r -> subject.equals(NODE + r.name()))
        .map(Placement.RefusedNode::reasons)
        .map(reasons -> String.join("; ", reasons))
        .findFirst()
        .orElse(subject.startsWith(NODE) ? "it is not there any more" : "not needed any more");
  }
}
