package dev.catamaran.dial;

import dev.catamaran.docker.EngineAddress;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Named pipes of Windows, which are opened like files. */
final class PipeDoor {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private PipeDoor() {}

  static Connection connect(EngineAddress.Pipe pipe, Duration patience) throws NoConnection {
    var system = System.getProperty("os.name", "");
    if (!system.startsWith("Windows")) {
      throw new NoConnection(
          "named pipes exist on Windows only, and this is " + system,
          "--host unix:///var/run/docker.sock, tcp://host:2376 or ssh://user@host");
    }
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return new PipeConnection(
            AsynchronousFileChannel.open(
                Path.of(pipe.name().replace('/', '\\')),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
      } catch (NoSuchFileException e) {
        throw new NoConnection(
            e,
            "there is no such pipe",
            "is the engine running? Get-Service docker, or Docker Desktop");
      } catch (AccessDeniedException e) {
        throw new NoConnection(
            e,
            "this user may not use the pipe",
            "net localgroup docker-users USER /add, then log in anew; or an elevated prompt");
      } catch (FileSystemException e) {
        // All instances are busy: the engine makes the next one in a moment.
        if (System.nanoTime() > end) {
          throw new NoConnection(e, String.valueOf(e.getReason()));
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      } catch (IOException e) {
        throw new NoConnection(e, String.valueOf(e.getMessage()));
      }
    }
  }
}
