package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Labels and other pairs of names and texts. */
class LabelsTest {
  @Test
  void both_forms() {
    assertThat(Stack.web("labels: [a, b=c, b=d]\nsysctls: {x: 1, z: }").service())
        .isEqualTo("labels:\n  a: \"\"\n  b: d\nsysctls:\n  x: \"1\"\n  z: \"\"\n");
  }

  @Test
  void numbers_in_names_count_as_numbers() {
    assertThat(Stack.web("labels: [a10, a9, a1, b, A]").service())
        .isEqualTo("labels:\n  A: \"\"\n  a1: \"\"\n  a9: \"\"\n  a10: \"\"\n  b: \"\"\n");
  }

  @Test
  void a_later_file_overrides_even_with_nothing() {
    assertThat(Stack.web("labels: [a=1, b=2]", "labels: [a]").service())
        .isEqualTo("labels:\n  a: \"\"\n  b: \"2\"\n");
  }

  @Test
  void the_same_twice_is_refused() {
    assertThat(Stack.web("labels:\n- a\n- a").findings())
        .containsExactly("5:7 error the same item stands in labels twice");
  }
}
