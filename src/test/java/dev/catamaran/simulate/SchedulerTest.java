package dev.catamaran.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerTest {
  private static final String WINDOWS_ONLY =
      "'Placement':{'Platforms':[{'OS':'windows','Architecture':'amd64'}]}";

  private final Play play =
      new Play()
          .linux("linux1")
          .linux("linux2")
          .windows("win1", "17763.6775", "27.5.1")
          .image("app:1", "linux/amd64", "windows(10.0.17763.6775)/amd64");

  private String pending(String service) {
    var task = play.newest(service);
    assertThat(task.state()).isEqualTo(dev.catamaran.cluster.Task.State.PENDING);
    assertThat(task.status().message()).isEqualTo("pending task scheduling");
    return task.status().error();
  }

  @Test
  void spreadsByServiceThenByTotalThenByTheOrderOfTheNodes() {
    var first = play.service("a", "{'Mode':{'Replicated':{'Replicas':4}}}");
    play.settles();
    assertThat(play.nodesOf(first)).containsExactly("linux1", "linux2", "win1", "linux1");
    var second = play.service("b", "{'Mode':{'Replicated':{'Replicas':2}}}");
    play.settles();
    assertThat(play.nodesOf(second)).containsExactly("linux2", "win1");
  }

  @Test
  void saysWhyNoNodeSuitsFromMostNodesToFewest() {
    var id =
        play.service(
            "a",
            """
            {'TaskTemplate':{'Placement':{'Constraints':['node.hostname != win1'],
              'Platforms':[{'OS':'windows','Architecture':'amd64'}]}}}
            """);
    play.settles();
    assertThat(pending(id))
        .isEqualTo(
            "no suitable node (unsupported platform on 2 nodes; scheduling constraints not"
                + " satisfied on 1 node)");
  }

  @ParameterizedTest
  @CsvSource({"gpu, 2, running", "gpu, 3, pending", "GPU, 1, pending", "ssd, 1, pending"})
  void genericResourcesAreCountedByTheirExactKind(String kind, int count, String state) {
    var id =
        play.service(
            "a",
            """
            {'TaskTemplate':{'Resources':{'Reservations':{
              'GenericResources':[{'DiscreteResourceSpec':{'Kind':'%s','Value':%d}}]}}}}
            """
                .formatted(kind, count));
    play.settles();
    if (state.equals("running")) {
      assertThat(play.running(id)).hasSize(1);
    } else {
      assertThat(pending(id)).isEqualTo("no suitable node (insufficient resources on 3 nodes)");
    }
  }

  @ParameterizedTest
  @CsvSource({"journald, 2", "etwlogs, 1", "none, 3"})
  void aLogDriverIsAskedOfEveryNodeButNone(String driver, int running) {
    var id =
        play.service(
            "a", "{'Mode':{'Global':{}},'TaskTemplate':{'LogDriver':{'Name':'" + driver + "'}}}");
    play.settles();
    assertThat(play.running(id)).hasSize(running);
  }

  @Test
  void aPendingTaskStartsOnceALabelMakesANodeSuit() {
    var id =
        play.service(
            "a", "{'TaskTemplate':{'Placement':{'Constraints':['node.labels.disk == ssd']}}}");
    play.settles();
    assertThat(pending(id))
        .isEqualTo("no suitable node (scheduling constraints not satisfied on 3 nodes)");
    relabel("linux2", Map.of("disk", "ssd"));
    play.settles();
    assertThat(play.story(id)).containsExactly("a.1@linux2 running");
  }

  private void relabel(String node, Map<String, String> labels) {
    var was = play.node(node);
    play.happens(
        new Event.UpdateNode(
            was.id(),
            was.meta().version(),
            Json.object().with("Availability", "active").with("Labels", Json.texts(labels))));
  }

  @Test
  void aTaskEndsWhereItsNodeNoLongerMeetsTheConstraints() {
    relabel("linux2", Map.of("disk", "ssd"));
    var id =
        play.service(
            "a", "{'TaskTemplate':{'Placement':{'Constraints':['node.labels.disk == ssd']}}}");
    play.settles();
    relabel("linux2", Map.of());
    var ended = play.world.tasksOf(id).getFirst();
    assertThat(ended.state().word()).isEqualTo("rejected");
    assertThat(ended.status().error()).isEqualTo("assigned node no longer meets constraints");
  }

  @Test
  void nodesThatAreNotActiveAreNotAvailable() {
    for (var name : java.util.List.of("linux1", "linux2", "win1")) {
      var node = play.node(name);
      play.happens(
          new Event.UpdateNode(
              node.id(), node.meta().version(), Json.object().with("Availability", "pause")));
    }
    var id = play.service("a", "{}");
    play.settles();
    assertThat(pending(id)).isEqualTo("no suitable node (3 nodes not available for new tasks)");
  }

  @Test
  void reservationsAddUp() {
    var half =
        "{'TaskTemplate':{'Resources':{'Reservations':{'NanoCPUs':3000000000}}},"
            + "'Mode':{'Replicated':{'Replicas':4}}}";
    var id = play.service("a", half);
    play.settles();
    assertThat(play.running(id)).hasSize(3);
    assertThat(pending(id)).isEqualTo("no suitable node (insufficient resources on 3 nodes)");
  }

  @Test
  void windowsNodesLackTheNetworksOfLinuxEngines() {
    var host =
        play.world.networks().values().stream()
            .filter(n -> n.name().equals("host"))
            .findFirst()
            .orElseThrow();
    var id =
        play.service(
            "a",
            "{'TaskTemplate':{'Networks':[{'Target':'"
                + host.name()
                + "'}],"
                + WINDOWS_ONLY
                + "}}");
    play.settles();
    assertThat(pending(id))
        .isEqualTo("no suitable node (unsupported platform on 2 nodes; missing plugin on 1 node)");
    assertThat(play.the(id).spec().at("TaskTemplate", "Networks").items())
        .first()
        .satisfies(n -> assertThat(n.get("Target").text()).hasValue(host.id()));
  }

  @Test
  void aFixedHostPortGoesToEachNodeOnce() {
    var id =
        play.service(
            "a",
            """
            {'Mode':{'Replicated':{'Replicas':4}},'EndpointSpec':{'Ports':[
              {'TargetPort':80,'PublishedPort':8080,'PublishMode':'host'}]}}
            """);
    play.settles();
    assertThat(play.running(id)).hasSize(3);
    assertThat(pending(id))
        .isEqualTo("no suitable node (host-mode port already in use on 3 nodes)");
  }

  @Test
  void dynamicHostPortsNeverCollide() {
    var id =
        play.service(
            "a",
            """
            {'Mode':{'Replicated':{'Replicas':4}},'EndpointSpec':{'Ports':[
              {'TargetPort':80,'PublishMode':'host'}]}}
            """);
    play.settles();
    assertThat(play.running(id))
        .extracting(t -> t.ports().getFirst().published().number())
        .containsExactly(30000, 30000, 30000, 30001);
  }

  @Test
  void maxReplicasPerNodeIsKept() {
    var id =
        play.service(
            "a",
            """
            {'Mode':{'Replicated':{'Replicas':4}},'TaskTemplate':{'Placement':{'MaxReplicas':1}}}
            """);
    play.settles();
    assertThat(pending(id)).isEqualTo("no suitable node (max replicas per node limit exceed)");
  }

  @Test
  void aGlobalServiceWaitsOnNodesOfTheWrongPlatform() {
    var id = play.service("a", "{'Mode':{'Global':{}},'TaskTemplate':{" + WINDOWS_ONLY + "}}");
    play.settles();
    assertThat(play.running(id)).hasSize(1);
    assertThat(play.world.tasksOf(id).getFirst().status().error())
        .isEqualTo("unsupported platform on 1 node");
  }

  @Test
  void anEngineBefore1706LooksNeitherAtPlatformsNorAtHostPorts() {
    var old = new Play().linux("old1", "17.03.1-ee-3", Map.of()).image("app:1", "linux/amd64");
    var id =
        old.service(
            "a",
            """
            {'Mode':{'Replicated':{'Replicas':2}},
             'TaskTemplate':{'Placement':{'Platforms':[{'OS':'windows'}]}},
             'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':8080,'PublishMode':'host'}]}}
            """);
    old.settles();
    assertThat(old.running(id)).hasSize(1);
    assertThat(old.world.tasksOf(id))
        .extracting(t -> t.status().error())
        .contains(
            "driver failed programming external connectivity on endpoint: Bind for 0.0.0.0:8080"
                + " failed: port is already allocated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'OS':'linux','Architecture':'x86_64'}", "{'OS':'linux'}", "{}"})
  void platformsCompareNormalisedAndEmptyWordsAreWildcards(String platform) {
    var id = play.service("a", "{'TaskTemplate':{'Placement':{'Platforms':[" + platform + "]}}}");
    play.settles();
    assertThat(play.nodesOf(id)).containsExactly("linux1");
  }
}
