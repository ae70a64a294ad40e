package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.spec.Isolation;
import org.junit.jupiter.api.Test;

class ServiceTest {
  @Test
  void theSimpleAttributes() {
    var service =
        Loads.web(
                """
                platform: windows(10.0.17763.1217)/amd64
                isolation: hyperv
                hostname: front
                stop_grace_period: 1m
                labels: {a: 1, b: , c: true}
                """)
            .service();
    assertThat(service.image().orElseThrow()).hasToString("docker.io/library/web:latest");
    assertThat(service.platform().orElseThrow()).hasToString("windows/amd64 10.0.17763.1217");
    assertThat(service.container().isolation()).contains(Isolation.HYPERV);
    assertThat(service.container().hostname()).contains("front");
    assertThat(service.container().stopGrace().orElseThrow()).hasToString("PT1M");
    assertThat(service.container().labels()).hasToString("{a=1, b=, c=true}");
  }

  @Test
  void aMissingImageIsRefusedByComposeAndForThePlanToJudgeInAStack() {
    var loads = Loads.of("services: {web: {command: x}}");
    assertThat(loads.findings())
        .containsExactly("1:12 error IMAGE-MISSING service web has neither an image nor a build");
    assertThat(loads.stack().findings()).isEmpty();
    assertThat(loads.service().image()).isEmpty();
  }

  @Test
  void anEmptyTextIsNotWritten() {
    var loads = Loads.web("isolation: ${I}\nplatform: ''\nhostname: ''").set("I", "");
    assertThat(loads.findings()).isEmpty();
    assertThat(loads.service().container().isolation()).isEmpty();
  }

  @Test
  void everyAttributeHasItsPlace() {
    var places =
        Loads.web(
                """
                isolation: process
                platform: linux/amd64
                ports:
                  - "80:80"
                networks: {default: {aliases: [x]}}
                deploy:
                  mode: replicated
                  replicas: 2
                  endpoint_mode: dnsrr
                  placement:
                    constraints: [node.role == manager]
                """)
            .service()
            .places();
    assertThat(places.of("")).hasToString("c.yaml:2:3");
    assertThat(places.of("image")).hasToString("c.yaml:3:12");
    assertThat(places.of("isolation")).hasToString("c.yaml:4:16");
    assertThat(places.of("platform")).hasToString("c.yaml:5:15");
    assertThat(places.of("ports")).hasToString("c.yaml:6:5");
    assertThat(places.of("ports[0]")).hasToString("c.yaml:7:9");
    assertThat(places.of("networks")).hasToString("c.yaml:8:5");
    assertThat(places.of("networks[0]")).hasToString("c.yaml:8:16");
    assertThat(places.of("deploy.mode")).hasToString("c.yaml:10:13");
    assertThat(places.of("deploy.replicas")).hasToString("c.yaml:11:17");
    assertThat(places.of("deploy.endpoint_mode")).hasToString("c.yaml:12:22");
    assertThat(places.of("deploy.placement.constraints[0]")).hasToString("c.yaml:14:23");
    assertThat(places.of("volumes[3]")).hasToString("c.yaml:2:3");
    assertThat(places.written("hostname")).isFalse();
  }

  @Test
  void aNameNoServiceCanHaveIsRefused() {
    assertThat(Loads.of("services: {'a b': {image: a}}").findings())
        .containsExactly("1:12 error NAME-INVALID \"a b\" cannot be a name in services");
  }

  @Test
  void aServiceThatIsNoMappingIsRefused() {
    assertThat(Loads.of("services:\n  web: nginx\n").findings())
        .containsExactly(
            "2:8 error VALUE-INVALID services.web must be a mapping, not a string, \"nginx\"");
    assertThat(Loads.of("services: [web]\n").findings())
        .containsExactly("1:11 error VALUE-INVALID services must be a mapping, not a list");
    assertThat(Loads.of("- web\n").findings())
        .containsExactly(
            "1:1 error YAML-BROKEN a Compose file is a mapping that begins with \"services:\", not a"
                + " list");
  }

  @Test
  void aFileWithoutServicesIsAWarning() {
    assertThat(Loads.of("networks: {a: }\n").findings())
        .containsExactly("1:1 warning VALUE-INVALID the files declare no service that is active");
  }
}
