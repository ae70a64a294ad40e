package dev.catamaran.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.model.Os;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Swarm's meaning of constraints; swarmkit's {@code manager/constraint} is the reference. */
class ConstraintTest {
  private static final SeenNode NODE =
      new SeenNode(
          "2ivku8v2gvtg4",
          "First",
          "10.1.0.1",
          "manager",
          "linux",
          "x86_64",
          Map.of("Zone", "East", "disk", "ssd"),
          Map.of("Storage", "nvme"));

  @ParameterizedTest
  @CsvSource({
    "node.id == 2IVKU8v2gvtg4, true",
    "node.id == other, false",
    "node.platform.os == linux, true",
    "node.platform.OS==LINUX, true",
    "NODE.Platform.os != windows, true",
    "node.platform.arch == x86_64, true",
    "node.platform.arch == amd64, false",
    "'  node.role  ==  manager  ', true",
    "node.role == MANAGER, true",
    "node.role != worker, true",
    "node.hostname == first, true",
    "node.hostname == second, false",
    "node.labels.Zone == east, true",
    "node.labels.zone == east, false",
    "node.labels.zone != east, true",
    "NODE.LABELS.Zone == EAST, true",
    "node.labels.absent == x, false",
    "node.labels.absent != x, true",
    "engine.labels.Storage == NVMe, true",
    "engine.labels.storage == nvme, false",
    "engine.labels.absent != x, true",
    "node.ip == 10.1.0.1, true",
    "node.ip != 10.1.0.1, false",
    "node.ip == 10.1.0.0/16, true",
    "node.ip == 10.1.200.3/16, true",
    "node.ip == 10.2.0.0/16, false",
    "node.ip != 10.2.0.0/16, true",
    "node.ip == fd00::/8, false"
  })
  void holdsAsSwarmSays(String expression, boolean holds) {
    assertThat(Constraint.parse(expression).holds(NODE)).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node.colour == red",
        "node.colour != red",
        "node.labels. != red",
        "node.ip == first",
        "node.ip != 10.0.0.0/99",
        "node.ip != nonsense"
      })
  void whatSwarmDoesNotKnowRefusesEveryNode(String text) {
    assertThat(Constraint.parse(text).holds(NODE)).isFalse();
  }

  @Test
  void aNodeWithoutAnAddressIsInNoSubnet() {
    var unseen = new SeenNode("i", "h", "", "worker", "linux", "x86_64", Map.of(), Map.of());
    assertThat(Constraint.parse("node.ip != 10.0.0.0/8").holds(unseen)).isTrue();
    assertThat(Constraint.parse("node.ip == 10.0.0.0/8").holds(unseen)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "node.role, 'constraint expected one operator from ==, !='",
    "node.role = manager, 'constraint expected one operator from ==, !='",
    "node.role > manager, 'constraint expected one operator from ==, !='",
    "'', 'constraint expected one operator from ==, !='",
    "== manager, 'key '''' is invalid'",
    "9node == x, 'key ''9node'' is invalid'",
    "'no de == x', 'key ''no de'' is invalid'",
    "'node.role ==', 'value '''' is invalid'",
    "'node.role == a,b', 'value ''a,b'' is invalid'",
    "'node.role == \"manager\"', 'value ''\"manager\"'' is invalid'",
    "'node.role != a == b', 'key ''node.role != a'' is invalid'"
  })
  void isRefusedInSwarmsWords(String expression, String text) {
    assertThatThrownBy(() -> Constraint.parse(expression))
        .isInstanceOf(MalformedConstraint.class)
        .hasMessage(text);
  }

  @Test
  void onlyEqualityAsksForAnOperatingSystem() {
    assertThat(Constraint.parse("node.platform.OS == Windows").asksForOs()).contains(Os.WINDOWS);
    assertThat(Constraint.parse("node.platform.os != windows").asksForOs()).isEmpty();
  }

  @Test
  void onlyLabelsCanBePreferred() {
    assertThat(Attribute.label("NODE.labels.Zone")).contains(new Attribute.NodeLabel("Zone"));
    assertThat(Attribute.label("engine.labels.x")).contains(new Attribute.EngineLabel("x"));
    assertThat(Attribute.label("node.hostname")).isEmpty();
    assertThat(Attribute.label("node.labels.")).isEmpty();
  }

  @Test
  void theFilterThatRefusedMostNodesIsNamedFirst() {
    assertThat(
            Filter.noSuitableNode(
                Map.of(Filter.READY, 1, Filter.PLATFORM, 3, Filter.MAX_REPLICAS, 1)))
        .isEqualTo(
            "no suitable node (unsupported platform on 3 nodes; 1 node not available for new"
                + " tasks; max replicas per node limit exceed)");
    assertThat(Filter.noSuitableNode(Map.of())).isEqualTo("no suitable node");
  }
}
