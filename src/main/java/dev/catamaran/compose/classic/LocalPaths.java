package dev.catamaran.compose.classic;

import dev.catamaran.compose.text.HostPaths;
import java.util.Optional;

/** Paths of the machine that the command runs on, in full. */
final class LocalPaths {
  private LocalPaths() {}

  /** What a container gets to see: a tilde is the operator's home. */
  static String bind(String source, Reading reading) {
    if (!source.startsWith("~")) {
      return file(source, reading);
    }
    var home = reading.variable("HOME");
    return file(home.map(h -> h + source.substring(1)).orElse("./" + source), reading);
  }

  /** A file that is read here; no path at all is the project's folder. */
  static String file(String path, Reading reading) {
    return HostPaths.absolute(path, reading.input().directory(), Optional.empty());
  }
}
