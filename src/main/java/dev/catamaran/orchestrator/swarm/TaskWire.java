package dev.catamaran.orchestrator.swarm;

import dev.catamaran.cluster.Task;
import dev.catamaran.cluster.Task.OpenPort;
import dev.catamaran.cluster.Task.State;
import dev.catamaran.cluster.Task.Status;
import dev.catamaran.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** GET /tasks. */
final class TaskWire {
  private TaskWire() {}

  static Task read(Json task) {
    var status = task.get("Status");
    long slot = task.get("Slot").number().orElse(0);
    return new Task(
        task.get("ID").text().orElse(""),
        task.get("ServiceID").text().orElse(""),
        slot == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(slot)),
        task.get("NodeID").nonEmptyText(),
        state(task.get("DesiredState")),
        new Status(
            state(status.get("State")),
            status.get("Message").text().orElse(""),
            status.get("Err").text().orElse(""),
            since(status.get("Timestamp"))),
        ports(status.at("PortStatus", "Ports")));
  }

  private static State state(Json word) {
    return word.nonEmptyText()
        .map(w -> State.valueOf(w.toUpperCase(Locale.ROOT)))
        .orElse(State.NEW);
  }

  private static Instant since(Json timestamp) {
    try {
      return timestamp.nonEmptyText().map(Instant::parse).orElse(Instant.EPOCH);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a task has a malformed timestamp", e);
    }
  }

  /**
   * Engines name a port twice, for IPv4 and for IPv6. Windows hosts before engine 18.09.6 report
   * port 0 for one they chose themselves, which tells nothing (moby#36448).
   */
  private static List<OpenPort> ports(Json ports) {
    return ports.items().stream().flatMap(TaskWire::port).distinct().toList();
  }

  private static Stream<OpenPort> port(Json port) {
    var published = EndpointWire.readNumber(port.get("PublishedPort"));
    var target = EndpointWire.readNumber(port.get("TargetPort"));
    return published.stream()
        .flatMap(p ->
            target.stream()
                .map(t -> new OpenPort(p, t, EndpointWire.protocol(port.get("Protocol")))));
  }
}
