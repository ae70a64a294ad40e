package dev.catamaran.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread will bring about, and fails if it does not. */
public final class Eventually {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private Eventually() {}

  public static void holds(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(200_000);
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }
}
