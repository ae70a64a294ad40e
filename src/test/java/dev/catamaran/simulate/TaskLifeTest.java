package dev.catamaran.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskLifeTest {
  private final Play play =
      new Play().linux("linux1").linux("linux2").image("app:1", "linux/amd64");

  @Test
  void aTaskLivesThroughSwarmsStatesOneStepEach() {
    var id = play.service("web", "{}");
    var seen = new ArrayList<String>();
    for (int i = 0; i < 8; i++) {
      var status = play.newest(id).status();
      seen.add(status.state().word() + ": " + status.message());
      play.passes(Play.STEP);
    }
    assertThat(seen)
        .containsExactly(
            "new: created",
            "assigned: scheduler assigned task to node",
            "accepted: accepted",
            "preparing: preparing",
            "ready: prepared",
            "starting: starting",
            "running: started",
            "running: started");
    assertThat(play.simulation.nextDue(play.world)).isEmpty();
  }

  @Test
  void theSameSeedAndEventsGiveTheSameWorld() {
    var other = new Play().linux("linux1").linux("linux2").image("app:1", "linux/amd64");
    play.service("web", "{'Mode':{'Replicated':{'Replicas':3}}}");
    other.service("web", "{'Mode':{'Replicated':{'Replicas':3}}}");
    assertThat(play.settles().world).isEqualTo(other.settles().world);
  }

  @Test
  void oneLongStepOfTimeEqualsManyShortOnes() {
    var other = new Play().linux("linux1").linux("linux2").image("app:1", "linux/amd64");
    play.service("web", "{'Mode':{'Replicated':{'Replicas':3}}}");
    other.service("web", "{'Mode':{'Replicated':{'Replicas':3}}}");
    for (int i = 0; i < 100; i++) {
      other.passes(Duration.ofMillis(3));
    }
    assertThat(play.passes(Duration.ofMillis(300)).world).isEqualTo(other.world);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14393.970  | 17.03.1-ee-3 | 14393.970  | rejected | HNS failed with error: Catastrophic failure
          14393.1198 | 17.03.1-ee-3 | 17763.6775 | failed   | (0xc0370101)
          17763.6775 | 27.5.1       | 20348.3091 | rejected | a Windows version 10.0.20348-based image is incompatible with a 10.0.17763 host
          20348.3091 | 27.5.1       | 17763.6775 | failed   | (0xc0370101)
          """)
  void aWindowsNodeRefusesInItsEnginesWords(
      String host, String engine, String image, String state, String error) {
    var mixed =
        new Play()
            .linux("linux1")
            .windows("win1", host, engine)
            .image("app:1", "windows(10.0." + image + ")/amd64");
    mixed.happens(new Event.CreateNetwork(Play.json("{'Name':'back','Driver':'overlay'}")));
    var id =
        mixed.service(
            "a",
            """
            {'TaskTemplate':{'Placement':{'Constraints':['node.platform.os == windows']},
              'Networks':[{'Target':'back'}]}}
            """);
    mixed.settles();
    var first = mixed.world.tasksOf(id).getFirst();
    assertThat(first.state().word()).isEqualTo(state);
    assertThat(first.status().error()).contains(error);
  }

  @Test
  void aLinuxImageOnAWindowsNodeIsRejected() {
    var mixed =
        new Play().linux("l").windows("w", "17763.6775", "27.5.1").image("app:1", "linux/amd64");
    var id =
        mixed.service("a", "{'TaskTemplate':{'Placement':{'Constraints':['node.hostname == w']}}}");
    mixed.settles();
    var first = mixed.world.tasksOf(id).getFirst();
    assertThat(first.state().word()).isEqualTo("rejected");
    assertThat(first.status().error())
        .isEqualTo("image operating system \"linux\" cannot be used on this platform");
  }

  @Test
  void failedTasksComeBackAfterADelayAndTheLastFiveAreRemembered() {
    var id = play.service("a", "{'TaskTemplate':{'ContainerSpec':{'Image':'nobody/knows:1'}}}");
    play.settles();
    assertThat(play.world.tasksOf(id)).hasSize(2);
    assertThat(play.newest(id).status().error()).isEqualTo("No such image: nobody/knows:1");
    play.passes(Duration.ofSeconds(5));
    assertThat(play.world.tasksOf(id)).hasSize(3);
    play.passes(Duration.ofMinutes(2));
    assertThat(play.world.tasksOf(id)).hasSize(5);
  }

  @Test
  void aServiceThatDoesNotRestartStaysDown() {
    var id = play.service("a", "{'TaskTemplate':{'RestartPolicy':{'Condition':'on-failure'}}}");
    play.settles();
    play.happens(new Event.TaskEnded(play.newest(id).id(), ""));
    play.passes(Duration.ofMinutes(1));
    assertThat(play.story(id)).containsExactly("a.1@linux1 complete");
  }

  @Test
  void restartsStopAtTheLimit() {
    var id =
        play.service(
            "a",
            """
            {'TaskTemplate':{'ContainerSpec':{'Image':'nobody/knows:1'},
              'RestartPolicy':{'MaxAttempts':2,'Delay':1000000000}}}
            """);
    play.passes(Duration.ofMinutes(10));
    assertThat(play.world.tasksOf(id)).hasSize(3);
    assertThat(play.simulation.nextDue(play.world)).isEmpty();
  }

  @Test
  void aNodeWhereAServiceKeepsFailingIsAvoided() {
    var mixed =
        new Play()
            .windows("win1", "17763.6775", "17.03.1-ee-3")
            .linux("linux1", "17.03.1-ee-3", java.util.Map.of())
            .image("app:1", "linux/amd64");
    var id = mixed.service("a", "{}");
    mixed.passes(Duration.ofMinutes(1));
    assertThat(mixed.running(id)).hasSize(1);
    assertThat(mixed.nodesOf(id)).containsExactly("linux1");
  }

  @Test
  void drainingANodeMovesItsTasks() {
    var id = play.service("a", "{'Mode':{'Replicated':{'Replicas':2}}}");
    play.settles();
    var node = play.node("linux1");
    play.happens(
        new Event.UpdateNode(
            node.id(), node.meta().version(), Json.object().with("Availability", "drain")));
    play.settles();
    assertThat(play.nodesOf(id)).containsExactly("linux2", "linux2");
    assertThat(play.story(id)).contains("a.1@linux1 shutdown");
  }

  @Test
  void theTasksOfALostNodeAreReplacedElsewhere() {
    var id = play.service("a", "{}");
    play.settles();
    play.happens(new Event.NodeSeen(play.nodeId("linux1"), dev.catamaran.cluster.Node.State.DOWN));
    play.settles();
    assertThat(play.nodesOf(id)).containsExactly("linux2");
  }

  @Test
  void removingAServiceLeavesNothing() {
    var id = play.service("a", "{'Mode':{'Replicated':{'Replicas':2}}}");
    play.settles();
    play.happens(new Event.RemoveService(id));
    assertThat(play.world.services()).isEmpty();
    play.settles();
    assertThat(play.world.tasks()).isEmpty();
  }
}
