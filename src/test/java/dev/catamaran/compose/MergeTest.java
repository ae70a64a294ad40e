package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.spec.Attachment;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTest {
  private static Loads two(String first, String second) {
    return Loads.of(
        "services:\n  web:\n    image: web\n" + first.indent(4),
        "services:\n  web:\n" + second.indent(4));
  }

  @Test
  void textsAreReplacedAndMappingsMerged() {
    var service =
        two(
                "hostname: a\ndeploy: {replicas: 2, mode: replicated}",
                "hostname: b\ndeploy: {replicas: 3}")
            .service();
    assertThat(service.container().hostname()).contains("b");
    assertThat(service.deploy().deployment().mode()).hasToString("Replicated[replicas=3]");
    assertThat(service.places().of("hostname")).hasToString("c2.yaml:3:15");
    assertThat(service.places().of("deploy.mode")).hasToString("c.yaml:5:33");
  }

  @Test
  void commandsAndTestsAreReplaced() {
    var service =
        two(
                "command: [a, b]\nentrypoint: x\nhealthcheck: {test: [CMD, a]}",
                "command: [c]\nentrypoint: [y]\nhealthcheck: {test: [CMD, b]}")
            .service();
    assertThat(service.container().command().arguments()).isEqualTo(List.of("c"));
    assertThat(service.container().command().entrypoint()).isEqualTo(List.of("y"));
    assertThat(service.container().healthcheck().orElseThrow().test())
        .isEqualTo(List.of("CMD", "b"));
  }

  @Test
  void environmentAndLabelsGoByKeyWhateverTheirForm() {
    var service =
        two("environment: [A=1, B=1]\nlabels: {a: 1}", "environment: {B: 2, C: 2}\nlabels: [b=2]")
            .service();
    assertThat(service.container().command().environment())
        .hasToString("{A=Optional[1], B=Optional[2], C=Optional[2]}");
    assertThat(service.container().labels()).hasToString("{a=1, b=2}");
  }

  @Test
  void aBareNameOverAValueTakesTheValueAway() {
    assertThat(
            two("environment: {A: 1}", "environment: [A]")
                .service()
                .container()
                .command()
                .environment())
        .hasToString("{A=Optional.empty}");
  }

  @Test
  void portsAreJoinedAndEqualOnesCountOnce() {
    var ports =
        two("ports: ['80:80', '81:81']", "ports: ['80:80/tcp', {target: 82, published: 82}]")
            .service()
            .ports();
    assertThat(ports).extracting(p -> p.target().number()).containsExactly(80, 81, 82);
  }

  @Test
  void mountsAndFilesGoByTheirTarget() {
    var loads =
        Loads.of(
            """
            services:
              web: {image: web, volumes: ['/a:/x', '/b:/y'], configs: [{source: one, target: /one}]}
            configs: {one: {content: a}, two: {content: b}}
            """,
            """
            services:
              web:
                volumes: [{type: bind, source: /c, target: /x}]
                configs: [{source: two, target: /one}]
            """);
    var container = loads.service().container();
    assertThat(container.mounts())
        .extracting(m -> m.source().orElseThrow())
        .containsExactly("/c", "/b");
    assertThat(container.files()).extracting(f -> f.source()).containsExactly("two");
  }

  @Test
  void networksAndNeedsAreUnited() {
    var loads =
        Loads.of(
            """
            services:
              web: {image: web, networks: [a], depends_on: [x]}
              x: {image: x}
              y: {image: y}
            networks: {a: , b: }
            """,
            """
            services:
              web: {networks: {a: {aliases: [w]}, b: }, depends_on: {y: {condition: service_started}}}
            """);
    assertThat(loads.service().networks())
        .containsExactly(new Attachment("a", List.of("w")), new Attachment("b", List.of()));
    assertThat(loads.service().needs()).hasToString("[x, y]");
  }

  @Test
  void constraintsAreUnited() {
    var deploy = "deploy: {placement: {constraints: [%s]}}";
    assertThat(
            two(deploy.formatted("a==1, b==1"), deploy.formatted("b==1, c==1"))
                .service()
                .deploy()
                .deployment()
                .placement()
                .constraints())
        .containsOnly("a==1", "b==1", "c==1");
  }

  @Test
  void aNullOverAMappingOrListSaysNothing() {
    assertThat(two("ports: ['80:80']\nenvironment: {A: 1}", "ports:\nenvironment:\n").service())
        .satisfies(s -> assertThat(s.ports()).hasSize(1))
        .satisfies(s -> assertThat(s.container().command().environment()).hasSize(1));
  }

  @Test
  void resetTakesAwayAndOverrideReplaces() {
    var service =
        two(
                "ports: ['80:80']\nhostname: a\nenvironment: {A: 1, B: 1}",
                "ports: !override ['81:81']\nhostname: !reset null\nenvironment: {A: !reset null}")
            .service();
    assertThat(service.ports()).extracting(p -> p.target().number()).containsExactly(81);
    assertThat(service.container().hostname()).isEmpty();
    assertThat(service.container().command().environment()).hasToString("{B=Optional[1]}");
  }

  @Test
  void laterFilesAddServicesAndDeclarations() {
    var project =
        Loads.of(
                "services: {a: {image: a, networks: [n]}}\nnetworks: {n: {driver: overlay}}",
                "services: {b: {image: b}}\nnetworks: {n: {attachable: true}}\n")
            .project();
    assertThat(project.services().keySet()).hasToString("[a, b]");
    assertThat(project.networks().get("n"))
        .isNotNull()
        .satisfies(n -> assertThat(n.attachable()).isTrue())
        .satisfies(n -> assertThat(n.driver().name()).contains("overlay"));
  }
}
