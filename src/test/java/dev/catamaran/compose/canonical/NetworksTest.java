package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworksTest {
  @Test
  void aServiceWithoutNetworksIsInTheDefaultOne() {
    assertThat(Prints.web("").at("services.web.networks")).isEqualTo("default: null");
    assertThat(Prints.web("").at("networks")).isEqualTo("default:\n  name: shop_default");
  }

  @Test
  void unlessItHasAModeOrAProvider() {
    assertThat(Prints.web("network_mode: host").keys("services.web"))
        .containsExactly("image", "network_mode");
    assertThat(Prints.web("provider: {type: x}").keys("services.web"))
        .containsExactly("provider", "image");
  }

  @Test
  void aListIsAMapping() {
    assertThat(
            Prints.web("networks: [b, a]").and("networks: {a: , b: }").at("services.web.networks"))
        .isEqualTo("a: null\nb: null");
  }

  @Test
  void attachmentsAndPools() {
    assertThat(
            Prints.web("networks: {a: {aliases: [x], priority: 1, ipv4_address: 10.0.0.2}}")
                .and("networks: {a: {ipam: {config: [{subnet: 10.0.0.0/24}]}, internal: true}}")
                .at("networks.a"))
        .isEqualTo(
            """
            name: shop_a
            ipam:
              config:
              - subnet: 10.0.0.0/24
            internal: true\
            """);
  }

  @Test
  void undeclaredOnesAreRefusedWithTheNearestName() {
    assertThat(Prints.web("networks:\n  - frnt").and("networks: {front: }").errors())
        .containsExactly("5:9 service web names the network frnt, which the file does not declare");
  }

  @Test
  void aModeExcludesNetworks() {
    assertThat(Prints.web("network_mode: host\nnetworks: [a]").and("networks: {a: }").errors())
        .containsExactly("4:5 network_mode and networks exclude each other");
  }
}
