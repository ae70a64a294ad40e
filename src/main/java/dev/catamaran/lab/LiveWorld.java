package dev.catamaran.lab;

import dev.catamaran.simulate.Event;
import dev.catamaran.simulate.Simulation;
import dev.catamaran.simulate.World;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one world of a lab. Events and the passing of time change it one after the other; what a
 * reader sees is listening already. Owns the thread that lets time pass.
 */
final class LiveWorld implements AutoCloseable {
  /** Told of every change, in order. */
  interface Watcher {
    void changed(World before, World after);
  }

  private final Simulation simulation;
  private final Containers containers;
  private final InstantSource clock;
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile World world;
  private boolean closed;

  LiveWorld(World world, Simulation simulation, Containers containers, InstantSource clock) {
    this.world = world;
    this.simulation = simulation;
    this.containers = containers;
    this.clock = clock;
  }

  /** Time passes by itself from here on. */
  void run() {
    Thread.ofVirtual().name("catamaran-lab-time").start(this::letTimePass);
  }

  World now() {
    return world;
  }

  void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  void unwatch(Watcher watcher) {
    watchers.remove(watcher);
  }

  /**
   * Applies an event at the clock's present.
   *
   * @throws dev.catamaran.simulate.Refusal in the words of a real engine
   */
  Simulation.Applied submit(Event event) {
    lock.lock();
    try {
      var present = simulation.advance(world, clock.instant());
      var applied = simulation.apply(present, event);
      become(applied.world());
      moved.signalAll();
      return new Simulation.Applied(world, applied.id());
    } finally {
      lock.unlock();
    }
  }

  /** Brings the world to the clock's present. */
  void tick() {
    lock.lock();
    try {
      become(simulation.advance(world, clock.instant()));
    } finally {
      lock.unlock();
    }
  }

  private void become(World next) {
    if (closed || next.index() == world.index()) {
      world = next;
      return;
    }
    var before = world;
    var shown = next;
    for (var failed = containers.show(shown); !failed.isEmpty(); ) {
      for (var end : failed) {
        shown = simulation.apply(shown, end).world();
      }
      failed = containers.show(shown);
    }
    world = shown;
    for (var watcher : watchers) {
      watcher.changed(before, shown);
    }
  }

  private void letTimePass() {
    lock.lock();
    try {
      // Awake early or late makes no difference: every round asks the clock again.
      while (!closed) {
        var due = simulation.nextDue(world);
        if (due.isEmpty()) {
          moved.await();
        } else if (due.get().isAfter(clock.instant())) {
          moved.awaitNanos(Duration.between(clock.instant(), due.get()).toNanos());
        } else {
          become(simulation.advance(world, clock.instant()));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      moved.signalAll();
      containers.close();
    } finally {
      lock.unlock();
    }
  }
}
