package dev.catamaran.plan.storage;

import dev.catamaran.compose.FileDeclaration;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.FileKind;
import java.util.Optional;

/** How large a secret or config may be, on every system: managers keep them in their own log. */
final class FileSizes {
  private static final int KIB = 1024;
  private static final int MOST_OF_SECRET = 500 * KIB;
  private static final int MOST_OF_CONFIG = 1000 * KIB;

  /** What the first engines with configs take. */
  private static final int MOST_OF_OLD_CONFIG = 500 * KIB;

  private static final String SOURCE =
      "swarmkit, api/validation/secrets.go and manager/controlapi/config.go";

  private FileSizes() {}

  static Optional<Finding> check(FileDeclaration file) {
    return file.content().flatMap(c -> check(file, c.bytes().length));
  }

  private static Optional<Finding> check(FileDeclaration file, int bytes) {
    boolean secret = file.kind() == FileKind.SECRET;
    int most = secret ? MOST_OF_SECRET : MOST_OF_CONFIG;
    var what = file.kind().word() + " " + file.key();
    if (bytes == 0 || bytes >= most) {
      return Optional.of(
          Finding.error(
                  Code.FILE_SIZE,
                  what
                      + (bytes == 0 ? " is empty" : " has " + bytes + " bytes")
                      + ", and a Swarm keeps 1 to "
                      + (most - 1))
              .at(file.where())
              .tryThis(
                  secret
                      ? "split it, or keep it in a store and name that with driver:"
                      : "split it, or bring it with the image or a volume")
              .says(SOURCE));
    }
    return !secret && bytes >= MOST_OF_OLD_CONFIG
        ? Optional.of(
            Finding.warning(
                    Code.FILE_SIZE,
                    what
                        + " has "
                        + bytes
                        + " bytes, and older managers keep "
                        + (MOST_OF_OLD_CONFIG - 1))
                .at(file.where())
                .tryThis("docker version, on the managers: recent ones keep " + (most - 1))
                .says(SOURCE))
        : Optional.empty();
  }
}
