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
              assertThat(f.message()).isEqualTo("unknown key \"replica\" in deploy");
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
    assertThat(Loads.web("gpus: all\npost_start: [{command: a}]").findings())
        .containsExactly(
            "4:5 error KEY-NOT-SUPPORTED \"gpus\" cannot be carried over: Swarm does not hand out"
                + " devices",
            "5:5 error KEY-NOT-SUPPORTED \"post_start\" cannot be carried over: Swarm runs no hooks");
  }

  @Test
  void aKeyThatSaysNothingIsNoFinding() {
    var lines = "privileged: false\ndevices: []\nsecurity_opt: []\nmac_address: ''\nipc:\n";
    assertThat(Loads.web(lines).stack().findings())
        .containsExactly("8:9 error VALUE-INVALID ipc must be a string, not null");
    assertThat(Loads.web(lines.replace("ipc:\n", "")).findings()).isEmpty();
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
            gpus: all
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
            "4:13 error PORT-INVALID \"x\" is no port between 0 and 65535",
            "5:15 error REFERENCE-UNDEFINED service web names the volume none, which the file does not"
                + " declare",
            "6:5 error KEY-NOT-SUPPORTED \"gpus\" cannot be carried over: Swarm does not hand out"
                + " devices",
            "9:15 error VALUE-INVALID expected a platform, not \"plan9/amd64\"",
            "10:16 error VALUE-INVALID expected default, process or hyperv, not \"strict\"",
            "11:24 error VALUE-INVALID stop_grace_period must be a string, not a whole number, \"10\"");
  }
}
