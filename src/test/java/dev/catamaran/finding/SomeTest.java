package dev.catamaran.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SomeTest {
  @Test
  void aFewAreAllNamed() {
    assertThat(Some.of(List.of())).isEmpty();
    assertThat(Some.of(List.of("n1", "n2", "n3"))).isEqualTo("n1, n2, n3");
  }

  @Test
  void ofManyTheFirstAreNamedAndTheOthersCounted() {
    assertThat(Some.of(List.of(1, 2, 3, 4))).isEqualTo("1, 2, 3 and 1 more");
    assertThat(Some.of(List.of(1, 2, 3, 4), 1)).isEqualTo("1 and 3 more");
  }
}
