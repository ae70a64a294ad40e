package dev.catamaran.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every grant, whatever the project and the cluster; a seed replays a case. */
class PortPropertyTest {
  private static final int CASES = 60;
  private static final Pattern PROPOSED = Pattern.compile("publish (\\d+): it is free.*");

  static Stream<Long> seeds() {
    return Stream.iterate(1L, s -> s + 1).limit(CASES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasChosenStaysWhateverIsChosenNext(long seed) {
    var random = new Random(seed * 104_729);
    var lines = new ArrayList<String>();
    for (int i = 0; i < 2 + random.nextInt(6); i++) {
      lines.add(chosen("s" + i, random));
    }
    var first = plan(lines, cluster(seed));
    assertThat(first.refused()).isFalse();
    var held = cluster(seed);
    first.services().forEach(s -> held.holding(s.spec().orElseThrow()));

    var more = new ArrayList<>(lines);
    more.add(random.nextInt(more.size()), chosen("r" + random.nextInt(9), random));
    var second = plan(more, held);
    assertThat(second.refused()).isFalse();
    for (var service : first.services()) {
      var name = service.service().name().text();
      assertThat(numbers(Planning.service(second, name))).isEqualTo(numbers(service));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRefusalEndsWhenItsWayOutIsTaken(long seed) {
    var random = new Random(seed * 7_907);
    int[] ports = random.ints(6, 8080, 8084).toArray();
    boolean[] onHosts = new boolean[ports.length];
    for (int i = 0; i < ports.length; i++) {
      onHosts[i] = random.nextBoolean();
    }
    var refused = plan(fixed(ports, onHosts), cluster(seed));
    refused.findings().stream()
        .filter(Finding::refuses)
        .forEach(f -> {
          assertThat(f.code()).isEqualTo(Code.PORT_TAKEN);
          var way = PROPOSED.matcher(f.ways().getFirst());
          assertThat(way.matches()).as(f.ways().getFirst()).isTrue();
          int service = Integer.parseInt(f.subject().service().orElseThrow().text().substring(1));
          ports[service] = Integer.parseInt(way.group(1));
        });
    assertThat(plan(fixed(ports, onHosts), cluster(seed)).refused()).isFalse();
  }

  @Test
  void sixtyServicesOnTwentyNodesEachHaveTheirOwn() {
    var nodes = new Clusters();
    for (int i = 0; i < 20; i++) {
      nodes.linux("n" + i);
    }
    nodes.windows("w16", "14393.4000", "20.10.17");
    var lines =
        IntStream.range(0, 60)
            .mapToObj(i ->
                switch (i % 3) {
                  case 0 -> service("s" + i, "'10000-20000:80'");
                  case 1 -> service("s" + i, "'80'");
                  default -> service("s" + i, "{target: 80, published: 9000-9999, mode: host}");
                })
            .toList();
    var plan = plan(lines, nodes);
    assertThat(plan.refused()).isFalse();
    assertThat(plan.services().stream().flatMap(s -> numbers(s).stream()))
        .hasSize(60)
        .doesNotHaveDuplicates();
  }

  private static List<String> fixed(int[] ports, boolean[] onHosts) {
    return IntStream.range(0, ports.length)
        .mapToObj(i ->
            service(
                "s" + i,
                "{target: 80, published: "
                    + ports[i]
                    + ", mode: "
                    + (onHosts[i] ? "host" : "ingress")
                    + "}"))
        .toList();
  }

  private static String chosen(String name, Random random) {
    var ports = new ArrayList<String>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      int target = 80 + i;
      ports.add(
          switch (random.nextInt(3)) {
            case 0 -> "'8000-8100:" + target + "'";
            case 1 -> "'" + target + "'";
            default -> "{target: " + target + ", published: 8000-8100, mode: host}";
          });
    }
    return service(name, String.join(", ", ports));
  }

  private static String service(String name, String ports) {
    return "  " + name + ": {image: web, ports: [" + ports + "]}\n";
  }

  /** Some seeds have our mesh, some the engine's; all have somebody else on some port. */
  private static Clusters cluster(long seed) {
    var clusters = new Clusters().linux("l1").linux("l2");
    clusters.labelled("l1", Labels.PORTS_TCP, "8001,8081").container("old", "l2", 8003);
    return seed % 2 == 0 ? clusters.windows("w16", "14393.4000", "20.10.17") : clusters;
  }

  private static Plan plan(List<String> services, Clusters clusters) {
    return Planning.of("services:\n" + String.join("", services))
        .image("web", "linux/amd64")
        .on(clusters);
  }

  private static List<String> numbers(ServicePlan plan) {
    return plan.ports().stream()
        .flatMap(g -> g.published().stream().map(p -> p + "/" + g.protocol()))
        .toList();
  }
}
