package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.eligible;
import static dev.catamaran.plan.Planning.findings;
import static dev.catamaran.plan.Planning.placement;
import static dev.catamaran.plan.Planning.refused;
import static dev.catamaran.plan.Planning.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.Description.Capacity;
import dev.catamaran.cluster.Description.Generic;
import dev.catamaran.plan.placement.Placement.Share;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Swarm counts: reservations, generic resources, replicas per node, preferences, plugins. */
class RoomTest {
  private static final long GIB = 1L << 30;
  private static final long CPU = 1_000_000_000L;

  @Test
  void aReservationThatFitsNowhereIsRefusedWithTheNumbersOfEveryNode() {
    var plan = reserving(1, "{memory: 4g}").on(two());
    assertThat(findings(plan))
        .containsExactly(
            "6 error RESOURCES-SHORT no node can run service web: a task reserves 4 GiB of memory;"
                + " free are 2 GiB of 2 GiB of memory");
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly(
            "l1 (Linux, engine 28.5.2): a task reserves 4 GiB of memory; free are 2 GiB of 2 GiB"
                + " of memory",
            "l2 (Linux, engine 28.5.2): a task reserves 4 GiB of memory; free are 3 GiB of 3 GiB"
                + " of memory",
            "Swarm would say: no suitable node (insufficient resources on 2 nodes)");
    assertThat(service(plan, "web").spec()).isEmpty();
  }

  @Test
  void tasksOfOtherServicesTakeRoomAndTheirNodeRests() {
    var other = service(reserving(1, "{memory: 1g}").on(two()), "web").spec().orElseThrow();
    var plan =
        reserving(1, "{memory: 2g}")
            .on(two().holding(Specs.named(other, "other_db")).task("other_db", "l1"));
    assertThat(eligible(plan)).containsExactly("l2");
    assertThat(refused(plan))
        .containsExactly("l1: a task reserves 2 GiB of memory; free are 1 GiB of 2 GiB of memory");
    assertThat(placement(plan).resting()).hasSize(1);
  }

  @Test
  void theServicesOwnTasksMakeRoomForTheirSuccessors() {
    var live = service(reserving(1, "{memory: 2g}").on(two()), "web").spec().orElseThrow();
    var plan = reserving(1, "{memory: 2g}").on(two().holding(live).task("shop_web", "l1"));
    assertThat(eligible(plan)).containsExactly("l1", "l2");
  }

  @Test
  void replicasThatDoNotAllFitAreAWarningWithNumbers() {
    var plan = reserving(4, "{memory: 1g, cpus: '1'}").on(two());
    assertThat(findings(plan))
        .containsExactly(
            "6 warning RESOURCES-SHORT the cluster holds 3 of 4 tasks of service web; 1 would stay"
                + " pending");
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly(
            "a task reserves 1 GiB of memory, 1 CPU",
            "l1 has room for 2: free are 2 GiB of 2 GiB of memory, 4 CPUs of 4 CPUs",
            "l2 has room for 1: free are 3 GiB of 3 GiB of memory, 1 CPU of 1 CPU",
            "Swarm would say of them: no suitable node (insufficient resources on 2 nodes)");
    assertThat(plan.findings().getFirst().ways()).contains("deploy.replicas: 3");
  }

  @Test
  void aRefusalForRoomIsGoneOnceItsWayOutIsTaken() {
    assertThat(findings(reserving(3, "{memory: 1g, cpus: '1'}").on(two()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"gpu, 2, true", "gpu, 3, false", "GPU, 1, false", "ssd, 1, false"})
  void genericResourcesAreNumbersOrNames(String kind, int count, boolean fits) {
    var gpus = List.of(Generic.named("gpu", "u1"), Generic.named("gpu", "u2"));
    var plan =
        reserving(
                1,
                "{generic_resources: [{discrete_resource_spec: {kind: "
                    + kind
                    + ", value: "
                    + count
                    + "}}]}")
            .on(new Clusters().linux("l1").capacity("l1", new Capacity(CPU, GIB, gpus)));
    assertThat(eligible(plan).isEmpty()).isEqualTo(!fits);
  }

  @Test
  void moreReplicasThanTheNodesMayHoldOfThemIsAWarning() {
    var plan =
        Planning.web("deploy: {replicas: 6, placement: {max_replicas_per_node: 2}}")
            .image("web", "linux/amd64")
            .on(two().windows("w1", "20348.2000", "27.0"));
    assertThat(findings(plan))
        .containsExactly(
            "4 warning REPLICAS-LIMIT the cluster holds 4 of 6 tasks of service web; 2 would stay"
                + " pending: max_replicas_per_node is 2, and 2 nodes may hold the service");
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly(
            "Swarm would say of them: no suitable node (max replicas per node limit exceed;"
                + " scheduling constraints not satisfied on 1 node)");
    assertThat(plan.findings().getFirst().ways())
        .contains("deploy.replicas: 4", "max_replicas_per_node: 3");
  }

  @Test
  void tasksAreForetoldToSpreadEvenlyOverTheValuesOfALabel() {
    var plan = spreading("node.labels.zone").on(zones());
    assertThat(placement(plan).shares())
        .containsExactly(new Share(List.of("a"), 2, 2, 3), new Share(List.of("b"), 1, 2, 3));
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void aFullBranchLeavesItsShareToTheOthers() {
    var plan =
        Planning.web(
                "deploy:\n  replicas: 5\n  placement:\n    max_replicas_per_node: 2\n"
                    + "    preferences: [spread: node.labels.zone]")
            .image("web", "linux/amd64")
            .on(zones());
    assertThat(placement(plan).shares())
        .containsExactly(new Share(List.of("a"), 2, 3, 3), new Share(List.of("b"), 1, 2, 2));
  }

  @Test
  void aPreferenceForALabelThatNoNodeHasIsToldToBeIdle() {
    var plan = spreading("node.labels.rack").on(zones());
    assertThat(findings(plan))
        .containsExactly(
            "7 warning SPREAD-IDLE no node that may hold service web has the label"
                + " node.labels.rack, so the preference has no effect");
  }

  @Test
  void aPreferenceForAnythingButALabelIsToldToBeIdle() {
    var plan = spreading("node.hostname").on(zones());
    assertThat(findings(plan))
        .containsExactly(
            "7 warning SPREAD-IDLE Swarm passes over the preference node.hostname: it spreads over"
                + " labels only");
    assertThat(placement(plan).shares()).isEmpty();
  }

  @Test
  void aVolumeDriverIsAskedOfEveryEngine() {
    var yaml =
        """
        services:
          web:
            image: web
            volumes: [data:/data]
        volumes:
          data: {driver: rexray}
        """;
    var planning = Planning.of(yaml).image("web", "linux/amd64");
    assertThat(eligible(planning.on(two().plugin("l2", "Volume", "rexray:latest"))))
        .containsExactly("l2");
    assertThat(findings(planning.on(two())))
        .containsExactly(
            "4 error PLUGIN-MISSING no node can run service web: its engine has no volume driver"
                + " rexray");
  }

  @Test
  void aLogDriverThatNoEngineReportsIsNotLookedFor() {
    var planning = Planning.web("logging: {driver: loki}").image("web", "linux/amd64");
    assertThat(eligible(planning.on(two()))).isEmpty();
    assertThat(eligible(planning.on(two().plugin("l1", "Log", "loki")))).containsExactly("l1");
  }

  private static Planning reserving(int replicas, String reservations) {
    return Planning.web(
            "deploy:\n  replicas: "
                + replicas
                + "\n  resources: {reservations: "
                + reservations
                + "}")
        .image("web", "linux/amd64");
  }

  private static Planning spreading(String label) {
    return Planning.web(
            "deploy:\n  replicas: 5\n  placement:\n    preferences: [spread: " + label + "]")
        .image("web", "linux/amd64");
  }

  private static Clusters two() {
    return new Clusters()
        .linux("l1")
        .linux("l2")
        .capacity("l1", new Capacity(4 * CPU, 2 * GIB))
        .capacity("l2", new Capacity(CPU, 3 * GIB));
  }

  private static Clusters zones() {
    return new Clusters()
        .linux("l1")
        .linux("l2")
        .linux("l3")
        .labelled("l1", "zone", "a")
        .labelled("l2", "zone", "a")
        .labelled("l3", "zone", "b");
  }
}
