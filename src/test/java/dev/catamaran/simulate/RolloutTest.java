package dev.catamaran.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutTest {
  private static final String THREE = "{'Mode':{'Replicated':{'Replicas':3}}";
  private static final String NEXT = ",'TaskTemplate':{'ContainerSpec':{'Image':'app:2'}}";

  private final Play play =
      new Play().linux("linux1").image("app:1", "linux/amd64").image("app:2", "linux/amd64");

  private String deployed(String more) {
    var id = play.service("web", more);
    play.settles();
    return id;
  }

  private String state(String id) {
    return play.the(id).rollout().orElseThrow().state().word();
  }

  @ParameterizedTest
  @CsvSource({"stop-first, 1, 2", "stop-first, 2, 1", "start-first, 1, 3", "start-first, 2, 3"})
  void parallelismAndOrderAreKept(String order, int parallelism, int leastRunning) {
    var config = ",'UpdateConfig':{'Parallelism':" + parallelism + ",'Order':'" + order + "'}";
    var id = deployed(THREE + config + "}");
    play.update(id, "web", THREE + config + NEXT + "}");
    int least = 3;
    int most = 0;
    for (int i = 0; i < 200; i++) {
      play.passes(Duration.ofMillis(5));
      least = Math.min(least, play.running(id).size());
      most = Math.max(most, play.running(id).size());
    }
    assertThat(least).isEqualTo(leastRunning);
    assertThat(most).isLessThanOrEqualTo(order.equals("start-first") ? 3 + parallelism : 3);
    assertThat(play.running(id))
        .hasSize(3)
        .allMatch(t -> t.work().wish().load().image().equals("app:2"));
    assertThat(state(id)).isEqualTo("updating");
    play.passes(Duration.ofSeconds(1));
    assertThat(state(id)).isEqualTo("completed");
  }

  @Test
  void theDelayBetweenTasksIsKept() {
    var config = ",'UpdateConfig':{'Parallelism':1,'Delay':2000000000}";
    var id = deployed(THREE + config + "}");
    play.update(id, "web", THREE + config + NEXT + "}");
    play.passes(Duration.ofSeconds(1));
    assertThat(fresh(id)).isEqualTo(1);
    play.passes(Duration.ofSeconds(2));
    assertThat(fresh(id)).isEqualTo(2);
    play.passes(Duration.ofSeconds(2));
    assertThat(fresh(id)).isEqualTo(3);
  }

  private long fresh(String id) {
    return play.running(id).stream()
        .filter(t -> t.work().wish().load().image().equals("app:2"))
        .count();
  }

  @Test
  void aFailingUpdatePausesAfterItsFirstTask() {
    var id = deployed(THREE + "}");
    play.update(id, "web", THREE + NEXT.replace("app:2", "gone:1") + "}");
    play.passes(Duration.ofSeconds(30));
    var rollout = play.the(id).rollout().orElseThrow();
    assertThat(rollout.state().word()).isEqualTo("paused");
    assertThat(rollout.message())
        .startsWith("update paused due to failure or early termination of task ");
    assertThat(play.running(id)).hasSize(2);
  }

  @Test
  void aFailingUpdateRollsBackWhereItShould() {
    var config = ",'UpdateConfig':{'Parallelism':1,'FailureAction':'rollback'}";
    var id = deployed(THREE + config + "}");
    play.update(id, "web", THREE + config + NEXT.replace("app:2", "gone:1") + "}");
    play.passes(Duration.ofSeconds(30));
    assertThat(state(id)).isEqualTo("rollback_completed");
    assertThat(play.running(id))
        .hasSize(3)
        .allMatch(t -> t.work().wish().load().image().equals("app:1"));
  }

  @Test
  void scalingReplacesNoTask() {
    var id = deployed(THREE + "}");
    var before = play.running(id).stream().map(SimTask::id).toList();
    play.update(id, "web", "{'Mode':{'Replicated':{'Replicas':5}}}");
    play.settles();
    assertThat(play.running(id)).extracting(SimTask::id).hasSize(5).containsAll(before);
    assertThat(play.running(id)).allMatch(play.world::upToDate);
    play.update(id, "web", "{'Mode':{'Replicated':{'Replicas':1}}}");
    play.settles();
    assertThat(play.story(id)).containsExactly("web.1@linux1 running");
    assertThat(play.the(id).rollout()).isEmpty();
  }

  @Test
  void scalingToNothingStopsEverything() {
    var id = deployed(THREE + "}");
    play.update(id, "web", "{'Mode':{'Replicated':{'Replicas':0}}}");
    play.settles();
    assertThat(play.world.tasksOf(id)).isEmpty();
  }

  @Test
  void newLabelsAndConstraintsThatTheNodeMeetsReplaceNoTask() {
    var id = deployed("{}");
    var task = play.newest(id).id();
    play.update(
        id,
        "web",
        "{'Labels':{'a':'b'},'TaskTemplate':{'Placement':{'Constraints':['node.role == manager']}}}");
    play.settles();
    assertThat(play.running(id)).extracting(SimTask::id).containsExactly(task);
  }

  @Test
  void anUpdateOfAnOldVersionLoses() {
    var id = deployed("{}");
    var version = play.the(id).meta().version();
    play.update(id, "web", "{'Labels':{'a':'b'}}");
    var late = new Event.UpdateService(id, version, Play.spec("web", "{}"), false);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> play.happens(late))
        .hasMessage("rpc error: code = Unknown desc = update out of sequence");
  }

  @Test
  void rollbackByHandBringsThePreviousSpecBack() {
    var id = deployed("{}");
    play.update(id, "web", "{'TaskTemplate':{'ContainerSpec':{'Image':'app:2'}}}");
    play.passes(Duration.ofSeconds(5));
    var version = play.the(id).meta().version();
    play.happens(new Event.UpdateService(id, version, Json.object(), true));
    play.passes(Duration.ofSeconds(5));
    assertThat(play.running(id))
        .extracting(t -> t.work().wish().load().image())
        .containsExactly("app:1");
    assertThat(state(id)).isEqualTo("rollback_completed");
  }
}
