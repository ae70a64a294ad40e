package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys of the user's own. */
class ExtensionsTest {
  @Test
  void kept_where_docker_keeps_them() {
    assertThat(
            Stack.of(
                    """
                    x-top: {a: 2020-01-01, b: [1, ~]}
                    services: {web: {x-own: yes}}
                    volumes: {gone: {x-a: 1}, kept: {external: true, x-a: 1}}
                    """)
                .at())
        .isEqualTo(
            """
            version: "3.13"
            services:
              web:
                x-own: "yes"
            volumes:
              gone: {}
              kept:
                name: kept
                external: true
                x-a: 1
            x-top:
              a: "2020-01-01T00:00:00Z"
              b:
              - 1
              - null
            """);
  }

  @Test
  void those_at_the_top_come_from_the_first_file() {
    assertThat(Stack.of("x-a: 1", "x-a: 2\nx-b: 3").at("x-a")).isEqualTo("1\n");
  }

  @Test
  void those_of_a_service_are_merged() {
    assertThat(Stack.web("x-a: {b: [1], c: 2}\nx-n: 1", "x-a: {b: [3], d: 4}\nx-n:").service())
        .isEqualTo("x-a:\n  b:\n  - 1\n  - 3\n  c: 2\n  d: 4\nx-n: null\n");
    assertThat(Stack.web("x-a: 1", "x-a: [2]").findings())
        .containsExactly(
            "c2.yaml:3:10 error docker stack cannot lay a list over a whole number of an earlier"
                + " file");
  }

  @Test
  void a_number_without_end_is_refused_even_there() {
    assertThat(Stack.of("x-a: .inf").findings())
        .containsExactly("1:6 error docker stack does not take this number");
  }

  @Test
  void a_tag_means_nothing_and_makes_a_text() {
    var stack = Stack.web("command: !override [a]\nimage: !reset null", "command: !reset []");
    assertThat(stack.service()).isEqualTo("command:\n- a\nimage: \"null\"\n");
    assertThat(stack.findings())
        .contains("3:14 warning docker stack passes over the tag !override");
  }
}
