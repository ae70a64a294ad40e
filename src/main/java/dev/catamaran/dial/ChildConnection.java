package dev.catamaran.dial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The two ends of a child process. Owns one virtual thread, which collects what the child says on
 * its standard error.
 */
final class ChildConnection implements Connection {
  private static final int SAID_LIMIT = 16 * 1024;
  private static final long LAST_WORDS_SECONDS = 2;

  private final Process child;
  private final String host;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Thread listener;

  ChildConnection(Process child, String host) {
    this.child = child;
    this.host = host;
    this.listener = Thread.ofVirtual().name("ssh-stderr").start(this::listen);
  }

  private void listen() {
    var buffer = new byte[1024];
    try (var errors = child.getErrorStream()) {
      for (int n = errors.read(buffer); n >= 0; n = errors.read(buffer)) {
        // What is beyond the limit is read and forgotten, so that the child never waits for us.
        if (said.size() < SAID_LIMIT) {
          said.write(buffer, 0, n);
        }
      }
    } catch (IOException _) {
      // The child was closed; what it said so far is all.
    }
  }

  @Override
  public InputStream in() {
    return child.getInputStream();
  }

  @Override
  public OutputStream out() {
    return child.getOutputStream();
  }

  @Override
  public boolean dear() {
    return true;
  }

  /** A child that ended tells why; one that lives has nothing to do with the failure. */
  @Override
  public IOException explained(IOException failure) {
    var exit = exit();
    return exit.isEmpty()
        ? failure
        : SshObstacle.of(
            host, exit.getAsInt(), said.toString(StandardCharsets.UTF_8).strip(), failure);
  }

  private OptionalInt exit() {
    try {
      if (!child.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
        return OptionalInt.empty();
      }
      listener.join(TimeUnit.SECONDS.toMillis(LAST_WORDS_SECONDS));
      return OptionalInt.of(child.exitValue());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  @Override
  public void close() {
    child.destroy();
  }
}
