package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static dev.catamaran.plan.Planning.service;
import static dev.catamaran.spec.EndpointMode.DNSRR;
import static dev.catamaran.spec.EndpointMode.VIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Finding;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.plan.discovery.Discovery;
import dev.catamaran.plan.ports.PortGrant;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.Deployment.Placement;
import dev.catamaran.spec.EndpointSpec;
import dev.catamaran.spec.ServiceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
  private static final String OLD = "windows(10.0.14393.4000)/amd64";
  private static final String CALLED_BY_WINDOWS =
      """
      services:
        web:
          image: web
        iis:
          image: iis
      """;

  @Test
  void theVirtualIpIsTheDefault() {
    var plan = Planning.web("").image("web", "linux/amd64").on(new Clusters().linux("l1"));
    assertThat(discovery(plan))
        .isEqualTo(
            new Discovery(
                VIP,
                "every node that may hold or call it has virtual IPs",
                "docker service create: the default endpoint mode is vip"));
    assertThat(service(plan, "web").spec().orElseThrow().endpoint().mode()).isEqualTo(VIP);
  }

  @Test
  void aHolderOnWindowsServer2016IsFoundByDns() {
    var plan = Planning.web("").image("web", OLD).on(old());
    assertThat(discovery(plan).mode()).isEqualTo(DNSRR);
    assertThat(discovery(plan).reason())
        .isEqualTo(
            "it may run on w16: Windows build 14393 has no virtual IPs"
                + " (Windows Server 2016 never got them)");
    assertThat(service(plan, "web").spec().orElseThrow().endpoint().mode()).isEqualTo(DNSRR);
  }

  @Test
  void drainingTheNodeWithoutVirtualIpsTurnsNothingOver() {
    var cluster = new Clusters().linux("l1").linux("l2", Optional.of(false));
    var before = Planning.web("").image("web", "linux/amd64").on(cluster);
    var after = Planning.web("").image("web", "linux/amd64").on(cluster.drained("l2"));
    assertThat(discovery(before).mode()).isEqualTo(DNSRR);
    assertThat(discovery(after).mode()).isEqualTo(DNSRR);
  }

  @Test
  void aCallerOnWindowsServer2016MakesItFoundByDns() {
    var plan = hybrid(CALLED_BY_WINDOWS);
    assertThat(discovery(plan).mode()).isEqualTo(DNSRR);
    assertThat(discovery(plan).reason())
        .startsWith("iis may run on w16 and shares network default with it: ");
  }

  @Test
  void theEvidenceOfTheFileIsNamedBeforeTheSharedNetwork() {
    assertThat(discovery(hybrid(CALLED_BY_WINDOWS + "    depends_on: [web]\n")).reason())
        .startsWith("iis may run on w16 and depends on it: ");
    assertThat(
            discovery(hybrid(CALLED_BY_WINDOWS + "    environment: {API: 'http://web:80/v1'}\n"))
                .reason())
        .startsWith("iis may run on w16 and names it in API: ");
  }

  @Test
  void whoSharesNoNetworkIsNoCaller() {
    var plan =
        hybrid(
            """
            services:
              web:
                image: web
                networks: [front]
              iis:
                image: iis
                networks: [back]
                depends_on: [web]
            networks: {front: {}, back: {}}
            """);
    assertThat(discovery(plan).mode()).isEqualTo(VIP);
    assertThat(service(plan, "iis").discovery().mode()).isEqualTo(DNSRR);
  }

  @Test
  void aNodeThatHoldsNeitherTheServiceNorACallerDoesNotMatter() {
    var plan = Planning.web("").image("web", "linux/amd64").on(old());
    assertThat(discovery(plan).mode()).isEqualTo(VIP);
  }

  @Test
  void aVirtualIpAskedForWhereItCannotWorkIsRefusedAtItsLine() {
    var plan =
        hybrid(
            """
            services:
              web:
                image: web
                deploy:
                  endpoint_mode: vip
              iis:
                image: iis
            """);
    assertThat(findings(plan))
        .containsExactly(
            "5 error DISCOVERY-IMPOSSIBLE endpoint_mode vip does not work for service web");
    assertThat(plan.findings().getFirst().subject().node().orElseThrow().text()).isEqualTo("w16");
  }

  @Test
  void dnsAskedForIsKept() {
    var plan =
        Planning.web("deploy: {endpoint_mode: dnsrr}")
            .image("web", "linux/amd64")
            .on(new Clusters().linux("l1"));
    assertThat(discovery(plan))
        .isEqualTo(new Discovery(DNSRR, "written in the file", "the Compose file"));
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void aLinuxKernelWithoutIpvsHasNoVirtualIps() {
    var plan =
        Planning.web("")
            .image("web", "linux/amd64")
            .on(new Clusters().linux("l1").linux("l2", Optional.of(false)));
    assertThat(discovery(plan).mode()).isEqualTo(DNSRR);
    assertThat(discovery(plan).reason()).startsWith("it may run on l2: ");
  }

  @Test
  void aLinuxKernelOfWhichNobodyTellsIsTakenToHaveIpvs() {
    var plan =
        Planning.web("")
            .image("web", "linux/amd64")
            .on(new Clusters().linux("l1", Optional.empty()));
    assertThat(discovery(plan).mode()).isEqualTo(VIP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "command: [serve, '--api', 'http://web:80/']         | names it in its command",
        "entrypoint: [serve, 'http://tasks.web:80/']         | names it in its entrypoint",
        "healthcheck: {test: [CMD, ask, 'web.']}             | names it in its healthcheck",
        "environment: {API: 'http://www:80/'}                | names it www in API",
        "environment: {API: 'tcp:site,80'}                   | names it site in API",
        "{links: ['web:app'], environment: {API: 'app:80'}}  | depends on it",
        "environment: {API: 'http://web.example.org/web-1/'} | shares network default with it",
      })
  void eachWayInWhichTheFileNamesItIsEvidence(String lines, String evidence) {
    var own = lines.startsWith("{") ? "<<: " + lines : lines;
    var plan =
        hybrid(
            """
            services:
              web:
                image: web
                hostname: www
                networks: {default: {aliases: [site]}}
              iis:
                image: iis
            """
                + "    "
                + own
                + "\n");
    assertThat(discovery(plan).reason()).startsWith("iis may run on w16 and " + evidence + ": ");
  }

  @Test
  void everyCallerIsAReasonAndTheStrongestComesFirst() {
    var plan =
        hybrid(
            """
            services:
              web:
                image: web
              iis:
                image: iis
              asp:
                image: iis
                environment: {API: web}
            """);
    assertThat(discovery(plan).reason()).startsWith("asp may run on w16 and names it in API: ");
    assertThat(discovery(plan).further())
        .singleElement()
        .asString()
        .startsWith("iis may run on w16 and shares network default with it: ");
  }

  @Test
  void ofVeryManyCallersSomeAreNamedAndTheRestIsCounted() {
    var services = new StringBuilder("services:\n  web: {image: web}\n");
    for (int i = 10; i < 60; i++) {
      services.append("  iis").append(i).append(": {image: iis}\n");
    }
    var discovery = discovery(hybrid(services.toString()));
    assertThat(discovery.further()).hasSize(3);
    assertThat(discovery.further().getLast())
        .isEqualTo("so may others of the 50 such services on network default");
  }

  @Test
  void nodesThatLackVirtualIpsForOneCauseAreNamedTogether() {
    var plan =
        Planning.web("").image("web", OLD).on(old().windows("w17", "14393.4000", "20.10.17"));
    assertThat(discovery(plan).reason()).startsWith("it may run on w16, w17: ");
  }

  @Test
  void aVirtualIpThatCannotWorkIsRefusedWithEveryReason() {
    var plan =
        hybrid(
            """
            services:
              web:
                image: web
                deploy: {endpoint_mode: vip}
              iis: {image: iis, depends_on: [web]}
              asp: {image: iis}
            """);
    assertThat(plan.findings().stream().filter(Finding::refuses).findFirst())
        .get()
        .satisfies(f ->
            assertThat(f.reasons())
                .extracting(r -> r.substring(0, r.indexOf(':')))
                .containsExactly(
                    "iis may run on w16 and depends on it",
                    "asp may run on w16 and shares network default with it"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy: {endpoint_mode: dnsrr}", "labels: {}"})
  void theRefusalOfAVirtualIpEndsWithItsWayOut(String instead) {
    var plan = hybrid("services:\n  web: {image: web, " + instead + "}\n  iis: {image: iis}\n");
    assertThat(findings(plan)).isEmpty();
    assertThat(discovery(plan).mode()).isEqualTo(DNSRR);
  }

  @Test
  void whoCallsAServiceIsToldAlsoWhereNothingSpeaksAgainstVirtualIps() {
    var plan =
        Planning.of("services: {web: {image: web}, api: {image: web, environment: {UP: 'web:80'}}}")
            .image("web", "linux/amd64")
            .on(new Clusters().linux("l1"));
    assertThat(discovery(plan).further()).containsExactly("api names it in UP");
  }

  /**
   * A written dnsrr and the routing mesh exclude each other in Swarm; Catamaran's mesh does both.
   */
  @Test
  void dnsAskedForKeepsItsPublishedPort() {
    var plan =
        Planning.web("deploy: {endpoint_mode: dnsrr}\nports: ['8080:80']")
            .image("web", "linux/amd64")
            .on(new Clusters().linux("l1"));
    assertThat(findings(plan)).isEmpty();
    assertThat(service(plan, "web").ports())
        .extracting(PortGrant::reach)
        .containsExactly(PortGrant.Reach.CATAMARAN_MESH);
  }

  private static Discovery discovery(Plan plan) {
    return service(plan, "web").discovery();
  }

  private static Plan hybrid(String yaml) {
    return Planning.of(yaml).image("web", "linux/amd64").image("iis", OLD).on(old());
  }

  private static Clusters old() {
    return new Clusters().linux("l1").windows("w16", "14393.4000", "20.10.17");
  }

  private static final String SHARED =
      """
      services:
        web:
          image: web
          networks: [shared]
      networks:
        shared: {external: true, name: shared}
      """;

  @Test
  void aServiceOfAnotherProjectOnASharedNetworkIsACaller() {
    var plan = shared(foreign(List.of(), "shared"));
    assertThat(discovery(plan).mode()).isEqualTo(DNSRR);
    assertThat(discovery(plan).reason())
        .startsWith(
            "other_iis may run on w16 and shares network shared with it, from outside the"
                + " project: Windows build 14393 has no virtual IPs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"node.platform.os == linux", "node.hostname != w16", "node.role == manager"})
  void aServiceOfAnotherProjectThatStaysOffTheNodeDoesNotMatter(String constraint) {
    assertThat(discovery(shared(foreign(List.of(constraint), "shared"))).mode()).isEqualTo(VIP);
  }

  @Test
  void aServiceOfAnotherProjectForAnotherPlatformDoesNotMatter() {
    var linux = new Placement(List.of(), List.of(Platform.of(Os.LINUX, "amd64")));
    assertThat(discovery(shared(foreign(linux, "shared"))).mode()).isEqualTo(VIP);
  }

  @Test
  void aServiceOfAnotherProjectOnOtherNetworksDoesNotMatter() {
    assertThat(discovery(shared(foreign(List.of(), "theirs"))).mode()).isEqualTo(VIP);
  }

  private static Plan shared(ServiceSpec foreign) {
    return Planning.of(SHARED)
        .image("web", "linux/amd64")
        .on(old().network("shared", "overlay", true, Map.of()).holding(foreign));
  }

  private static ServiceSpec foreign(List<String> constraints, String network) {
    return foreign(new Placement(constraints, List.of()), network);
  }

  private static ServiceSpec foreign(Placement placement, String network) {
    return new ServiceSpec(
        "other_iis",
        Specs.of("other"),
        ImageRef.parse("iis"),
        Specs.container(Map.of()),
        Specs.deployment(1).withPlacement(placement),
        List.of(new Attachment(network, List.of())),
        new EndpointSpec(VIP, List.of()));
  }
}
