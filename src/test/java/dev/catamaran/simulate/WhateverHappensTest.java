package dev.catamaran.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.Node;
import dev.catamaran.json.Json;
import dev.catamaran.spec.Deployment.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never be, whatever is asked of a cluster in whatever order; the seed replays it. */
@Timeout(120)
class WhateverHappensTest {
  private static final List<String> SPECS =
      List.of(
          "{'Mode':{'Replicated':{'Replicas':2}}}",
          "{'Mode':{'Replicated':{'Replicas':5}},'UpdateConfig':{'Order':'start-first'}}",
          "{'TaskTemplate':{'ContainerSpec':{'Image':'app:2'}}}",
          "{'TaskTemplate':{'ContainerSpec':{'Image':'gone:1'}},"
              + "'UpdateConfig':{'FailureAction':'rollback'}}",
          "{'TaskTemplate':{'Placement':{'Constraints':['node.labels.zone == a']}}}",
          "{'Mode':{'Replicated':{'Replicas':3}},'EndpointSpec':{'Ports':["
              + "{'TargetPort':80,'PublishedPort':8080,'PublishMode':'host'}]}}",
          "{'EndpointSpec':{'Ports':[{'TargetPort':80}]}}");

  private final Play play =
      new Play()
          .linux("l1")
          .linux("l2")
          .windows("w1", "17763.6775", "27.5.1")
          .image("app:1", "linux/amd64", "windows(10.0.17763.6775)/amd64")
          .image("app:2", "linux/amd64");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theClusterStaysSound(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      try {
        act(random, i);
      } catch (Refusal refused) {
        assertThat(refused.text()).isNotBlank();
      }
      play.passes(Duration.ofMillis(random.nextInt(200)));
      sound();
    }
    for (var node : play.world.nodes().values()) {
      change(node, "active", node.labels());
    }
    play.passes(Duration.ofMinutes(2));
    sound();
    atRest();
  }

  private void act(Random random, int round) {
    var services = new ArrayList<>(play.world.services().values());
    var spec = SPECS.get(random.nextInt(SPECS.size()));
    int dice = random.nextInt(10);
    if (services.isEmpty() || dice < 3) {
      play.service("s" + round, spec);
      return;
    }
    var service = services.get(random.nextInt(services.size()));
    var nodes = new ArrayList<>(play.world.nodes().values());
    var node = nodes.get(random.nextInt(nodes.size()));
    switch (dice) {
      case 3 -> play.happens(new Event.RemoveService(service.id()));
      case 4 -> change(node, random.nextBoolean() ? "drain" : "active", node.labels());
      case 5 -> change(node, "active", random.nextBoolean() ? Map.of("zone", "a") : Map.of());
      case 6 -> {
        var tasks = play.running(service.id());
        if (!tasks.isEmpty()) {
          play.happens(new Event.TaskEnded(tasks.getFirst().id(), "exit code 1"));
        }
      }
      default -> play.update(service.id(), service.name(), spec);
    }
  }

  private void change(SimNode node, String availability, Map<String, String> labels) {
    var now = play.world.nodes().getOrDefault(node.id(), node);
    play.happens(
        new Event.UpdateNode(
            now.id(),
            now.meta().version(),
            Json.object().with("Availability", availability).with("Labels", Json.texts(labels))));
  }

  private void sound() {
    var hostPorts = new HashSet<String>();
    var addresses = new HashSet<String>();
    for (var task : play.world.tasks().values()) {
      if (task.state().ended()) {
        continue;
      }
      task.ports()
          .forEach(p ->
              assertThat(hostPorts.add(task.nodeId() + " " + p.published() + p.protocol()))
                  .as("one task holds " + p)
                  .isTrue());
      task.addresses()
          .forEach((network, address) ->
              assertThat(addresses.add(network + address)).as(address).isTrue());
      if (task.running() && task.wanted()) {
        var node = task.nodeId().flatMap(play.world::node).orElseThrow();
        assertThat(node.availability()).isNotEqualTo(Node.Availability.DRAIN);
        assertThat(task.work().wish().placement().admits(node)).isTrue();
      }
    }
    for (var service : play.world.services().values()) {
      long wanted =
          play.world.tasksOf(service.id()).stream()
              .filter(t -> t.wanted() && !play.world.upToDate(t))
              .map(SimTask::place)
              .distinct()
              .count();
      assertThat(wanted).isLessThanOrEqualTo(replicas(service));
    }
  }

  private static int replicas(SimService service) {
    return service.wish().mode() instanceof Mode.Replicated(int count) ? count : 0;
  }

  /** Every place is filled by exactly one wanted task, and nothing superfluous is left. */
  private void atRest() {
    for (var service : play.world.services().values()) {
      var places =
          play.world.tasksOf(service.id()).stream()
              .filter(SimTask::wanted)
              .map(SimTask::place)
              .toList();
      assertThat(places).doesNotHaveDuplicates().hasSize(replicas(service));
    }
    assertThat(play.world.tasks().values())
        .filteredOn(t -> !play.world.services().containsKey(t.serviceId()))
        .isEmpty();
  }
}
