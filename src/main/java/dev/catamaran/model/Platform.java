package dev.catamaran.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What an image is made for or a node runs.
 *
 * @param architecture the OCI word ({@code amd64}); the kernel's words are translated
 * @param variant the CPU variant, such as {@code v7}
 * @param osVersion the Windows version; empty for Linux, and where nobody told us
 */
public record Platform(
    Os os, String architecture, Optional<String> variant, Optional<OsVersion> osVersion) {
  private static final String WINDOWS_ARCHITECTURE = "amd64";

  public Platform {
    architecture = ociArchitecture(architecture);
  }

  public static Platform of(Os os, String architecture) {
    return new Platform(os, architecture, Optional.empty(), Optional.empty());
  }

  /**
   * Reads Compose's {@code platform:} value, {@code os/architecture[/variant]} or {@code
   * os(version)/architecture} as containerd prints it. Only for Windows, whose containers all have
   * one architecture, may it be left out; anywhere else it would be a hidden choice.
   */
  public static Optional<Platform> parse(String text) {
    var parts = text.strip().split("/", -1);
    if (parts.length > 3 || parts[0].isEmpty()) {
      return Optional.empty();
    }
    var name = parts[0];
    Optional<OsVersion> version = Optional.empty();
    int open = name.indexOf('(');
    if (open > 0 && name.endsWith(")")) {
      version = OsVersion.parse(name.substring(open + 1, name.length() - 1));
      if (version.isEmpty()) {
        return Optional.empty();
      }
      name = name.substring(0, open);
    }
    var os = Os.of(name);
    if (os == Os.OTHER) {
      return Optional.empty();
    }
    if (parts.length == 1 && os != Os.WINDOWS) {
      return Optional.empty();
    }
    var architecture = parts.length > 1 ? parts[1] : WINDOWS_ARCHITECTURE;
    var variant = parts.length > 2 ? Optional.of(parts[2]) : Optional.<String>empty();
    return Optional.of(new Platform(os, architecture, variant, version));
  }

  private static String ociArchitecture(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "x86_64", "x86-64" -> "amd64";
      case "aarch64" -> "arm64";
      case "i386", "i686" -> "386";
      case "armhf", "armel" -> "arm";
      default -> word.toLowerCase(Locale.ROOT);
    };
  }

  /** {@code windows/amd64 10.0.17763.1217}. */
  @Override
  public String toString() {
    return os.word()
        + "/"
        + architecture
        + variant.map(v -> "/" + v).orElse("")
        + osVersion.map(v -> " " + v).orElse("");
  }
}
