package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys that docker stack refuses by name, with what to write instead. */
class ForbiddenKeysTest {
  @Test
  void all_of_them_are_told() {
    var stack = Stack.web("mem_limit: 1g\nextends: {service: a}\nimgae: x");
    assertThat(stack.findings())
        .containsExactly(
            "3:5 error docker stack does not take \"mem_limit\"",
            "4:5 error docker stack does not take \"extends\"",
            "5:5 error unknown key \"imgae\" in services.web");
    assertThat(stack.ways()).containsExactly("write it under deploy.resources.limits");
  }
}
