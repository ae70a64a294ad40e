package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where a container's output goes. */
class LoggingTest {
  @Test
  void options_are_texts() {
    assertThat(Stack.web("logging: {driver: gelf, options: {a: 1, b: }}").service())
        .isEqualTo("logging:\n  driver: gelf\n  options:\n    a: \"1\"\n    b: \"\"\n");
  }

  @Test
  void merging_keeps_options_of_the_same_driver_only() {
    assertThat(
            Stack.web("logging: {driver: a, options: {x: 1}}", "logging: {options: {z: 2}}")
                .service())
        .isEqualTo("logging:\n  driver: a\n  options:\n    x: \"1\"\n    z: \"2\"\n");
    assertThat(Stack.web("logging: {driver: a, options: {x: 1}}", "logging: {driver: b}").service())
        .isEqualTo("logging:\n  driver: b\n");
  }

  /** A bug of docker's. */
  @Test
  void options_are_lost_where_the_earlier_file_has_none() {
    var stack = Stack.web("logging: {driver: a}", "logging: {options: {y: 2}}");
    assertThat(stack.service()).isEqualTo("logging:\n  driver: a\n");
    assertThat(stack.findings())
        .containsExactly(
            "c2.yaml:3:15 warning docker stack drops these options, because the earlier file has"
                + " none");
  }
}
