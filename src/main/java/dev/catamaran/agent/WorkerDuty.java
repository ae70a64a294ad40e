package dev.catamaran.agent;

import dev.catamaran.orchestrator.swarm.EngineInfo;
import dev.catamaran.route.RouteSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Follows the routes of one manager, and goes on to the next when that one fails. Keeps what it has
 * until somebody tells better: no manager at all is no reason to drop a route.
 */
final class WorkerDuty implements Duty {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final LiveIdentity identity;
  private final Course course;
  private final Journal journal;
  private final AgentSettings settings;
  private final ManagerClient client;
  private final Station station;
  private int choice;
  private int failures;
  private Optional<Told> told = Optional.empty();

  /** What a manager was told of this node. */
  private record Told(String manager, NodeReport report) {}

  WorkerDuty(Station station, LiveIdentity identity) {
    this.station = station;
    this.identity = identity;
    this.course = station.course();
    this.journal = station.journal();
    this.settings = station.settings();
    this.client = new ManagerClient(identity.tls());
    // Workers spread over the managers instead of all starting at the first.
    this.choice = identity.current().self().nodeId().hashCode();
  }

  @Override
  public Duration turn(EngineInfo info) throws InterruptedException {
    var managers = agents(info);
    if (managers.isEmpty()) {
      journal.fails("the engine names no manager to ask for routes");
      return LONGEST_PAUSE;
    }
    var manager = managers.get(Math.floorMod(choice, managers.size()));
    try {
      identity.refresh();
      ask(new Told(manager, station.report(info)));
      failures = 0;
      journal.works();
      return Duration.ZERO;
    } catch (RuntimeException e) {
      journal.fails(String.valueOf(e.getMessage()));
      told = Optional.empty();
      choice++;
      return pause(++failures);
    }
  }

  private void ask(Told news) throws InterruptedException {
    var manager = news.manager();
    if (told.filter(news::equals).isEmpty()) {
      client.report(manager, news.report());
      told = Optional.of(news);
    }
    var newer = client.routes(manager, course.generation());
    journal.followsRoutesFrom("the manager's agent at " + manager);
    newer.ifPresentOrElse(routes -> follow(manager, routes), course::tend);
  }

  private void follow(String manager, RouteSnapshot routes) {
    var ours = identity.current().self().cluster();
    if (!routes.cluster().equals(ours)) {
      throw new ManagerClient.Failure(
          manager, "its routes are those of the cluster " + routes.cluster());
    }
    course.follow(routes);
  }

  /** The agents of the managers the engine knows, at the port all agents share. */
  private List<String> agents(EngineInfo info) {
    return info.managers().stream()
        .map(m -> m.substring(0, m.lastIndexOf(':')) + ":" + settings.routes().getPort())
        .sorted()
        .toList();
  }

  /** Doubles from a tenth of a second to five seconds. */
  static Duration pause(int failures) {
    int doublings = Math.min(failures - 1, 10);
    var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  @Override
  public void close() {
    client.close();
  }
}
