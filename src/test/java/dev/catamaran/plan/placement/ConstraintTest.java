package dev.catamaran.plan.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.NodeName;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Swarm's meaning of constraints; swarmkit's {@code manager/constraint} is the reference. */
class ConstraintTest {
  private static final Node NODE =
      new Node(
          "2ivku8v2gvtg4",
          new NodeName("front-1"),
          Node.Role.MANAGER,
          Node.Availability.ACTIVE,
          Node.State.READY,
          new NodeFacts(
              Platform.of(Os.LINUX, "x86_64"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          "10.0.3.7",
          Map.of("zone", "East"),
          new Description(Optional.empty(), List.of(), Map.of("storage", "ssd")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node.id == 2ivku8v2gvtg4",
        "node.hostname==front-1",
        "  node.role  ==  manager  ",
        "node.platform.os == linux",
        "node.labels.zone == East",
        "engine.labels.storage == ssd",
        "node.hostname != front-2",
        "node.ip == 10.0.3.7",
        "node.ip == 10.0.0.0/16",
        "node.ip != 10.1.0.0/16"
      })
  void admitsWhatIsSo(String text) {
    assertThat(admits(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node.id == other",
        "node.hostname != front-1",
        "node.role == worker",
        "node.platform.os != linux",
        "node.labels.zone == West",
        "engine.labels.storage != ssd",
        "node.ip == 10.0.3.8",
        "node.ip != 10.0.0.0/16"
      })
  void refusesWhatIsNot(String text) {
    assertThat(admits(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NODE.Role == MANAGER", "node.labels.zone == eASt", "Node.LABELS.zone == east"})
  void keysAndValuesCompareWithoutRegardToCase(String text) {
    assertThat(admits(text)).isTrue();
  }

  @Test
  void namesOfLabelsCompareWithRegardToCase() {
    assertThat(admits("node.labels.Zone == East")).isFalse();
    assertThat(admits("node.labels.Zone != East")).isTrue();
  }

  @Test
  void anAbsentLabelCountsAsEmpty() {
    assertThat(admits("node.labels.rack == r1")).isFalse();
    assertThat(admits("node.labels.rack != r1")).isTrue();
    assertThat(Constraint.parse("node.labels.rack == r1").orElseThrow().actual(NODE)).contains("");
  }

  @Test
  void theArchitectureIsTheKernelsWord() {
    assertThat(admits("node.platform.arch == x86_64")).isTrue();
    assertThat(admits("node.platform.arch == amd64")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node.colour == red",
        "node.colour != red",
        "node.labels. != red",
        "node.ip == front-1",
        "node.ip != 10.0.0.0/99"
      })
  void whatSwarmDoesNotKnowRefusesEveryNode(String text) {
    assertThat(admits(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node.role",
        "node.role = manager",
        "node.role > manager",
        "== manager",
        "node.role ==",
        "node.role == 'manager'",
        "node role == manager",
        "node.role != a == b",
        ""
      })
  void whatSwarmWouldRefuseIsNoConstraint(String text) {
    assertThat(Constraint.parse(text)).isEmpty();
  }

  @Test
  void onlyEqualityAsksForAnOperatingSystem() {
    assertThat(Constraint.parse("node.platform.OS == Windows").orElseThrow().asksForOs())
        .contains(Os.WINDOWS);
    assertThat(Constraint.parse("node.platform.os != windows").orElseThrow().asksForOs()).isEmpty();
  }

  private static boolean admits(String text) {
    return Constraint.parse(text).orElseThrow().admits(NODE);
  }
}
