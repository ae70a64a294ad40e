package dev.catamaran.plan.whatif;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Severity;
import dev.catamaran.model.ServiceName;
import dev.catamaran.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A project on a cluster as it is, and as it would be.
 *
 * @param breaks errors and warnings that would come
 * @param mends errors and warnings that would go
 * @param shifts decisions that would be others, by service
 * @param course the order of getting there
 */
public record WhatIf(
    Plan before,
    Plan after,
    List<Finding> breaks,
    List<Finding> mends,
    List<Shift> shifts,
    Course course) {
  public WhatIf {
    breaks = List.copyOf(breaks);
    mends = List.copyOf(mends);
    shifts = List.copyOf(shifts);
  }

  /** Asks the planner about the cluster now, then, and on the way. */
  public static WhatIf of(Question question, Cluster cluster, List<Supposition> suppositions) {
    var before = question.plan(cluster);
    var after = question.plan(Supposition.all(suppositions, cluster));
    return new WhatIf(
        before,
        after,
        more(before.findings(), after.findings()),
        more(after.findings(), before.findings()),
        shifts(before, after),
        new CoursePlanner(question).plan(cluster, suppositions));
  }

  /** What the second has beyond the first, whatever the words; remarks do not count. */
  static List<Finding> more(List<Finding> some, List<Finding> others) {
    return others.stream()
        .filter(f -> f.severity() != Severity.INFO)
        .filter(f -> some.stream().noneMatch(s -> same(s, f)))
        .toList();
  }

  private static boolean same(Finding one, Finding other) {
    return one.code() == other.code()
        && one.severity() == other.severity()
        && one.where().equals(other.where())
        && one.subject().equals(other.subject());
  }

  private static List<Shift> shifts(Plan before, Plan after) {
    var then = decisions(after);
    var shifts = new ArrayList<Shift>();
    decisions(before)
        .forEach((name, decided) -> {
          var other = then.get(name);
          if (other != null) {
            shifts.addAll(decided.shifts(other));
          }
        });
    return shifts;
  }

  private static Map<ServiceName, Decisions> decisions(Plan plan) {
    var all = new LinkedHashMap<ServiceName, Decisions>();
    plan.services().forEach(s -> all.put(s.service().name(), new Decisions(s)));
    return all;
  }
}
