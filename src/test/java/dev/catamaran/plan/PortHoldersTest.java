package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static dev.catamaran.plan.Planning.ways;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.AskedEngine;
import dev.catamaran.finding.Code;
import dev.catamaran.model.Port;
import dev.catamaran.spec.Labels;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ports that somebody outside the project holds, and what a finding says of them. */
class PortHoldersTest {
  private static final String HOST = "ports: [{target: 80, published: 8080, mode: host}]";

  @Test
  void aPlainContainerOfTheAskedNodeHoldsItsPort() {
    var plan = web("ports: ['8080:80']").on(linux().container("old", "l1", 8080));
    assertThat(findings(plan))
        .containsExactly(
            "4 error PORT-TAKEN published port 8080/tcp is held by container old on l1");
    assertThat(ways(plan, Code.PORT_TAKEN))
        .containsExactly("publish 8081: it is free on every node", "stop the container");
  }

  @Test
  void aProcessThatAnAgentSawHoldsItsPort() {
    var plan = web("ports: ['9100:80']").on(linux().labelled("l2", Labels.PORTS_TCP, "22,9100"));
    assertThat(findings(plan))
        .containsExactly(
            "4 error PORT-TAKEN published port 9100/tcp is held by a process of the host on l2");
  }

  @Test
  void whatListensForAServiceIsNoProcessOfTheHost() {
    var blog = Specs.service("blog_web", Specs.of("blog"), Specs.ingress(8080, 80));
    var ours = Specs.service("shop_web", Specs.of("shop"), Specs.ingress(8081, 80));
    var clusters =
        linux().holding(blog).holding(ours).labelled("l1", Labels.PORTS_TCP, "2377,8080-8081");
    assertThat(findings(web("ports: ['8081:80']").on(clusters))).isEmpty();
    assertThat(findings(web("ports: ['8080:80']").on(clusters)))
        .containsExactly("4 error PORT-TAKEN published port 8080/tcp is held by service blog_web");
  }

  @Test
  void aPortTheEngineChoseForAnotherProjectIsTaken() {
    var blog = Specs.service("blog_web", Specs.of("blog"));
    var plan = web("ports: ['30000:80']").on(linux().holding(blog, Specs.ingress(30_000, 80)));
    assertThat(findings(plan))
        .containsExactly("4 error PORT-TAKEN published port 30000/tcp is held by service blog_web");
  }

  @Test
  void aPortTheEngineChoseStaysWithItsService() {
    var live = Specs.service("shop_api", Specs.of("shop"));
    var plan =
        Planning.of(
                """
                services:
                  api:
                    image: web
                    ports: ['80']
                  web:
                    image: web
                    ports: ['30000:80']
                """)
            .image("web", "linux/amd64")
            .on(linux().holding(live, Specs.ingress(30_000, 80)));
    assertThat(findings(plan))
        .containsExactly(
            "7 error PORT-TAKEN published port 30000/tcp is held by service api at c.yaml:4:13");
  }

  @Test
  void aMeshPortIsNotGivenWhereAnotherServicePublishesItOnHosts() {
    var blog = Specs.service("blog_web", Specs.of("blog"), Specs.host(8080, 80));
    var plan = web("ports: ['8080:80']").on(linux().holding(blog));
    assertThat(findings(plan))
        .containsExactly("4 error PORT-TAKEN published port 8080/tcp is held by service blog_web");
  }

  @Test
  void aTaskHoldsItsHostPortOnItsOwnNodeOnly() {
    var blog = Specs.service("blog_web", Specs.of("blog"), Specs.host(8080, 80));
    var clusters = linux().holding(blog).task("blog_web", "l1");
    assertThat(findings(web(HOST).on(clusters))).isEmpty();
    var two = web("deploy: {replicas: 2}\n" + HOST).on(clusters);
    assertThat(findings(two))
        .containsExactly(
            "5 error PORT-TAKEN published port 8080/tcp is held by task blog_web.0 on l1");
    assertThat(two.findings().getFirst().reasons())
        .containsExactly(
            "2 tasks want it, one a node, and of the 2 nodes that may hold them 1 is left");
  }

  @Test
  void aGlobalServiceNeedsItsHostPortOnEveryNode() {
    var plan = web("deploy: {mode: global}\n" + HOST).on(linux().container("old", "l1", 8080));
    assertThat(findings(plan))
        .containsExactly(
            "5 error PORT-TAKEN published port 8080/tcp is held by container old on l1");
  }

  @Test
  void whatSwarmDoesNotSeeOnSomeNodeIsAWarning() {
    var plan = web(HOST).on(linux().container("old", "l1", 8080));
    assertThat(findings(plan))
        .containsExactly("4 warning PORT-TAKEN host port 8080/tcp is held by container old on l1");
    assertThat(ways(plan, Code.PORT_TAKEN))
        .containsExactly("deploy.placement.constraints: [node.hostname != l1]");
  }

  @Test
  void theWayOutOfAWarningEndsIt() {
    var plan =
        web("deploy: {placement: {constraints: [node.hostname != l1]}}\n" + HOST)
            .on(linux().container("old", "l1", 8080));
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void aProposedPortIsFreeAndProposedOnce() {
    var clusters =
        linux()
            .container("old", "l1", 8080)
            .labelled("l2", Labels.PORTS_TCP, "8081")
            .labelled("l1", Labels.PORTS_EXCLUDED_TCP, "8082-8090");
    var plan = web("ports: ['8080:80', '8081:81', '8091:82']").on(clusters);
    assertThat(ways(plan, Code.PORT_TAKEN))
        .containsExactly(
            "publish 8092: it is free on every node", "stop the container",
            "publish 8093: it is free on every node", "stop what listens there");
    var again = web("ports: ['8092:80', '8093:81', '8091:82']").on(clusters);
    assertThat(findings(again)).isEmpty();
  }

  @Test
  void anExcludedRangeIsNeverGivenAway() {
    var clusters = windows().labelled("w22", Labels.PORTS_EXCLUDED_TCP, "8000-8099");
    var plan = web("ports: ['8080:80', '8090-8101:81']").on(clusters);
    assertThat(findings(plan))
        .containsExactly(
            "4 error PORT-RESERVED published port 8080/tcp is held by the system's excluded port"
                + " ranges on w22");
    assertThat(Planning.service(plan, "web").ports().getFirst().published())
        .contains(new Port(8100));
  }

  @ParameterizedTest
  @CsvSource({"40000, l1, 32768", "50000, l1, 32768", "61000,,", "30000,,"})
  void aPortThatOutgoingConnectionsMayHaveIsNoted(String port, String node, String below) {
    var plan =
        web("ports: [{target: 80, published: " + port + ", mode: host}]")
            .on(new Clusters().linux("l1"));
    if (node == null) {
      assertThat(findings(plan)).isEmpty();
    } else {
      assertThat(findings(plan))
          .containsExactly(
              "4 info PORT-RESERVED port "
                  + port
                  + " is one that outgoing connections may have on l1, and then it cannot be"
                  + " published for a while");
      assertThat(ways(plan, Code.PORT_RESERVED)).first().isEqualTo("publish a port below " + below);
    }
  }

  @Test
  void aRangeThatAnAgentToldCountsInsteadOfTheUsualOne() {
    var clusters = new Clusters().linux("l1").labelled("l1", Labels.PORTS_OUTGOING, "61000-61999");
    assertThat(findings(web("ports: ['40000:80']").on(clusters))).isEmpty();
  }

  @Test
  void theWaysInOfAWindowsNodeAreNotTakenInSilence() {
    assertThat(findings(web("ports: ['3389:80', '5985:81']").on(windows())))
        .containsExactly(
            "4 warning PORT-PROTECTED port 3389/tcp is that of Remote Desktop: where it is in use,"
                + " operators are locked out of w22",
            "4 warning PORT-PROTECTED port 5985/tcp is that of Windows Remote Management: where it"
                + " is in use, operators are locked out of w22");
    assertThat(findings(web("ports: ['3389:80']").on(linux()))).isEmpty();
  }

  @Test
  void theOverlaysPortFollowsTheSwarmsDataPathButOnWindows() {
    var moved = new AskedEngine(Optional.empty(), Optional.empty(), new Port(7777), List.of());
    var ports = "ports: ['4789:80/udp', '7777:81/udp']";
    assertThat(findings(web(ports).on(linux().asked(moved))))
        .containsExactly(
            "4 error PORT-PROTECTED port 7777/udp belongs to Swarm's overlay networks (VXLAN)");
    assertThat(findings(web(ports).on(windows().asked(moved)))).hasSize(2);
  }

  @Test
  void theEnginesOwnApiIsNotPublishedOver() {
    var asked =
        new AskedEngine(
            Optional.empty(), Optional.of(new Port(2375)), AskedEngine.USUAL_DATA_PATH, List.of());
    assertThat(findings(web("ports: ['2375:80']").on(linux().asked(asked))))
        .containsExactly(
            "4 error PORT-PROTECTED port 2375/tcp belongs to the engine's own API, by which it is"
                + " asked here");
    assertThat(findings(web("ports: ['2375:80']").on(linux()))).isEmpty();
  }

  private static Planning web(String lines) {
    return Planning.web(lines).image("web", "linux/amd64");
  }

  private static Clusters linux() {
    return new Clusters().linux("l1").linux("l2");
  }

  private static Clusters windows() {
    return new Clusters().linux("l1").windows("w22", "20348.2000", "24.0.7");
  }
}
