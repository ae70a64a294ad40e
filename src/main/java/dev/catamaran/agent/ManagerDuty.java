package dev.catamaran.agent;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Finding;
import dev.catamaran.orchestrator.swarm.EngineInfo;
import dev.catamaran.route.Routes;
import java.time.Duration;
import java.util.Optional;

/** Observes the cluster through this node's engine, and tells every worker that asks. */
final class ManagerDuty implements Duty {
  private final LocalEngine engine;
  private final LiveIdentity identity;
  private final Course course;
  private final Journal journal;
  private final AgentSettings settings;
  private final SnapshotBoard board;
  private final Station station;
  private volatile Optional<Cluster> seen = Optional.empty();
  private Optional<RouteServer> server = Optional.empty();

  ManagerDuty(Station station, LiveIdentity identity) {
    this.station = station;
    this.engine = station.engine();
    this.identity = identity;
    this.course = station.course();
    this.journal = station.journal();
    this.settings = station.settings();
    this.board = new SnapshotBoard(station.epoch());
  }

  @Override
  public Duration turn(EngineInfo info) {
    try {
      identity.refresh();
      observe(info);
      serve();
      journal.works();
    } catch (RuntimeException e) {
      var message = String.valueOf(e.getMessage());
      board.withhold(message);
      journal.fails(message);
    }
    return settings.poll();
  }

  private void observe(EngineInfo info) {
    var cluster = engine.cluster().get();
    seen = Optional.of(cluster);
    var routes = Routes.of(cluster);
    journal.followsRoutesFrom(
        "polling /services, /tasks and /nodes every " + settings.poll().toMillis() + " ms");
    journal.remarks(routes.findings().stream().map(Finding::message).toList());
    course.follow(board.post(identity.current().self().cluster(), routes.table()));
    info.nodeId().flatMap(cluster::nodeById).ifPresent(node -> labelSelf(node, cluster, info));
  }

  private void labelSelf(Node node, Cluster cluster, EngineInfo info) {
    var labels = station.report(info).explained(node.id(), cluster).labels();
    if (!node.labels().entrySet().containsAll(labels.entrySet())) {
      engine.label().accept(node.id(), labels);
    }
  }

  /** Only a manager can tell what of a node's listeners belongs to the cluster. */
  private void label(String nodeId, NodeReport report) {
    var whole = seen.map(cluster -> report.explained(nodeId, cluster)).orElse(report);
    engine.label().accept(nodeId, whole.labels());
  }

  private void serve() {
    if (server.isEmpty()) {
      server = Optional.of(RouteServer.open(settings.routes(), identity.tls(), board, this::label));
      journal.says("serving routes on " + server.get().address());
    }
  }

  /** The port bound, for tests that let the system choose. */
  int port() {
    return server.orElseThrow().address().getPort();
  }

  @Override
  public void close() {
    board.withhold("this agent stops");
    server.ifPresent(RouteServer::close);
  }
}
