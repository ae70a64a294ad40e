package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Volumes that a project declares. */
class VolumeDeclarationTest {
  @Test
  void declared() {
    assertThat(
            Stack.of(
                    "volumes: {a: , b: {driver: local, driver_opts: {size: 10}}, c: {external: true}}")
                .at("volumes"))
        .isEqualTo(
            """
            a: {}
            b:
              driver: local
              driver_opts:
                size: "10"
            c:
              name: c
              external: true
            """);
  }

  @Test
  void an_external_one_has_nothing_of_its_own() {
    assertThat(
            Stack.of("volumes: {a: {external: true, driver: x, driver_opts: {a: b}, labels: [c]}}")
                .findings())
        .containsExactly(
            "1:31 error an external volume cannot have a driver",
            "1:42 error an external volume cannot have a driver_opts",
            "1:63 error an external volume cannot have a labels");
  }

  @Test
  void a_cluster_volume() {
    assertThat(
            Stack.of(
                    """
                    volumes:
                      a:
                        x-cluster-spec:
                          group: g
                          access_mode: {scope: single, block_volume: {}}
                          accessibility_requirements: {requisite: [segments: [zone=1]]}
                          capacity_range: {required_bytes: 1G}
                    """)
                .at("volumes", "a", "x-cluster-spec"))
        .isEqualTo(
            """
            group: g
            access_mode:
              scope: single
              block_volume: {}
            accessibility_requirements:
              requisite:
              - segments:
                  zone: "1"
            capacity_range:
              required_bytes: "1073741824"
            """);
  }
}
