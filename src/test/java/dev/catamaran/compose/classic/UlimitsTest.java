package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Limits of a container's processes. */
class UlimitsTest {
  @Test
  void one_number_or_two() {
    assertThat(Stack.web("ulimits: {nofile: 65535, nproc: {soft: 0, hard: 2}}").service())
        .isEqualTo("ulimits:\n  nofile: 65535\n  nproc:\n    hard: 2\n");
  }

  @Test
  void both_are_needed() {
    assertThat(Stack.web("ulimits: {nofile: {soft: 1}}").findings())
        .containsExactly("3:23 error ulimits.nofile needs hard");
  }

  @Test
  void a_later_file_replaces_a_limit() {
    assertThat(Stack.web("ulimits: {a: {soft: 1, hard: 2}, b: 1}", "ulimits: {a: 3}").service())
        .isEqualTo("ulimits:\n  a: 3\n  b: 1\n");
  }
}
