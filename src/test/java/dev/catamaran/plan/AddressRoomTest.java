package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.ServiceSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRoomTest {
  @Test
  void moreTasksThanAddressesAreRefusedWithTheNumbers() {
    var plan = plan("deploy: {replicas: 300}", "{}");
    assertThat(findings(plan))
        .containsExactly(
            "7 error NETWORK-FULL network back has 253 addresses, and what is to run on it takes at"
                + " least 301");
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly(
            "300 for tasks, one each",
            "1 for virtual IPs, one for each service found by vip",
            "up to 2 for the load balancers of the nodes, one each");
    assertThat(plan.findings().getFirst().ways())
        .contains("ipam: {config: [{subnet: 10.128.0.0/22}]} of the network");
  }

  @Test
  void whatFitsOnlyWhileNothingElseHappensIsPointedOut() {
    assertThat(findings(plan("deploy: {replicas: 251}", "{}")))
        .containsExactly(
            "7 warning NETWORK-FULL network back has 253 addresses, and what is to run on it may take"
                + " up to 254");
    assertThat(findings(plan("deploy: {replicas: 250}", "{}"))).isEmpty();
  }

  @Test
  void updatesThatStartFirstNeedRoomBesides() {
    var deploy = "deploy: {replicas: 240, update_config: {order: start-first, parallelism: 20}}";
    assertThat(findings(plan(deploy, "{}")))
        .containsExactly(
            "7 warning NETWORK-FULL network back has 253 addresses, and what is to run on it may take"
                + " up to 263");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy: {replicas: 300}", "deploy: {replicas: 252}"})
  void theRefusalEndsWithTheLargerSubnet(String deploy) {
    var way = plan(deploy, "{}").findings().getFirst().ways().getFirst();
    var network = "{" + way.substring(0, way.indexOf(" of the network")) + "}";
    assertThat(findings(plan(deploy, network))).isEmpty();
  }

  @Test
  void theRefusalEndsWithoutVirtualIpsWhereThatIsEnough() {
    var plan = plan("deploy: {replicas: 251}", "{}");
    assertThat(plan.findings())
        .flatExtracting(Finding::ways)
        .contains("deploy.endpoint_mode: dnsrr saves one address for each service that has it");
    assertThat(findings(plan("deploy: {replicas: 251, endpoint_mode: dnsrr}", "{}"))).isEmpty();
  }

  @Test
  void aGlobalServiceHasATaskOnEveryNodeThatMayHoldIt() {
    assertThat(
            findings(plan("deploy: {mode: global}", "{ipam: {config: [{subnet: 10.20.0.0/30}]}}")))
        .containsExactly(
            "7 error NETWORK-FULL network back has 1 addresses, and what is to run on it takes at"
                + " least 3");
  }

  @Test
  void aPartOfTheSubnetIsAllThatTasksGet() {
    var network = "{ipam: {config: [{subnet: 10.20.0.0/24, ip_range: 10.20.0.128/30}]}}";
    assertThat(findings(plan("deploy: {replicas: 4}", network)))
        .containsExactly(
            "7 error NETWORK-FULL network back has 4 addresses, and what is to run on it takes at"
                + " least 5");
  }

  @Test
  void servicesOfOtherProjectsOnAnExternalNetworkCount() {
    var theirs = Specs.service("blog_web", Specs.of("blog"));
    var joined =
        new ServiceSpec(
            theirs.name(),
            theirs.labels(),
            theirs.image(),
            theirs.container(),
            Specs.deployment(9),
            List.of(new Attachment("back", List.of())),
            theirs.endpoint());
    var cluster = cluster().network("back", "overlay", true, "10.20.0.0/28").holding(joined);
    assertThat(findings(planning("deploy: {replicas: 3}", "{external: true}").on(cluster)))
        .containsExactly(
            "7 error NETWORK-FULL network back has 13 addresses, and what is to run on it takes at"
                + " least 14");
  }

  @Test
  void theNetworkOfTheRoutingMeshCountsItsTasksAndServices() {
    var cluster = cluster().network("ingress", "overlay", true, "10.255.0.0/28");
    var plan = planning("ports: ['8080:80']\ndeploy: {replicas: 14}", "{}").on(cluster);
    assertThat(findings(plan))
        .containsExactly(
            "4 error NETWORK-FULL network ingress has 13 addresses, and what is to run on it takes at"
                + " least 15");
  }

  @Test
  void aPublishedPortNeedsTheRoutingMeshToBeThere() {
    var planning = planning("ports: ['8080:80']", "{}");
    var cluster = cluster().network("bridge", "bridge", false, Map.of());
    assertThat(findings(planning.on(cluster)))
        .containsExactly(
            "4 error NETWORK-INGRESS the cluster has no routing mesh: its network \"ingress\" was"
                + " removed");
    assertThat(findings(planning.on(cluster, new Settings(Settings.MeshUse.ALWAYS)))).isEmpty();
    assertThat(findings(planning.on(cluster.network("ingress", "overlay", true, "10.255.0.0/16"))))
        .isEmpty();
  }

  private static Plan plan(String service, String network) {
    return planning(service, network).on(cluster());
  }

  private static Planning planning(String service, String network) {
    return Planning.of(
            "services:\n  web:\n    image: web\n"
                + (service + "\nnetworks: [back]").indent(4)
                + "networks:\n  back: "
                + network)
        .image("web", "linux/amd64");
  }

  private static Clusters cluster() {
    return new Clusters().linux("l1").linux("l2");
  }
}
