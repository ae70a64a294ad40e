package dev.catamaran.agent;

import dev.catamaran.cluster.NodePorts;
import dev.catamaran.model.Os;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The ports of this node, looked at again once they are some seconds old: a look costs a table of
 * all sockets. Used by the agent's one thread.
 */
final class HostPorts {
  private static final Duration FRESH = Duration.ofSeconds(15);

  /** A table of sockets is printed at once, or something is wrong. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private NodePorts last = NodePorts.UNKNOWN;
  private Optional<Long> looked = Optional.empty();

  NodePorts of(Os system) {
    long now = System.nanoTime();
    if (looked.isEmpty() || now - looked.get() > FRESH.toNanos()) {
      looked = Optional.of(now);
      last =
          switch (system) {
            case LINUX -> new LinuxPorts(Path.of("/")).read();
            case WINDOWS -> new WindowsPorts(HostPorts::run).read();
            case OTHER -> NodePorts.UNKNOWN;
          };
    }
    return last;
  }

  private static Optional<String> run(List<String> command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var watch = Thread.ofVirtual().start(() -> endInTime(process));
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      watch.join();
      return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static void endInTime(Process process) {
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
    }
  }
}
