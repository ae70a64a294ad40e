package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static dev.catamaran.plan.Planning.ways;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fixed ports of the tasks' own nodes: one task a node. */
class HostPortsTest {
  private static final String HOST = "ports: [{target: 80, published: 8080, mode: host}]";

  @Test
  void servicesOnDifferentNodesHaveTheSameHostPort() {
    var plan = two("constraints: [node.hostname == l1]", "constraints: [node.hostname == l2]");
    assertThat(findings(plan.on(linux()))).isEmpty();
  }

  @Test
  void servicesOnTheSameOneNodeDoNot() {
    var one = "constraints: [node.hostname == l1]";
    var plan = two(one, one).on(linux());
    assertThat(findings(plan))
        .containsExactly(
            "9 error PORT-TAKEN published port 8080/tcp is held by service api at c.yaml:5:13");
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly("on the same nodes: 2 tasks want it, one a node, and there is 1 node");
    assertThat(ways(plan, Code.PORT_TAKEN))
        .first()
        .isEqualTo("publish 8081: it is free on every node");
  }

  @Test
  void servicesThatShareNodesEnoughAreKeptApartBySwarm() {
    var plan = two("constraints: []", "constraints: []").on(linux());
    assertThat(findings(plan))
        .containsExactly(
            "5 warning PORT-TAKEN host port 8080/tcp is wanted on the same nodes by service web at"
                + " c.yaml:9:13",
            "9 warning PORT-TAKEN host port 8080/tcp is wanted on the same nodes by service api at"
                + " c.yaml:5:13");
  }

  @Test
  void anOldManagerKeepsNothingApart() {
    var old = new Clusters().linux("l1", "17.03.1-ce").linux("l2");
    assertThat(findings(two("constraints: []", "constraints: []").on(old)))
        .contains(
            "9 error PORT-TAKEN published port 8080/tcp is held by service api at c.yaml:5:13");
    assertThat(findings(web("deploy: {replicas: 2}\n" + HOST).on(old)))
        .containsExactly(
            "5 warning PORT-REPLICAS 2 tasks want host port 8080, and nothing keeps them on"
                + " different nodes");
  }

  @Test
  void aTaskMovesOverInThoughtBeforeAServiceIsRefused() {
    // api could sit on either node; web only where api would come first.
    var plan = two("constraints: []", "constraints: [node.hostname == l1]").on(linux());
    assertThat(plan.refused()).isFalse();
  }

  @Test
  void aMeshPortAndAHostPortOfTheSameNumberClash() {
    var plan =
        Planning.of(
                """
                services:
                  api:
                    image: web
                    ports: ['8080:80']
                  web:
                    image: web
                    ports: [{target: 80, published: 8080, mode: host}]
                """)
            .image("web", "linux/amd64")
            .on(linux());
    assertThat(findings(plan))
        .containsExactly(
            "7 error PORT-TAKEN published port 8080/tcp is held by service api at c.yaml:4:13");
  }

  @Test
  void aServiceThatAsksTwiceIsTold() {
    var plan =
        web("ports: [{target: 80, published: 8080, mode: host},"
                + " {target: 81, published: 8080, mode: host}]")
            .on(linux());
    assertThat(findings(plan))
        .containsExactly(
            "4 error PORT-TAKEN the service publishes port 8080/tcp twice, first at c.yaml:4:13");
  }

  @Test
  void theSameNumberInAnotherProtocolIsAnotherPort() {
    var plan =
        web("ports: [{target: 80, published: 8080, mode: host},"
                + " {target: 80, published: 8080, mode: host, protocol: udp}]")
            .on(linux());
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void aHostModeRangeGivesOnePortToAllTasks() {
    var plan =
        web("deploy: {replicas: 2}\nports: [{target: 80, published: '8080-8090', mode: host}]")
            .on(linux().container("old", "l1", 8080));
    assertThat(Planning.service(plan, "web").ports().getFirst().published())
        .hasValueSatisfying(p -> assertThat(p.number()).isEqualTo(8081));
    assertThat(findings(plan)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"replicas: 2", "mode: global"})
  void anUpdateThatStartsFirstNeedsAFreeNode(String tasks) {
    var lines = "deploy: {" + tasks + ", update_config: {order: start-first}}\n" + HOST;
    var plan = web(lines).on(linux());
    assertThat(findings(plan))
        .containsExactly(
            "4 warning PORT-UPDATE an update cannot start a new task first: host port 8080 is held"
                + " on all 2 nodes that may hold it");
    assertThat(findings(web(lines.replace("start-first", "stop-first")).on(linux()))).isEmpty();
  }

  @Test
  void withANodeToSpareItMayStartFirst() {
    var lines = "deploy: {replicas: 2, update_config: {order: start-first}}\n" + HOST;
    assertThat(findings(web(lines).on(linux().linux("l3")))).isEmpty();
  }

  @Test
  void noTasksHoldNoPorts() {
    var plan =
        Planning.of(
                """
                services:
                  api:
                    image: web
                    deploy: {replicas: 0}
                    ports: [{target: 80, published: 8080, mode: host}]
                  web:
                    image: web
                    deploy: {mode: global}
                    ports: [{target: 80, published: 8080, mode: host}]
                """)
            .image("web", "linux/amd64")
            .on(linux());
    assertThat(findings(plan)).isEmpty();
  }

  private static Planning two(String api, String web) {
    return Planning.of(
            """
            services:
              api:
                image: web
                deploy: {placement: {%s}}
                ports: [{target: 80, published: 8080, mode: host}]
              web:
                image: web
                deploy: {placement: {%s}}
                ports: [{target: 80, published: 8080, mode: host}]
            """
                .formatted(api, web))
        .image("web", "linux/amd64");
  }

  private static Planning web(String lines) {
    return Planning.web(lines).image("web", "linux/amd64");
  }

  private static Clusters linux() {
    return new Clusters().linux("l1").linux("l2");
  }
}
