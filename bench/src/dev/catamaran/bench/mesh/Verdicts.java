package dev.catamaran.bench.mesh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Collects rounds, and prints what came out beside what is wanted. */
final class Verdicts {
  /** One line of the table. */
  private record Goal(
      String test, String what, String who, String against, double bound, boolean latency) {}

  private static final List<Goal> GOALS =
      List.of(
          new Goal("keep-alive", "kernel / HAProxy", "kernel", "haproxy", 1.4, false),
          new Goal("keep-alive", "kernel / direct", "kernel", "direct", 0.68, false),
          new Goal("keep-alive", "relay / HAProxy", "relay", "haproxy", 1.0, false),
          new Goal("keep-alive", "relay p99 / HAProxy p99", "relay", "haproxy", 1.0, true),
          new Goal("close", "kernel / HAProxy", "kernel", "haproxy", 1.2, false),
          new Goal("close", "relay / HAProxy", "relay", "haproxy", 0.95, false),
          new Goal("bulk", "kernel / HAProxy spliced", "kernel", "haproxy-splice", 1.1, false),
          new Goal("bulk", "kernel / direct", "kernel", "direct", 0.85, false),
          new Goal("bulk", "relay / HAProxy 64 KB", "relay", "haproxy-64k", 1.0, false),
          new Goal("udp", "kernel / nginx", "kernel", "nginx", 2.0, false),
          new Goal("udp", "relay / nginx", "relay", "nginx", 1.2, false));

  private final Map<String, List<List<Sample>>> rounds = new LinkedHashMap<>();
  private final List<String> measures = new ArrayList<>();

  void add(String test, List<Sample> round) {
    rounds.computeIfAbsent(test, t -> new ArrayList<>()).add(round);
  }

  void measure(String what, double value, double limit) {
    measures.add(
        String.format(
            "%-52s %10.3f %22s  <= %-8s %s",
            what, value, "", limit, value <= limit ? "met" : "MISSED"));
  }

  void print(int count, int seconds) {
    System.out.printf(
        "%nMedians of %d rounds of %d s; a ratio is taken within a round.%n%n", count, seconds);
    rounds.forEach((test, all) -> {
      System.out.printf("%-12s %-16s %14s %14s%n", test, "", "median", "p99 us");
      for (var sample : all.getFirst()) {
        var name = sample.contender();
        System.out.printf(
            "%-12s %-16s %14.1f %14.0f%n",
            "", name, median(each(all, name, Sample::value)), median(each(all, name, Sample::p99Micros)));
      }
    });
    System.out.printf("%n%-52s %10s %22s  %s%n", "what", "result", "[least .. most]", "goal");
    for (var goal : GOALS) {
      var all = rounds.get(goal.test);
      if (all != null) {
        line(goal, all);
      }
    }
    measures.forEach(System.out::println);
  }

  private static void line(Goal goal, List<List<Sample>> all) {
    ToDoubleFunction<Sample> of = goal.latency ? Sample::p99Micros : Sample::value;
    var own = each(all, goal.who, of);
    var other = each(all, goal.against, of);
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < own.size(); i++) {
      ratios.add(own.get(i) / other.get(i));
    }
    ratios.sort(null);
    double ratio = median(ratios);
    boolean met = goal.latency ? ratio <= goal.bound : ratio >= goal.bound;
    System.out.printf(
        "%-52s %10.2f %22s  %s %-8s %s%n",
        goal.test + ": " + goal.what,
        ratio,
        String.format("[%.2f .. %.2f]", ratios.getFirst(), ratios.getLast()),
        goal.latency ? "<=" : ">=",
        goal.bound,
        met ? "met" : "MISSED");
  }

  private static List<Double> each(
      List<List<Sample>> all, String contender, ToDoubleFunction<Sample> of) {
    return new ArrayList<>(
        all.stream()
            .map(
                round ->
                    of.applyAsDouble(
                        round.stream()
                            .filter(s -> s.contender().equals(contender))
                            .findFirst()
                            .orElseThrow()))
            .toList());
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
