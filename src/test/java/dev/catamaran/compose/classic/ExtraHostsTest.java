package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names of machines outside. */
class ExtraHostsTest {
  @Test
  void both_forms_become_a_list() {
    assertThat(Stack.web("extra_hosts: ['b=1.2.3.4', 'a:[::1]', nothing]").service())
        .isEqualTo("extra_hosts:\n- b:1.2.3.4\n- a:::1\n");
    assertThat(Stack.web("extra_hosts: {b: 1.2.3.4, a: '[::1]', c: }").service())
        .isEqualTo("extra_hosts:\n- a:::1\n- b:1.2.3.4\n");
  }
}
