package dev.catamaran.compose.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths on a host, Linux or Windows, understood the same on every operator's machine. */
public final class HostPaths {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  private HostPaths() {}

  /** {@code \\.\pipe\x}, with either slash. */
  public static boolean isPipe(String path) {
    return path.replace('/', '\\').toLowerCase(Locale.ROOT).startsWith("\\\\.\\pipe\\");
  }

  /** Whether the text is a path and no volume name. */
  public static boolean isPath(String text) {
    return text.startsWith(".")
        || text.startsWith("/")
        || text.startsWith("~")
        || text.startsWith("\\")
        || isDrive(text);
  }

  private static boolean isDrive(String text) {
    return DRIVE.matcher(text).matches();
  }

  /**
   * Absolute: a relative path begins at the project directory, and takes that directory's slashes,
   * since it can only mean a path on the operator's machine.
   */
  public static String absolute(String path, String directory, Optional<String> home) {
    if (path.startsWith("~")) {
      return home.map(h -> join(h, path.substring(1))).orElse(path);
    }
    boolean absolute = path.startsWith("/") || path.startsWith("\\") || isDrive(path);
    return absolute ? path : join(directory, path);
  }

  /**
   * The path of a mount in the container without superfluous slashes, dots and steps up; a pipe's
   * name has two slashes and a dot at its start and keeps them.
   */
  public static String cleanTarget(String target) {
    if (target.isEmpty() || isPipe(target)) {
      return target;
    }
    var steps = new ArrayDeque<String>();
    boolean rooted = target.startsWith("/");
    for (var step : target.split("/", -1)) {
      boolean up = step.equals("..");
      if (up && !steps.isEmpty() && !steps.getLast().equals("..")) {
        steps.removeLast();
      } else if (up ? !rooted : !step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    var clean = (rooted ? "/" : "") + String.join("/", steps);
    return clean.isEmpty() ? "." : clean;
  }

  private static String join(String directory, String relative) {
    var slash = isDrive(directory) || directory.startsWith("\\\\") ? "\\" : "/";
    var trimmed =
        directory.length() > 1 && directory.endsWith(slash)
            ? directory.substring(0, directory.length() - 1)
            : directory;
    var whole = trimmed;
    for (var step : Arrays.asList(relative.split("[/\\\\]", -1))) {
      if (step.equals("..")) {
        int cut = whole.lastIndexOf(slash);
        whole = cut < 0 ? whole : whole.substring(0, cut);
      } else if (!step.isEmpty() && !step.equals(".")) {
        whole = whole.endsWith(slash) ? whole + step : whole + slash + step;
      }
    }
    return whole.isEmpty() ? slash : whole;
  }
}
