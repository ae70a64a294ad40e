package dev.catamaran.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintTest {
  private final SimNode node =
      new Play().linux("First", "28.5.2", Map.of("Zone", "East", "disk", "ssd")).world.manager();

  @ParameterizedTest
  @CsvSource({
    "node.platform.os == linux, true",
    "node.platform.OS==LINUX, true",
    "NODE.Platform.os != windows, true",
    "node.platform.arch == x86_64, true",
    "node.platform.arch == amd64, false",
    "node.role == manager, true",
    "node.role == MANAGER, true",
    "node.role != worker, true",
    "node.hostname == first, true",
    "node.hostname == second, false",
    "node.labels.Zone == east, true",
    "node.labels.zone == east, false",
    "NODE.LABELS.Zone == EAST, true",
    "node.labels.absent == x, false",
    "node.labels.absent != x, true",
    "engine.labels.absent != x, true",
    "engine.labels.absent == x, false",
    "node.ip == 10.1.0.1, true",
    "node.ip != 10.1.0.1, false",
    "node.ip == 10.1.0.0/16, true",
    "node.ip == 10.2.0.0/16, false",
    "node.ip != 10.2.0.0/16, true",
    "node.ip == 10.1.0.0/99, false",
    "node.ip != nonsense, false",
    "node.nosuch == x, false",
    "node.nosuch != x, false"
  })
  void holdsAsSwarmSays(String expression, boolean holds) {
    assertThat(Constraint.parse(expression).holds(node)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "node.role, 'constraint expected one operator from ==, !='",
    "node.role = manager, 'constraint expected one operator from ==, !='",
    "'no de == x', 'key ''no de'' is invalid'",
    "'node.role ==', 'value '''' is invalid'",
    "'node.role == a,b', 'value ''a,b'' is invalid'"
  })
  void refusesInSwarmsWords(String expression, String text) {
    assertThatThrownBy(() -> Constraint.parse(expression))
        .isInstanceOf(Refusal.class)
        .hasMessage("rpc error: code = InvalidArgument desc = " + text);
  }

  @Test
  void aNodesOwnIdIsMatched() {
    assertThat(Constraint.parse("node.id == " + node.id()).holds(node)).isTrue();
  }
}
