package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static dev.catamaran.plan.Planning.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.spec.NetworkSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworksTest {
  private static final String EXTERNAL = "{external: true}";

  @Test
  void theDefaultNetworkIsAnOverlayOfTheProject() {
    var plan = Planning.web("").image("web", "linux/amd64").on(linux());
    assertThat(plan.networks())
        .containsExactly(
            new NetworkSpec("shop_default", "overlay", Map.of(), false, false, Specs.of("shop")));
    assertThat(service(plan, "web").spec().orElseThrow().networks())
        .extracting(a -> a.network() + " " + a.aliases())
        .containsExactly("shop_default [web]");
  }

  @Test
  void aNetworkThatNobodyUsesIsNotMade() {
    var plan =
        Planning.of("services: {web: {image: web}}\nnetworks: {spare: {}}")
            .image("web", "linux/amd64")
            .on(linux());
    assertThat(plan.networks()).extracting(NetworkSpec::name).containsExactly("shop_default");
  }

  @Test
  void anExternalNetworkMustBeThere() {
    assertThat(findings(joined(EXTERNAL).on(linux())))
        .containsExactly("6 error NETWORK-EXTERNAL-MISSING the cluster has no network named back");
  }

  @Test
  void anExternalNetworkIsJoinedAndNeverMade() {
    var plan = joined(EXTERNAL).on(linux().network("back", "overlay", true, Map.of()));
    assertThat(findings(plan)).isEmpty();
    assertThat(plan.networks()).isEmpty();
    assertThat(service(plan, "web").spec().orElseThrow().networks())
        .extracting(a -> a.network())
        .containsExactly("back");
  }

  @Test
  void anExternalNetworkOfOneNodeIsRefused() {
    var plan = joined(EXTERNAL).on(linux().network("back", "bridge", false, Map.of()));
    assertThat(findings(plan))
        .containsExactly(
            "6 error NETWORK-SCOPE external network back has driver bridge and exists on one node"
                + " only");
  }

  @Test
  void aDriverOfOneNodeIsRefused() {
    assertThat(findings(joined("{driver: bridge}").on(linux())))
        .containsExactly(
            "6 error NETWORK-SCOPE network back has driver bridge, which exists on one node only");
  }

  @Test
  void aNetworkOfSomeoneElseIsNotTakenOver() {
    var plan = joined("{}").on(linux().network("shop_back", "overlay", true, Specs.of("blog")));
    assertThat(findings(plan))
        .containsExactly(
            "6 error OWNER-FOREIGN a network named shop_back exists and is not of this project");
  }

  @Test
  void aNetworkInAnotherShapeIsRefusedWithBothShapes() {
    var plan =
        joined("{internal: true}")
            .on(linux().network("shop_back", "overlay", true, Specs.of("shop")));
    assertThat(findings(plan))
        .containsExactly(
            "6 error NETWORK-CHANGED network shop_back exists in another shape, and engines cannot"
                + " change one");
    assertThat(plan.findings().getFirst().reasons())
        .isEqualTo(List.of("it is overlay", "the file wants overlay, internal"));
  }

  @Test
  void aNetworkInTheSameShapeIsTaken() {
    var plan = joined("{}").on(linux().network("shop_back", "overlay", true, Specs.of("shop")));
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void anEncryptedNetworkIsRefusedForWindowsAtItsOption() {
    var plan =
        Planning.of(
                """
                services:
                  web:
                    image: web
                    networks: [back]
                networks:
                  back:
                    driver_opts:
                      encrypted: ""
                """)
            .image("web", "windows(10.0.17763.5000)/amd64")
            .on(linux().windows("w19", "17763.5000", "20.10.17"));
    assertThat(findings(plan)).singleElement().asString().startsWith("8 error OVERLAY-ENCRYPTED ");
  }

  @Test
  void anEncryptedNetworkIsFineForLinux() {
    var plan = joined("{driver_opts: {encrypted: ''}}").on(linux());
    assertThat(findings(plan)).isEmpty();
    assertThat(plan.networks()).extracting(NetworkSpec::encrypted).containsExactly(true);
  }

  private static Planning joined(String network) {
    return Planning.of(
            "services:\n  web:\n    image: web\n    networks: [back]\nnetworks:\n  back: "
                + network)
        .image("web", "linux/amd64");
  }

  private static Clusters linux() {
    return new Clusters().linux("l1");
  }
}
