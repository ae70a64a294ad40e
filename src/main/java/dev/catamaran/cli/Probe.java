package dev.catamaran.cli;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import dev.catamaran.lab.Lab;
import dev.catamaran.lab.LabNode;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.orchestrator.swarm.Swarm;
import dev.catamaran.plan.Plan;
import dev.catamaran.plan.ServicePlan;
import dev.catamaran.plan.ports.PortGrant;
import dev.catamaran.plan.ports.PortGrant.Reach;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks every published port of a lab through every node, as a user's browser would. */
final class Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Console console;
  private final Lab lab;

  Probe(Console console, Lab lab) {
    this.console = console;
    this.lab = lab;
  }

  /** One door to knock at. */
  private record Door(String service, Port port, LabNode node) {}

  /** Prints who answered where; failed if anyone should have and did not. */
  ExitCode everyPort(Swarm swarm, Plan plan) throws InterruptedException {
    var doors = new ArrayList<Door>();
    for (var service : plan.services()) {
      for (var grant : service.ports()) {
        doors.addAll(doors(swarm, service, grant));
      }
    }
    if (doors.isEmpty()) {
      return ExitCode.DONE;
    }
    var table = new Table("PORT", "THROUGH NODE", "ANSWERED BY (SIMULATED)");
    boolean all = true;
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      for (var door : doors) {
        var answer = answer(client, door);
        all &= answer != null;
        table.row(
            door.service() + " :" + door.port(),
            door.node().name().text(),
            answer == null ? "nobody" : answer);
      }
    }
    console.out().print(table.text());
    return all ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<Door> doors(Swarm swarm, ServicePlan service, PortGrant grant) {
    if (grant.protocol() != Protocol.TCP || grant.published().isEmpty()) {
      return List.of();
    }
    var holders = holders(swarm, service);
    return lab.nodes().stream()
        .filter(n -> grant.reach() != Reach.TASK_NODES || holders.contains(n.id()))
        .map(n -> new Door(service.service().name().text(), grant.published().get(), n))
        .toList();
  }

  private static List<String> holders(Swarm swarm, ServicePlan service) {
    var cluster = swarm.observe();
    return service
        .spec()
        .flatMap(s -> cluster.service(s.name()))
        .map(s -> cluster.tasksOf(s).stream().flatMap(t -> t.nodeId().stream()).toList())
        .orElse(List.of());
  }

  /** Routes follow tasks by a fraction of a second, so a closed door is tried again for a while. */
  private static @org.jspecify.annotations.Nullable String answer(HttpClient client, Door door)
      throws InterruptedException {
    var uri =
        URI.create("http://" + door.node().address().getHostAddress() + ":" + door.port() + "/");
    var request =
        HttpRequest.newBuilder(uri).header("Accept", "application/json").timeout(PATIENCE).build();
    var deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      try {
        return teller(JsonText.parse(client.send(request, BodyHandlers.ofString()).body()));
      } catch (IOException | MalformedJson _) {
        Thread.sleep(PAUSE);
      }
    }
    return null;
  }

  /** {@code shop_front.1 on win1 (Windows Server 2016 Datacenter, build 14393.1198)}. */
  private static String teller(Json answer) {
    var build = answer.get("build").text().map(b -> ", build " + b).orElse("");
    return word(answer, "task")
        + " on "
        + word(answer, "node")
        + " ("
        + word(answer, "system")
        + build
        + ")";
  }

  private static String word(Json answer, String key) {
    return answer.get(key).text().orElse("?");
  }
}
