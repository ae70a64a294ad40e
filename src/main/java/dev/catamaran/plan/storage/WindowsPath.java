package dev.catamaran.plan.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A path as Windows reads it: either slash separates, letters count whatever their case. */
record WindowsPath(String text) {
  /** Docker passes longer ones on, and most programs cannot open them. */
  static final int LONGEST = 260;

  private static final Pattern ABSOLUTE =
      Pattern.compile("(?:\\\\\\\\\\?\\\\)?[A-Za-z]:(?:[\\\\/].*)?");
  private static final Pattern RELATIVE_TO_DRIVE = Pattern.compile("[A-Za-z]:[^\\\\/].*");
  private static final Pattern SHARE = Pattern.compile("[\\\\/]{2}[^\\\\/.?].*");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\..*)?");
  private static final String FORBIDDEN = ":*?\"<>|";
  private static final Pattern LAST_ENDING = Pattern.compile(".*\\.([A-Za-z0-9]{1,10})");

  /** Endings of what is hardly ever a directory. */
  private static final List<String> FILES =
      List.of(
          "bat",
          "cer",
          "cfg",
          "cmd",
          "conf",
          "config",
          "crt",
          "csv",
          "dll",
          "env",
          "exe",
          "ini",
          "js",
          "json",
          "key",
          "lic",
          "license",
          "log",
          "pem",
          "pfx",
          "properties",
          "ps1",
          "py",
          "sh",
          "sock",
          "sql",
          "toml",
          "txt",
          "xml",
          "yaml",
          "yml",
          "zip");

  boolean absolute() {
    return ABSOLUTE.matcher(text).matches();
  }

  /** {@code C:data}: from the directory that happens to be the current one of that drive. */
  boolean relativeToDrive() {
    return RELATIVE_TO_DRIVE.matcher(text).matches();
  }

  /** {@code \\server\share}. */
  boolean share() {
    return SHARE.matcher(text).matches();
  }

  boolean pipe() {
    return backslashes().toLowerCase(Locale.ROOT).startsWith("\\\\.\\pipe\\");
  }

  /** The whole of a drive. */
  boolean wholeDrive() {
    return backslashes().matches("[A-Za-z]:\\\\?");
  }

  String drive() {
    return text.substring(0, 1).toUpperCase(Locale.ROOT);
  }

  /** A part of the path that Windows takes for a device: CON, NUL, COM1. */
  Optional<String> device() {
    return parts().stream().filter(p -> DEVICE.matcher(p).matches()).findFirst();
  }

  /** A letter that no file name may have. */
  Optional<String> forbidden() {
    return parts().stream()
        .flatMapToInt(String::chars)
        .filter(c -> FORBIDDEN.indexOf(c) >= 0)
        .mapToObj(Character::toString)
        .findFirst();
  }

  /** Whether it ends like the name of a file. */
  boolean looksLikeFile() {
    var name = parts().isEmpty() ? "" : parts().getLast();
    var ending = LAST_ENDING.matcher(name);
    return ending.matches() && FILES.contains(ending.group(1).toLowerCase(Locale.ROOT));
  }

  /** The directory around it. */
  String parent() {
    var plain = backslashes();
    int cut = plain.lastIndexOf('\\');
    return cut <= 2 ? plain.substring(0, Math.min(plain.length(), 3)) : plain.substring(0, cut);
  }

  /** What an engine makes of it. */
  String backslashes() {
    return text.replace('/', '\\');
  }

  /** The same for two texts that mean one path. */
  static String folded(String path) {
    var plain = path.replace('/', '\\').toLowerCase(Locale.ROOT);
    return plain.length() > 3 && plain.endsWith("\\")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }

  /** The nearest Windows path to one that was written for Linux. */
  static String proposed(String path) {
    var relative = RELATIVE_TO_DRIVE.matcher(path).matches() ? path.substring(2) : path;
    var plain = relative.replace('/', '\\');
    var bare = plain.replaceAll("^\\\\+", "");
    return "C:\\" + (bare.isEmpty() ? "data" : bare);
  }

  private List<String> parts() {
    var plain = backslashes();
    var below = plain.startsWith("\\\\?\\") ? plain.substring(4) : plain;
    var path = below.length() > 1 && below.charAt(1) == ':' ? below.substring(2) : below;
    return Arrays.stream(path.split("\\\\", -1)).filter(p -> !p.isEmpty()).toList();
  }
}
