package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lists of texts; a later file adds to them. */
class ListsTest {
  @Test
  void one_text_is_a_list_of_one() {
    assertThat(Stack.web("dns: here\ntmpfs: [/a]\nexpose: [80, '81']").service())
        .isEqualTo("dns:\n- here\nexpose:\n- \"80\"\n- \"81\"\ntmpfs:\n- /a\n");
  }

  @Test
  void merging() {
    assertThat(Stack.web("dns: a\ncap_add: [x]", "dns: [b, a]\ncap_add: [x]").service())
        .isEqualTo("cap_add:\n- x\n- x\ndns:\n- a\n- b\n- a\n");
  }

  @Test
  void depends_on_has_no_conditions() {
    assertThat(Stack.web("depends_on: {db: {condition: service_healthy}}").findings())
        .containsExactly("3:17 error depends_on must be a list, not a mapping");
  }
}
