package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How an image is built; a Swarm does not do it. */
class BuildTest {
  @Test
  void both_forms() {
    assertThat(Stack.web("build: ./dir").service()).isEqualTo("build:\n  context: ./dir\n");
    assertThat(Stack.web("build: {context: ., args: [A, B=1], shm_size: 5, target: t}").service())
        .isEqualTo("build:\n  context: .\n  args:\n    A: null\n    B: \"1\"\n  target: t\n");
  }

  @Test
  void merging_goes_key_by_key() {
    assertThat(
            Stack.web("build: {context: a, args: [A=1]}", "build: {args: [A=], target: t}")
                .service())
        .isEqualTo("build:\n  context: a\n  args:\n    A: \"1\"\n  target: t\n");
  }
}
