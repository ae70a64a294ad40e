package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static dev.catamaran.plan.Planning.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.plan.ports.PortGrant;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.ServiceSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void theEnginesMeshCarriesAPortWhereEveryNodeHasIt() {
    var plan = web("ports: ['8080:80']").on(linux());
    assertThat(grants(plan, "web")).containsExactly("ingress 8080:80/tcp");
    assertThat(published(spec(plan))).containsExactly("ingress 8080:80");
    assertThat(spec(plan).labels()).doesNotContainKey(Labels.MESH);
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void oneNodeWithoutTheEnginesMeshMakesCatamaransMeshCarryIt() {
    var plan = web("ports: ['8080:80', '8443:443']").on(old());
    assertThat(grants(plan, "web")).containsExactly("mesh 8080:80/tcp", "mesh 8443:443/tcp");
    assertThat(service(plan, "web").ports().getFirst().reason())
        .startsWith("node w16 lacks the engine's routing mesh: ");
    assertThat(published(spec(plan))).containsExactly("host -:80", "host -:443");
    assertThat(spec(plan).labels()).containsEntry(Labels.MESH, "8080:80/tcp,8443:443/tcp");
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void aServiceFoundByDnsCannotUseTheEnginesMesh() {
    var plan = web("deploy: {endpoint_mode: dnsrr}\nports: ['8080:80']").on(linux());
    assertThat(grants(plan, "web")).containsExactly("mesh 8080:80/tcp");
  }

  @Test
  void theUserMayAskForCatamaransMeshEverywhere() {
    var plan = web("ports: ['8080:80']").on(linux(), new Settings(Settings.MeshUse.ALWAYS));
    assertThat(grants(plan, "web")).containsExactly("mesh 8080:80/tcp");
  }

  @Test
  void hostModeIsKeptAsWritten() {
    var plan = web("ports: [{target: 80, published: 8080, mode: host}]").on(old());
    assertThat(grants(plan, "web")).containsExactly("host 8080:80/tcp");
    assertThat(published(spec(plan))).containsExactly("host 8080:80");
    assertThat(spec(plan).labels()).doesNotContainKey(Labels.MESH);
  }

  @Test
  void aPortTakenWithinTheProjectNamesTheOtherLine() {
    var plan =
        Planning.of(
                """
                services:
                  api:
                    image: web
                    ports: ['8080:80']
                  web:
                    image: web
                    ports: ['8080:81']
                """)
            .image("web", "linux/amd64")
            .on(linux());
    assertThat(findings(plan))
        .containsExactly(
            "7 error PORT-TAKEN published port 8080/tcp is held by service api at c.yaml:4:13");
  }

  @Test
  void aPortTakenByAnotherProjectNamesItsService() {
    var other = Specs.service("blog_web", Specs.of("blog"), Specs.ingress(8080, 80));
    var plan = web("ports: ['8080:80']").on(linux().holding(other));
    assertThat(findings(plan))
        .containsExactly("4 error PORT-TAKEN published port 8080/tcp is held by service blog_web");
  }

  @Test
  void aPortCarriedByTheMeshForAnotherProjectIsTakenToo() {
    var labels = new HashMap<>(Specs.of("blog"));
    labels.put(Labels.MESH, "8080:80/tcp");
    var plan = web("ports: ['8080:80']").on(linux().holding(Specs.service("blog_web", labels)));
    assertThat(findings(plan))
        .containsExactly("4 error PORT-TAKEN published port 8080/tcp is held by service blog_web");
  }

  @Test
  void theSameNumberInAnotherProtocolIsFree() {
    var plan = web("ports: ['8080:80', '8080:80/udp']").on(linux());
    assertThat(grants(plan, "web")).containsExactly("ingress 8080:80/tcp", "ingress 8080:80/udp");
  }

  @Test
  void portsThatSwarmLivesOnAreNotGivenAway() {
    var plan = web("ports: ['2377:80', '4789:80/udp', '4789:80/tcp']").on(linux());
    assertThat(findings(plan))
        .containsExactly(
            "4 error PORT-PROTECTED port 2377/tcp belongs to Swarm's managers",
            "4 error PORT-PROTECTED port 4789/udp belongs to Swarm's overlay networks (VXLAN)");
    assertThat(grants(plan, "web")).containsExactly("ingress 4789:80/tcp");
  }

  @Test
  void catamaransMeshCarriesUdp() {
    var plan = web("ports: ['53:53/udp']").on(old());
    assertThat(findings(plan)).noneMatch(f -> f.contains("PORT-PROTOCOL"));
    assertThat(grants(plan, "web")).containsExactly("mesh 53:53/udp");
  }

  @Test
  void catamaransMeshCarriesNoSctp() {
    var plan = web("ports: ['53:53/sctp']").on(old());
    assertThat(findings(plan))
        .contains(
            "4 error PORT-PROTOCOL Catamaran's mesh carries TCP and UDP, and this port is sctp");
  }

  @Test
  void moreTasksThanNodesCannotShareAHostPort() {
    var lines = "deploy: {replicas: 3}\nports: [{target: 80, published: 8080, mode: host}]";
    assertThat(findings(web(lines).on(linux())))
        .containsExactly(
            "5 error PORT-REPLICAS 3 tasks want host port 8080, and only 2 nodes may hold them,"
                + " one each");
    assertThat(findings(web(lines).on(linux().linux("l3")))).isEmpty();
  }

  @Test
  void ofARangeTheLowestFreePortIsTaken() {
    var other = Specs.service("blog_web", Specs.of("blog"), Specs.ingress(8080, 80));
    var plan = web("ports: ['8080-8082:80']").on(linux().holding(other));
    assertThat(grants(plan, "web")).containsExactly("ingress 8081:80/tcp");
  }

  @Test
  void aRangeWithoutAFreePortIsRefused() {
    var plan = web("ports: ['8080-8081:80', '8080-8081:81', '8080-8081:82']").on(linux());
    assertThat(findings(plan))
        .containsExactly("4 error PORT-TAKEN every port of 8080-8081 is held by someone");
  }

  @Test
  void aPortWrittenAsANumberGoesBeforeARangeWhereverItStands() {
    var plan = web("ports: ['8080-8081:80', '8080:81']").on(linux());
    assertThat(grants(plan, "web")).containsExactly("ingress 8081:80/tcp", "ingress 8080:81/tcp");
  }

  @Test
  void theMeshAllotsPortsThatNobodyChose() {
    var plan = web("ports: ['80', '81']").on(old());
    assertThat(grants(plan, "web")).containsExactly("mesh 32767:80/tcp", "mesh 32766:81/tcp");
    assertThat(grants(web("ports: ['80']").on(linux()), "web")).containsExactly("ingress -:80/tcp");
  }

  @Test
  void anAllottedPortIsKeptWhenALowerOneBecomesFree() {
    var live = Specs.service("shop_web", Specs.of("shop"), Specs.ingress(8081, 80));
    var plan = web("ports: ['8080-8082:80']").on(linux().holding(live));
    assertThat(grants(plan, "web")).containsExactly("ingress 8081:80/tcp");
  }

  @Test
  void aNewServiceDoesNotTakeThePortAnotherOneKeeps() {
    var live = Specs.service("shop_web", Specs.of("shop"), Specs.ingress(8080, 80));
    var plan =
        Planning.of(
                """
                services:
                  api:
                    image: web
                    ports: ['8080-8082:80']
                  web:
                    image: web
                    ports: ['8080-8082:80']
                """)
            .image("web", "linux/amd64")
            .on(linux().holding(live));
    assertThat(grants(plan, "api")).containsExactly("ingress 8081:80/tcp");
    assertThat(grants(plan, "web")).containsExactly("ingress 8080:80/tcp");
  }

  @Test
  void twoPortsForOneTargetKeepTheirOrder() {
    var planning = web("ports: ['8080-8082:80', '8081-8082:80']");
    var first = planning.on(linux());
    var second = planning.on(linux().holding(spec(first)));
    assertThat(grants(second, "web")).isEqualTo(grants(first, "web"));
  }

  @Test
  void whenEveryAutomaticPortIsHeldTheServiceIsRefusedAndNothingBreaks() {
    var ports =
        IntStream.rangeClosed(30_000, 32_767)
            .mapToObj(p -> Specs.ingress(p, p))
            .toArray(PortSpec[]::new);
    var plan =
        web("ports: ['80']").on(old().holding(Specs.service("blog_web", Specs.of("blog"), ports)));
    assertThat(findings(plan))
        .containsExactly("4 error PORT-TAKEN every port of 30000-32767 is held by someone");
    assertThat(grants(plan, "web")).isEmpty();
  }

  @Test
  void theMeshNeedsAnAgentOnEveryNode() {
    var plan = web("ports: ['8080:80']").on(old().withoutAgent("w16"));
    assertThat(findings(plan))
        .containsExactly(
            "4 warning MESH-NEEDS-AGENT no agent runs on w16, so the published port will not answer"
                + " there");
    assertThat(findings(web("ports: ['8080:80']").on(linux().withoutAgent("l1")))).isEmpty();
  }

  @Test
  void anAddressBeforeThePortIsIgnoredWithAWarning() {
    var plan = web("ports: ['127.0.0.1:8080:80']").on(linux());
    assertThat(findings(plan))
        .containsExactly(
            "4 warning KEY-NOT-APPLIED Swarm publishes on every address of a node;"
                + " 127.0.0.1 is ignored");
  }

  @Test
  void whatTheEnginesMeshRestsOnIsToldWhereNobodyKnowsIt() {
    var plan = web("ports: ['8080:80']").on(new Clusters().linux("l1", Optional.empty()));
    assertThat(grants(plan, "web")).containsExactly("ingress 8080:80/tcp");
    assertThat(findings(plan)).singleElement().asString().startsWith("info FACT-UNKNOWN ");
  }

  private static Planning web(String lines) {
    return Planning.web(lines).image("web", "linux/amd64");
  }

  private static List<String> grants(Plan plan, String name) {
    return service(plan, name).ports().stream().map(PortsTest::text).toList();
  }

  private static String text(PortGrant g) {
    return g.reach().word()
        + " "
        + g.published().map(Object::toString).orElse("-")
        + ":"
        + g.target()
        + "/"
        + g.protocol();
  }

  private static ServiceSpec spec(Plan plan) {
    return service(plan, "web").spec().orElseThrow();
  }

  private static List<String> published(ServiceSpec spec) {
    return spec.endpoint().ports().stream()
        .map(p ->
            p.mode().word()
                + " "
                + p.published().map(Object::toString).orElse("-")
                + ":"
                + p.target())
        .toList();
  }

  private static Clusters linux() {
    return new Clusters().linux("l1").linux("l2");
  }

  private static Clusters old() {
    return new Clusters().linux("l1").windows("w16", "14393.4000", "20.10.17");
  }
}
