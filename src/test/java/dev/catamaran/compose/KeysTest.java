package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.model.ServiceName;
import org.junit.jupiter.api.Test;

class KeysTest {
  @Test
  void anUnknownKeyIsRefusedWithTheNearestKnownOne() {
    var findings = Loads.web("imagee: x\ndeploy: {replica: 2}").outcome().findings();
    assertThat(findings)
        .satisfiesExactly(
            f -> {
              assertThat(f.message()).isEqualTo("unknown key \"imagee\" in services.web");
              assertThat(f.where().orElseThrow()).hasToString("c.yaml:4:5");
              assertThat(f.ways()).containsExactly("did you mean \"image\"?");
              assertThat(f.subject().service()).contains(new ServiceName("web"));
            },
            f -> {
              assertThat(f.message()).isEqualTo("unknown key \"replica\" in services.web.deploy");
              assertThat(f.ways()).containsExactly("did you mean \"replicas\"?");
            });
    assertThat(Loads.of("service: {}\nservices: {web: {image: web}}").findings())
        .containsExactly("1:1 error KEY-UNKNOWN unknown key \"service\" in the file");
  }

  @Test
  void extensionsMayStandAnywhere() {
    var text =
        """
        x-common: {anything: 1}
        services:
          web: {image: web, x-note: 1, deploy: {x-note: 1, placement: {x-note: 1}}}
        networks: {default: {x-note: 1}}
        """;
    assertThat(Loads.of(text).findings()).isEmpty();
  }

  @Test
  void versionIsAcceptedAndIgnored() {
    assertThat(Loads.of("version: '3.7'\nservices: {web: {image: web}}").findings()).isEmpty();
  }

  @Test
  void whatSwarmIgnoresIsAWarningThatSaysWhatToWrite() {
    var finding = Loads.web("container_name: front").outcome().findings().getFirst();
    assertThat(finding.toString())
        .contains("warning", "KEY-NOT-APPLIED", "\"container_name\" is left out");
    assertThat(finding.ways())
        .containsExactly("reach the service by its own name, or give it aliases below networks:");
  }

  @Test
  void whatWouldChangeTheContainerIsRefused() {
    assertThat(Loads.web("cap_add: [NET_ADMIN]\nlogging: {driver: none}").findings())
        .containsExactly(
            "4:5 error KEY-NOT-SUPPORTED \"cap_add\" cannot be carried over: capabilities are not"
                + " handled yet",
            "5:5 warning KEY-NOT-SUPPORTED \"logging\" is left out: log drivers are not handled"
                + " yet; the nodes' own log driver is used");
  }

  @Test
  void aKeyThatSaysNothingIsNoFinding() {
    var lines = "privileged: false\ncap_add: []\ninit:\nextra_hosts: {}\ntty: no\nsysctls: ''\n";
    assertThat(Loads.web(lines).findings())
        .containsExactly(
            "8:5 error KEY-NOT-SUPPORTED \"tty\" cannot be carried over: terminals are not handled yet");
  }

  @Test
  void everyFindingOfTheFileIsTold() {
    var text =
        """
        services:
          web:
            image: Web
            ports: [x]
            volumes: [none:/x]
            cap_add: [A]
          other:
            image: other
            platform: plan9/amd64
            isolation: strict
            stop_grace_period: 10
        """;
    assertThat(Loads.of(text).findings())
        .containsExactly(
            "3:12 error VALUE-INVALID \"Web\" is no image reference: \"library/Web\" is no"
                + " repository name (lower case letters, digits, . _ - /)",
            "4:13 error PORT-INVALID \"x\" is no port",
            "5:15 error REFERENCE-UNDEFINED no volume \"none\" is declared",
            "6:5 error KEY-NOT-SUPPORTED \"cap_add\" cannot be carried over: capabilities are not"
                + " handled yet",
            "9:15 error VALUE-INVALID expected a platform, not \"plan9/amd64\"",
            "10:16 error VALUE-INVALID expected default, process or hyperv, not \"strict\"",
            "11:24 error VALUE-INVALID expected a string, not \"10\"");
  }
}
