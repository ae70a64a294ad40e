package dev.catamaran.plan.ports;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Some;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Port;
import dev.catamaran.model.ServiceName;
import dev.catamaran.plan.ports.PortPlanner.Asking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Notes where a health check or a variable calls a published port on localhost: inside a container
 * that is the container itself. It may be meant for a browser, so it is no more than a note.
 */
final class LoopbackNotes {
  private static final Pattern LOCAL =
      Pattern.compile("(?i)(?<![\\w.-])(?:localhost|127\\.0\\.0\\.1|\\[::1\\]):(\\d{1,5})(?!\\d)");

  private final List<Asking> all;
  private final Map<Integer, Published> published = new HashMap<>();
  private final NodeIndex nodes;
  private final Matrix matrix;

  /** Who answers behind a published port. */
  private record Published(ServiceName service, Port target) {}

  /** Where a service says so. */
  private record Mention(int port, String path) {}

  LoopbackNotes(
      List<Asking> all, Map<ServiceName, List<PortGrant>> grants, NodeIndex nodes, Matrix matrix) {
    this.all = all;
    this.nodes = nodes;
    this.matrix = matrix;
    grants.forEach((service, granted) ->
        granted.forEach(g ->
            g.published()
                .ifPresent(
                    p -> published.putIfAbsent(p.number(), new Published(service, g.target())))));
  }

  List<Finding> findings() {
    if (published.isEmpty()) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    for (var asking : all) {
      mentions(asking.service()).distinct().forEach(m -> note(asking, m).ifPresent(findings::add));
    }
    return findings;
  }

  private static Stream<Mention> mentions(Service service) {
    var container = service.container();
    var checks =
        container.healthcheck().stream()
            .flatMap(h -> h.test().stream())
            .flatMap(text -> ports(text, "healthcheck.test"));
    var variables =
        container.command().environment().entrySet().stream()
            .flatMap(e ->
                e.getValue().stream().flatMap(text -> ports(text, "environment." + e.getKey())));
    return Stream.concat(checks, variables);
  }

  private static Stream<Mention> ports(String text, String path) {
    return LOCAL.matcher(text).results().map(m -> new Mention(Integer.parseInt(m.group(1)), path));
  }

  private Optional<Finding> note(Asking asking, Mention mention) {
    var service = asking.service();
    var behind = published.get(mention.port());
    // What is a container's own port is called by its right number.
    boolean own = service.ports().stream().anyMatch(p -> p.target().number() == mention.port());
    if (behind == null || own) {
      return Optional.empty();
    }
    boolean itself = behind.service().equals(service.name());
    var finding =
        Finding.info(
                Code.LOOPBACK_MISSING,
                mention.path()
                    + " names localhost:"
                    + mention.port()
                    + ", where a container meets itself and not the published port of "
                    + behind.service())
            .at(service.places().of(mention.path()))
            .of(service.name())
            .tryThis(
                itself
                    ? "localhost:" + behind.target() + ", the port inside the container"
                    : behind.service() + ":" + behind.target() + ", over a network that both join");
    return Optional.of(silent(asking, finding));
  }

  /** On some nodes not even the node itself meets a published port there. */
  private Finding silent(Asking asking, Finding finding) {
    for (var kind : nodes.kinds(asking.placement().nodes().places()).entrySet()) {
      if (matrix.judge(Feature.NET_LOOPBACK, kind.getKey())
          instanceof Verdict.No(var reason, var _, var source)) {
        return finding
            .because("on " + Some.of(kind.getValue().names()) + ": " + reason)
            .says(source);
      }
    }
    return finding;
  }
}
