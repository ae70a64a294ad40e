package dev.catamaran.agent;

import dev.catamaran.mesh.DataPlane;
import dev.catamaran.mesh.PlaneChoice;
import dev.catamaran.mesh.Relay;
import dev.catamaran.orchestrator.swarm.EngineInfo;
import dev.catamaran.orchestrator.swarm.Swarm;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The daemon of one node. Owns the thread that observes or subscribes, the relay, and the servers
 * for routes and status. What fails on the way is in the {@link #status}; the agent goes on.
 */
public final class Agent implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Agent.class.getName());

  /** How often the engine is asked whether the node's role or its managers changed. */
  private static final Duration INFO_FOR = Duration.ofSeconds(10);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final LocalEngine engine;
  private final Relay relay = Relay.start();
  private final DataPlane mesh;
  private final Course course;
  private final Journal journal = new Journal(InstantSource.system());
  private final Station station;
  private final StatusServer status;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  private Optional<Duty> duty = Optional.empty();
  private boolean managing;
  private Optional<EngineInfo> info = Optional.empty();
  private long infoAsked;

  private Agent(LocalEngine engine, AgentSettings settings) {
    this.engine = engine;
    this.mesh = plane(settings);
    this.course = new Course(mesh, new RouteFile(settings.state()), journal);
    this.station =
        new Station(
            engine, course, journal, settings, new HostPorts()::of, UUID.randomUUID().toString());
    try {
      this.status = new StatusServer(settings.status(), () -> journal.status(course));
    } catch (UncheckedIOException e) {
      mesh.close();
      relay.close();
      throw e;
    }
    this.thread = Thread.ofPlatform().name("catamaran-agent").unstarted(this::run);
  }

  private DataPlane plane(AgentSettings settings) {
    try {
      var chosen = settings.plane().open(settings.mesh(), relay);
      journal.carries(chosen.plane().kind(), chosen.reason());
      return chosen.plane();
    } catch (PlaneChoice.CannotBeHad e) {
      relay.close();
      throw e;
    }
  }

  /**
   * Starts the agent of the node whose engine that is.
   *
   * @throws PlaneChoice.CannotBeHad where the plane that was asked for is none of this node's
   * @throws UncheckedIOException where the status address cannot be bound, most often because an
   *     agent runs here already
   */
  public static Agent start(Swarm swarm, AgentSettings settings) {
    return start(LocalEngine.of(swarm), settings);
  }

  static Agent start(LocalEngine engine, AgentSettings settings) {
    var agent = new Agent(engine, settings);
    agent.thread.start();
    return agent;
  }

  public AgentStatus status() {
    return journal.status(course);
  }

  /** Where the status is served, with the port the system chose where 0 was asked for. */
  public InetSocketAddress statusAddress() {
    return status.address();
  }

  /** Waits until the agent was closed. */
  public void await() throws InterruptedException {
    stopped.await();
  }

  private void run() {
    try {
      do {
        var pause = turn();
        if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          break;
        }
      } while (true);
    } catch (InterruptedException _) {
      // Only close() interrupts this thread.
      Thread.currentThread().interrupt();
    } finally {
      duty.ifPresent(Duty::close);
    }
  }

  private Duration turn() throws InterruptedException {
    try {
      var now = info();
      return dutyOf(now).turn(now);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "a turn failed", e);
      journal.fails(String.valueOf(e.getMessage()));
      return AFTER_FAILURE;
    }
  }

  private EngineInfo info() {
    long age = System.nanoTime() - infoAsked;
    if (info.isEmpty() || age > INFO_FOR.toNanos()) {
      ask();
    }
    return info.orElseThrow();
  }

  /** An engine that fails for a while, as in an update, leaves its node's mesh as it is. */
  private void ask() {
    infoAsked = System.nanoTime();
    try {
      info = Optional.of(engine.info().get());
    } catch (RuntimeException e) {
      if (info.isEmpty()) {
        throw e;
      }
      journal.says("the engine does not answer: " + e.getMessage());
    }
  }

  private Duty dutyOf(EngineInfo now) {
    if (now.nodeId().isEmpty()) {
      info = Optional.empty();
      throw new IllegalStateException("the engine of " + now.name() + " is in no Swarm");
    }
    if (duty.isEmpty() || managing != now.manager()) {
      duty.ifPresent(Duty::close);
      duty = Optional.empty();
      duty = Optional.of(begin(now));
    }
    return duty.get();
  }

  private Duty begin(EngineInfo now) {
    var identity = new LiveIdentity(Path.of(now.dataRoot(), "swarm", "certificates"));
    course.resume(identity.current().self().cluster());
    managing = now.manager();
    journal.serves(now.name(), managing ? "manager" : "worker");
    return managing ? new ManagerDuty(station, identity) : new WorkerDuty(station, identity);
  }

  /**
   * Ends the threads and lets go of every port but those the kernel carries; the last routes stay
   * on disk. Closing twice is fine.
   */
  @Override
  public synchronized void close() {
    if (stopped.getCount() == 0) {
      return;
    }
    stopped.countDown();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    status.close();
    mesh.close();
    relay.close();
  }
}
