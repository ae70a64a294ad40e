package dev.catamaran.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Code;
import dev.catamaran.plan.ports.PortGrant;
import dev.catamaran.spec.Deployment.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every plan, whatever the project and the cluster; a seed replays a case. */
class PlannerPropertyTest {
  private static final int CASES = 300;

  private record Case(List<String> services, List<UnaryOperator<Clusters>> nodes) {
    Plan plan() {
      return plan(new Clusters());
    }

    Plan plan(Clusters holding) {
      var clusters = holding;
      for (var node : nodes) {
        clusters = node.apply(clusters);
      }
      return Planning.of(
              "services:\n" + String.join("", services) + "networks: {front: {}, back: {}}\n")
          .image("lin", "linux/amd64")
          .image("w19", "windows(10.0.17763.5000)/amd64")
          .image("w22", "windows(10.0.20348.2000)/amd64")
          .image("both", "linux/amd64", "windows(10.0.14393.4000)/amd64")
          .on(clusters);
    }

    Case shuffled(Random random) {
      var otherServices = new ArrayList<>(services);
      var otherNodes = new ArrayList<>(nodes);
      Collections.shuffle(otherServices, random);
      Collections.shuffle(otherNodes, random);
      return new Case(otherServices, otherNodes);
    }
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, s -> s + 1).limit(CASES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTwoGrantsShareAPortOfANode(long seed) {
    var plan = drawn(seed).plan();
    var everywhere = new ArrayList<String>();
    var wanted = new TreeMap<String, List<Set<String>>>();
    for (var service : plan.services()) {
      for (var grant : service.ports()) {
        var nodes = names(service);
        assertThat(nodes).as("a grant's service has a placement").isNotEmpty();
        var key = grant.published().map(p -> p + "/" + grant.protocol()).orElse("");
        if (grant.reach() != PortGrant.Reach.TASK_NODES) {
          everywhere.add(key);
        } else {
          var tasks = wanted.computeIfAbsent(key, _ -> new ArrayList<>());
          IntStream.range(0, Math.min(tasks(service), nodes.size())).forEach(_ -> tasks.add(nodes));
        }
      }
    }
    everywhere.removeIf(String::isEmpty);
    wanted.remove("");
    assertThat(everywhere).doesNotHaveDuplicates();
    assertThat(Collections.disjoint(everywhere, wanted.keySet())).isTrue();
    wanted.forEach((key, tasks) ->
        assertThat(oneNodeEach(tasks, new TreeSet<>())).as(key + " of " + tasks).isTrue());
  }

  /** Whether every task can have a node of its own, by trying all ways. */
  private static boolean oneNodeEach(List<Set<String>> tasks, Set<String> used) {
    return tasks.isEmpty()
        || tasks.getFirst().stream()
            .filter(n -> !used.contains(n))
            .anyMatch(n -> {
              var more = new TreeSet<>(used);
              more.add(n);
              return oneNodeEach(tasks.subList(1, tasks.size()), more);
            });
  }

  private static Set<String> names(ServicePlan service) {
    return service.placement().eligible().stream()
        .map(e -> e.name().text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int tasks(ServicePlan service) {
    return service.service().deploy().deployment().mode() instanceof Mode.Replicated(var replicas)
        ? replicas
        : service.placement().eligible().size();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsToRunHasANodeAndWhatHasNoneIsAnError(long seed) {
    var plan = drawn(seed).plan();
    assertThat(plan.services())
        .allSatisfy(
            s -> assertThat(s.spec().isPresent()).isEqualTo(!s.placement().eligible().isEmpty()));
    if (plan.services().stream().anyMatch(s -> s.spec().isEmpty())) {
      assertThat(plan.refused()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void planningAnAppliedPlanGivesNoChange(long seed) {
    var drawn = drawn(seed);
    var first = drawn.plan();
    var second = drawn.plan(applied(first));
    var held = applied(first).cluster();
    assertThat(Diff.between(held, second, UnaryOperator.identity())).isEmpty();
    assertThat(second.findings()).isEqualTo(first.findings());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfServicesAndNodesDecidesNothing(long seed) {
    var drawn = drawn(seed);
    assertThat(decisions(drawn.shuffled(new Random(seed)).plan()))
        .isEqualTo(decisions(drawn.plan()));
  }

  private static Clusters applied(Plan plan) {
    var clusters = new Clusters();
    plan.networks().forEach(clusters::holding);
    plan.services().forEach(s -> s.spec().ifPresent(clusters::holding));
    return clusters;
  }

  private record Decisions(Map<String, List<Object>> services, List<String> findings) {}

  private static Decisions decisions(Plan plan) {
    var services = new TreeMap<String, List<Object>>();
    plan.services()
        .forEach(s ->
            services.put(
                s.service().name().text(), List.of(s.spec(), s.placement(), s.discovery().mode())));
    var findings =
        plan.findings().stream()
            .filter(f -> f.code() != Code.MESH_NEEDS_AGENT)
            .map(f -> f.subject() + " " + f.severity() + " " + f.code())
            .sorted()
            .toList();
    return new Decisions(services, findings);
  }

  private static Case drawn(long seed) {
    var random = new Random(seed * 7919);
    var services = new ArrayList<String>();
    var nodes = new ArrayList<UnaryOperator<Clusters>>();
    int howMany = 1 + random.nextInt(5);
    for (int i = 0; i < howMany; i++) {
      services.add(seed % 3 == 0 ? service("s" + i, random) : peaceful("s" + i, i, random));
    }
    int machines = 1 + random.nextInt(5);
    for (int i = 0; i < machines; i++) {
      nodes.add(node("n" + i, random));
    }
    if (seed % 3 != 0) {
      nodes.add(c -> c.linux("sure-linux"));
      nodes.add(c -> c.windows("sure-windows", "17763.5000", "20.10.17"));
    }
    return new Case(services, nodes);
  }

  /** A service that most clusters can hold; most plans with these alone are accepted. */
  private static String peaceful(String name, int index, Random random) {
    int base = 8080 + 10 * index;
    var port =
        one(
            random,
            "'" + base + ":80'",
            "'8100-8110:80', '8100-8110:81'",
            "'80'",
            "{target: 80, published: " + base + ", mode: host}");
    return "  "
        + name
        + ":\n"
        + String.join(
                "\n",
                "image: " + one(random, "lin", "w19", "both"),
                one(random, "", "networks: [front]", "networks: [front, back]"),
                "ports: [" + port + "]")
            .indent(4);
  }

  private static UnaryOperator<Clusters> node(String name, Random random) {
    UnaryOperator<Clusters> kind =
        one(
            random,
            c -> c.linux(name),
            c -> c.linux(name),
            c -> c.linux(name, Optional.of(false)),
            c -> c.linux(name, Optional.empty()),
            c -> c.windows(name, "14393.4000", "20.10.17"),
            c -> c.windows(name, "17763.5000", "20.10.17"),
            c -> c.windows(name, "17763.1217", "19.03.5"),
            c -> c.windows(name, "20348.2000", "24.0.7").hyperV(name, true),
            c -> c.windows(name, "26100.2000", "28.5.2"),
            c -> c.windows(name, "", "28.5.2"));
    boolean drained = random.nextInt(6) == 0;
    boolean agentless = random.nextInt(6) == 0;
    return c -> {
      var made = kind.apply(c);
      made = drained ? made.drained(name) : made;
      return agentless ? made.withoutAgent(name) : made;
    };
  }

  private static String service(String name, Random random) {
    var lines = new ArrayList<String>();
    lines.add("image: " + one(random, "lin", "lin", "w19", "w22", "both", "nobody"));
    lines.add(one(random, "", "", "platform: linux/amd64", "platform: windows/amd64"));
    lines.add(one(random, "", "", "networks: [front]", "networks: [front, back]"));
    lines.add(one(random, "", "", "", "isolation: process"));
    lines.add(one(random, "", "", "volumes: ['/srv/data:/data']"));
    lines.add(
        "deploy: {"
            + one(random, "", "", "endpoint_mode: dnsrr, ", "endpoint_mode: vip, ")
            + one(random, "", "placement: {constraints: [node.hostname != n1]}, ")
            + "replicas: "
            + random.nextInt(4)
            + "}");
    var ports = new ArrayList<String>();
    int howMany = random.nextInt(4);
    for (int i = 0; i < howMany; i++) {
      ports.add(port(random));
    }
    lines.add("ports: [" + String.join(", ", ports) + "]");
    return "  " + name + ":\n" + String.join("\n", lines).indent(4);
  }

  private static String port(Random random) {
    int target = 80 + random.nextInt(2);
    return one(
        random,
        "'" + (8080 + random.nextInt(3)) + ":" + target + "'",
        "'8080-8083:" + target + "'",
        "'" + target + "'",
        "'8080:" + target + "/udp'",
        "'22:" + target + "'",
        "{target: " + target + ", published: 8081, mode: host}",
        "{target: " + target + ", mode: host}");
  }

  @SafeVarargs
  private static <T> T one(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
