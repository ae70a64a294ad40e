package dev.catamaran.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.model.Where;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Finding WARNING = Finding.warning(Code.KEY_NOT_APPLIED, "careful");
  private static final Finding ERROR = Finding.error(Code.KEY_UNKNOWN, "no");

  @Test
  void oneErrorRefuses() {
    assertThat(Outcome.of("x", List.of(WARNING, ERROR))).isInstanceOf(Outcome.Refused.class);
    assertThat(Outcome.of("x", List.of(WARNING))).isInstanceOf(Outcome.Accepted.class);
    assertThatThrownBy(() -> Outcome.refused(WARNING)).hasMessageContaining("error");
  }

  @Test
  void findingsOfEveryStepAreKept() {
    var outcome = Outcome.of(1, List.of(WARNING)).then(n -> Outcome.of(n + 1, List.of(ERROR)));
    assertThat(outcome.findings()).containsExactly(WARNING, ERROR);
  }

  @Test
  void findingsAreSortedByPlaceAndThoseWithoutComeLast() {
    var late = ERROR.at(new Where("b.yaml", 1, 1));
    var early = ERROR.at(new Where("a.yaml", 9, 1));
    assertThat(Outcome.of("x", List.of(ERROR, late, early)).findings())
        .containsExactly(early, late, ERROR);
  }

  @Test
  void everyCodeHasItsMeaning() {
    assertThat(Code.values()).allSatisfy(c -> assertThat(c.meaning()).endsWith("."));
  }
}
