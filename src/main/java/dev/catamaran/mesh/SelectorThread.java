package dev.catamaran.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One platform thread and the selector it owns. Keys carry a {@link Ready}; other threads hand in
 * tasks. A failing task or key is reported to the thread's own handler and does not end the loop.
 */
final class SelectorThread implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SelectorThread.class.getName());

  /** Something that must be over by a time; deadlines come in the order they were set. */
  interface Deadline {
    /** On the clock of {@link System#nanoTime()}. */
    long nanos();

    boolean over();

    void expire();
  }

  /** What is done over and over; ends when it says false. */
  interface Chore {
    boolean again();
  }

  /** A chore, how often, and when it is due. */
  private static final class Repeated {
    private final Chore chore;
    private final long period;
    private long due;

    Repeated(Chore chore, long period, long due) {
      this.chore = chore;
      this.period = period;
      this.due = due;
    }
  }

  private final Selector selector;
  private final Thread thread;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final ArrayDeque<Deadline> deadlines = new ArrayDeque<>();
  private final List<Repeated> chores = new ArrayList<>();
  private final Consumer<SelectionKey> dispatch = this::dispatch;
  private volatile boolean closing;
  private long now = System.nanoTime();

  /** Whether the clock was read in this turn. */
  private boolean turning;

  /** Guarded by {@code tasks}: from then on nobody may touch the selector. */
  private boolean ended;

  SelectorThread(String name) {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("no selector for " + name, e);
    }
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  Selector selector() {
    return selector;
  }

  /** Runs the task on this thread, soon; after {@link #close} the task is dropped. */
  void execute(Runnable task) {
    synchronized (tasks) {
      if (!ended) {
        tasks.add(task);
        selector.wakeup();
      }
    }
  }

  /** Runs the task on this thread and waits for its end; does nothing once the thread has ended. */
  void executeAndWait(Runnable task) {
    if (Thread.currentThread() == thread) {
      task.run();
      return;
    }
    var done = new CountDownLatch(1);
    execute(() -> {
      try {
        task.run();
      } finally {
        done.countDown();
      }
    });
    awaitUnlessEnded(done);
  }

  private void awaitUnlessEnded(CountDownLatch done) {
    try {
      while (thread.isAlive() && !done.await(100, TimeUnit.MILLISECONDS)) {
        // The thread may end between the hand-over and the task: look again.
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Frees the sockets of closed channels now and not at the next turn; only on this thread. */
  void flushClosed() {
    try {
      selector.selectNow(dispatch);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "selector failed", e);
    }
  }

  /** Watches a deadline; only on this thread, and never one earlier than those before it. */
  void watch(Deadline deadline) {
    deadlines.add(deadline);
  }

  /** Does it again and again; before the start, or on this thread. */
  void every(Duration period, Chore chore) {
    long nanos = Math.max(period.toNanos(), 1_000_000);
    chores.add(new Repeated(chore, nanos, System.nanoTime() + nanos));
  }

  /** The clock of {@link System#nanoTime()} at the beginning of this turn; only on this thread. */
  long now() {
    return now;
  }

  private void run() {
    while (!closing) {
      try {
        selector.select(dispatch, untilNextDeadline());
      } catch (IOException e) {
        LOG.log(System.Logger.Level.ERROR, "selector failed", e);
      }
      turning = false;
      runTasks();
      expire();
    }
    shutDown();
  }

  private void dispatch(SelectionKey key) {
    if (!turning) {
      turning = true;
      now = System.nanoTime();
    }
    var ready = (Ready) key.attachment();
    try {
      if (key.isValid()) {
        ready.ready(key);
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "connection dropped", e);
      ready.abortHere();
    }
  }

  private void runTasks() {
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "task failed", e);
      }
    }
  }

  /** Zero, which a selector takes for "no limit", where there is no deadline. */
  private long untilNextDeadline() {
    while (!deadlines.isEmpty() && deadlines.getFirst().over()) {
      deadlines.removeFirst();
    }
    if (deadlines.isEmpty() && chores.isEmpty()) {
      return 0;
    }
    long clock = System.nanoTime();
    long left = Long.MAX_VALUE;
    if (!deadlines.isEmpty()) {
      left = deadlines.getFirst().nanos() - clock;
    }
    for (var repeated : chores) {
      left = Math.min(left, repeated.due - clock);
    }
    return Math.max(1, left / 1_000_000 + 1);
  }

  private void expire() {
    while (!deadlines.isEmpty() && deadlines.getFirst().nanos() - System.nanoTime() <= 0) {
      var due = deadlines.removeFirst();
      if (!due.over()) {
        due.expire();
      }
    }
    long clock = System.nanoTime();
    chores.removeIf(repeated -> repeated.due - clock <= 0 && !done(repeated, clock));
  }

  private static boolean done(Repeated repeated, long clock) {
    repeated.due = clock + repeated.period;
    return repeated.chore.again();
  }

  private void shutDown() {
    synchronized (tasks) {
      ended = true;
    }
    runTasks();
    for (var key : selector.keys()) {
      ((Ready) key.attachment()).abortHere();
    }
    try {
      // Closed channels keep their port until their keys are gone.
      selector.selectNow();
      selector.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "selector did not close", e);
    }
  }

  /** Aborts everything registered, ends the thread and waits for it. */
  @Override
  public void close() {
    closing = true;
    execute(() -> {});
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
