package dev.catamaran.agent;

import dev.catamaran.json.Json;
import dev.catamaran.mesh.ListenerState;
import dev.catamaran.mesh.ListenerState.BindFailed;
import dev.catamaran.mesh.ListenerState.Draining;
import dev.catamaran.mesh.ListenerState.Listening;
import dev.catamaran.route.RouteSnapshot.Generation;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an agent is, at one moment.
 *
 * @param node the node's name; empty while the engine has not answered
 * @param role manager, worker or none
 * @param plane what carries published ports, and why that
 * @param source where routes come from, in words
 * @param generation of the routes in force; empty while there are none
 * @param remarks what stood in the way of some routes
 * @param trouble the last thing that failed, until it works again
 */
public record AgentStatus(
    Optional<String> node,
    String role,
    String plane,
    String source,
    Optional<Generation> generation,
    List<ListenerState> listeners,
    List<String> remarks,
    Optional<Trouble> trouble) {
  public AgentStatus {
    listeners = List.copyOf(listeners);
    remarks = List.copyOf(remarks);
  }

  /** Something that fails, since when it was first seen. */
  public record Trouble(Instant since, String message) {}

  public Json json() {
    return Json.object()
        .with("apiVersion", "catamaran.agent/v1")
        .withOptional("node", node.map(Json.Text::new))
        .with("role", role)
        .with("plane", plane)
        .with("source", source)
        .withOptional("generation", generation.map(g -> new Json.Text(g.toString())))
        .with("listeners", Json.array(listeners.stream().map(AgentStatus::listener).toList()))
        .with("remarks", Json.Arr.ofTexts(remarks))
        .withOptional("trouble", trouble.map(AgentStatus::trouble));
  }

  private static Json listener(ListenerState state) {
    var json =
        Json.object()
            .with("port", state.key().port().number())
            .with("protocol", state.key().protocol().word());
    return switch (state) {
      case Listening(var _, var by, var addresses, int backends, int connections) ->
          json.with("state", "listening")
              .with("by", by.word())
              .with(
                  "addresses", Json.Arr.ofTexts(addresses.stream().map(AgentStatus::text).toList()))
              .with("backends", backends)
              .with("connections", connections);
      case BindFailed(var _, var address, var reason) ->
          json.with("state", "bind-failed").with("address", text(address)).with("reason", reason);
      case Draining(var _, int connections) ->
          json.with("state", "draining").with("connections", connections);
    };
  }

  private static Json trouble(Trouble trouble) {
    return Json.object()
        .with("since", trouble.since().toString())
        .with("message", trouble.message());
  }

  private static String text(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
