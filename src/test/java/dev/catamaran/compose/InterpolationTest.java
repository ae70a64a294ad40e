package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterpolationTest {
  @Test
  void valuesAreFilledAndKeysAreNot() {
    var loads = Loads.web("labels: {'${K}': '${V}'}\nhostname: $V").set("K", "k").set("V", "v");
    assertThat(loads.service().container().labels()).hasToString("{${K}=v}");
    assertThat(loads.service().container().hostname()).contains("v");
  }

  @Test
  void listItemsAreFilledAsAWhole() {
    assertThat(Loads.web("labels: ['${K}=v']").set("K", "k").service().container().labels())
        .hasToString("{k=v}");
  }

  @Test
  void anUnsetVariableIsToldOnceAtItsFirstPlace() {
    assertThat(Loads.web("hostname: a$NONE\nuser: b$NONE").findings())
        .containsExactly(
            "4:16 warning VARIABLE-UNSET the variable NONE is not set; an empty text stands in its"
                + " place");
  }

  @Test
  void aRequiredVariableIsToldWithTheAuthorsWords() {
    assertThat(Loads.web("hostname: \"a ${NONE:?set it to the host}\"").findings())
        .containsExactly(
            "4:18 error VARIABLE-REQUIRED the file requires the variable NONE: set it to the host");
  }

  @Test
  void aBrokenExpressionIsToldWhereItBegins() {
    assertThat(Loads.web("command:\n  - |\n    one\n    two ${\n").findings())
        .containsExactly(
            "7:13 error INTERPOLATION-INVALID the expression that begins here cannot be read: a"
                + " variable name is missing behind \"${\"");
  }
}
