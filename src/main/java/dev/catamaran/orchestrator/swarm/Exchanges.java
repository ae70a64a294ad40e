package dev.catamaran.orchestrator.swarm;

import dev.catamaran.dial.Connection;
import dev.catamaran.dial.Dialer;
import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineAddress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Carries questions to one engine and answers back. A connection that is dear to make (TLS, ssh)
 * serves several exchanges, one after another; any other one is closed after its one.
 */
final class Exchanges implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  /** Idle for longer, a connection may have ended on the other side: a new one is surer. */
  private static final Duration IDLE = Duration.ofSeconds(10);

  /** An ssh server turns away who comes while ten others are still at its door. */
  private static final int MOST_SSH = 6;

  private final Dialer dialer;
  private final Semaphore permits;
  private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Exchanges(Endpoint endpoint, Duration patience) {
    dialer = new Dialer(endpoint, patience);
    permits =
        new Semaphore(
            endpoint.address() instanceof EngineAddress.Ssh ? MOST_SSH : Integer.MAX_VALUE);
  }

  /** An open connection, with what was read of it and not yet used. */
  private record Line(Connection connection, InputStream in) {
    static Line over(Connection connection) {
      return new Line(connection, new BufferedInputStream(connection.in(), BUFFER));
    }
  }

  private record Idle(Line line, long sinceNanos) {}

  /** One exchange. Abandoning it closes its connection, whatever it waits for. */
  final class Exchange {
    private final Question question;
    private volatile Optional<Connection> connection = Optional.empty();
    private volatile boolean abandoned;

    Exchange(Question question) {
      this.question = question;
    }

    /** Waits for its turn and for the answer. */
    Reply run() throws IOException, InterruptedException {
      permits.acquire();
      try {
        var kept = kept();
        if (kept.isPresent()) {
          try {
            return over(kept.get());
          } catch (IOException e) {
            // It may have ended while it was idle; asking again does no harm, changing might.
            if (abandoned || !question.method().equals("GET")) {
              throw e;
            }
          }
        }
        return over(Line.over(dialer.connect()));
      } finally {
        permits.release();
      }
    }

    private Reply over(Line line) throws IOException {
      hold(line.connection());
      boolean keep = false;
      try {
        HttpText.write(question, dialer.host(), line.connection().dear(), line.connection().out());
        var reply = HttpText.read(line.in());
        keep = line.connection().dear() && reply.leavesOpen() && !abandoned && !closed;
        return reply;
      } catch (IOException e) {
        throw abandoned ? e : line.connection().explained(e);
      } finally {
        if (keep) {
          idle.push(new Idle(line, System.nanoTime()));
        } else {
          line.connection().close();
        }
      }
    }

    private void hold(Connection held) {
      connection = Optional.of(held);
      if (abandoned) {
        held.close();
      }
    }

    void abandon() {
      abandoned = true;
      connection.ifPresent(Connection::close);
    }
  }

  private Optional<Line> kept() {
    for (var next = idle.poll(); next != null; next = idle.poll()) {
      if (System.nanoTime() - next.sinceNanos() < IDLE.toNanos()) {
        return Optional.of(next.line());
      }
      next.line().connection().close();
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
    for (var next = idle.poll(); next != null; next = idle.poll()) {
      next.line().connection().close();
    }
  }
}
