package dev.catamaran.plan.storage;

import dev.catamaran.finding.Code;
import java.util.List;
import java.util.Optional;

/**
 * Something that every node of an operating system rejects a task for.
 *
 * @param path the attribute of the service, {@code volumes[0].target}
 * @param text a sentence that names the system
 */
public record Fault(
    Code code, String path, String text, List<String> ways, Optional<String> source) {
  public Fault {
    ways = List.copyOf(ways);
  }

  /** A path that does not suit the system. */
  static Fault path(String path, String text, String source, String... ways) {
    return new Fault(Code.MOUNT_PATH, path, text, List.of(ways), Optional.of(source));
  }

  /** A place where no secret or config can be. */
  static Fault target(String path, String text, String source, String... ways) {
    return new Fault(Code.FILE_TARGET, path, text, List.of(ways), Optional.of(source));
  }
}
