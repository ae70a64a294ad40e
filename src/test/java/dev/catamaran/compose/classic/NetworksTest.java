package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Networks, and how services take part in them. */
class NetworksTest {
  @Test
  void a_list_and_a_mapping() {
    assertThat(Stack.web("networks: [front, back]").service())
        .isEqualTo("networks:\n  back: null\n  front: null\n");
    assertThat(Stack.web("networks: {front: {aliases: [a], ipv4_address: ''}, back: {}}").service())
        .isEqualTo("networks:\n  back: {}\n  front:\n    aliases:\n    - a\n");
  }

  @Test
  void declared() {
    assertThat(
            Stack.of(
                    """
                    networks:
                      plain:
                      own: {driver: overlay, attachable: true, internal: false, ipam: {config: [subnet: 10.0.0.0/8]}}
                      old: {external: {name: there}}
                      there: {external: true, driver: overlay}
                    """)
                .at("networks"))
        .isEqualTo(
            """
            old:
              name: there
              external: true
            own:
              driver: overlay
              ipam:
                config:
                - subnet: 10.0.0.0/8
              attachable: true
            plain: {}
            there:
              name: there
              driver: overlay
              external: true
            """);
  }

  @Test
  void two_names_are_one_too_many() {
    assertThat(Stack.of("networks: {a: {name: b, external: {name: c}}}").findings())
        .containsExactly("1:16 error the network has two names, here and under external");
  }

  /** Docker takes aliases from the later file, even where it has none. */
  @Test
  void merging_attachments() {
    assertThat(
            Stack.web(
                    "networks: {a: {aliases: [x], ipv4_address: 10.0.0.1, driver_opts: {k: v}}, b: {}}",
                    "networks: {a: {driver_opts: {k: w}}, b: , c: }")
                .service())
        .isEqualTo(
            """
            networks:
              a:
                driver_opts:
                  k: v
                ipv4_address: "10.0.0.1"
              b: {}
              c: null
            """);
  }

  @Test
  void a_declaration_of_a_later_file_replaces_the_earlier() {
    assertThat(
            Stack.of("networks: {a: {driver: x, labels: {b: c}}}", "networks: {a: }")
                .at("networks"))
        .isEqualTo("a: {}\n");
  }
}
