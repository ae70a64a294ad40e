package dev.catamaran.compose.classic;

import dev.catamaran.compose.text.HostPaths;
import java.util.Optional;

/** Paths of the machine that the command runs on, in full. */
final class LocalPaths {
  private LocalPaths() {}

  /** What a container gets to see: a tilde is the operator's home. */
  static String bind(String source, Reading reading) {
    var home = reading.variable("HOME").filter(_ -> source.startsWith("~"));
    return file(home.map(h -> h + source.substring(1)).orElse(source), reading);
  }

  /** A file that is read here, where a tilde is a name; no path is the project's folder. */
  static String file(String path, Reading reading) {
    var said = path.startsWith("~") || isDriveOnly(path) ? "./" + path : path;
    return HostPaths.absolute(said, reading.input().directory(), Optional.empty());
  }

  /** Docker takes {@code C:x} for a file's name. */
  private static boolean isDriveOnly(String path) {
    return path.length() > 1
        && path.charAt(1) == ':'
        && (path.length() == 2 || "/\\".indexOf(path.charAt(2)) < 0);
  }
}
