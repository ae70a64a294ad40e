package dev.catamaran.lab;

import dev.catamaran.json.Json;
import dev.catamaran.simulate.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The engine's event stream: the last events are kept for {@code since}, readers get the rest. */
final class EventLog implements LiveWorld.Watcher, AutoCloseable {
  private static final int KEPT = 1000;
  private static final Json END = Json.Null.NULL;

  private final InstantSource clock;
  private final Deque<Json> past = new ArrayDeque<>();
  private final List<Reading> readings = new ArrayList<>();
  private boolean closed;

  EventLog(InstantSource clock) {
    this.clock = clock;
  }

  /** One reader's place in the stream. */
  final class Reading implements AutoCloseable {
    private final BlockingQueue<Json> queue = new LinkedBlockingQueue<>();
    private final Predicate<Json> wanted;
    private final Optional<Instant> until;

    private Reading(Predicate<Json> wanted, Optional<Instant> until) {
      this.wanted = wanted;
      this.until = until;
    }

    private void offer(Json event) {
      if (event.isNull() || wanted.test(event)) {
        queue.add(event);
      }
    }

    /** The next event; empty when the stream ends. Waits. */
    Optional<Json> next() throws InterruptedException {
      Json event;
      if (until.isPresent()) {
        long left = Duration.between(clock.instant(), until.get()).toMillis();
        event = queue.poll(Math.max(0, left), TimeUnit.MILLISECONDS);
      } else {
        event = queue.take();
      }
      return Optional.ofNullable(event).filter(e -> !e.isNull());
    }

    @Override
    public void close() {
      synchronized (EventLog.this) {
        readings.remove(this);
      }
    }
  }

  @Override
  public synchronized void changed(World before, World after) {
    for (var event : Notices.between(before, after)) {
      past.addLast(event);
      if (past.size() > KEPT) {
        past.removeFirst();
      }
      readings.forEach(r -> r.offer(event));
    }
  }

  /**
   * Begins to read.
   *
   * @param since replays what is kept from that moment on; empty begins now
   * @param until the end; empty never ends
   */
  synchronized Reading read(
      Predicate<Json> wanted, Optional<Instant> since, Optional<Instant> until) {
    var reading = new Reading(wanted, until);
    since.ifPresent(from ->
        past.stream()
            .filter(e -> e.get("timeNano").number().orElse(0) >= nanos(from))
            .forEach(reading::offer));
    if (closed) {
      reading.offer(END);
    }
    readings.add(reading);
    return reading;
  }

  static long nanos(Instant moment) {
    return TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano();
  }

  @Override
  public synchronized void close() {
    closed = true;
    readings.forEach(r -> r.offer(END));
  }
}
