package dev.catamaran.image;

import java.util.List;
import java.util.Optional;

/**
 * A Windows that hosts containers.
 *
 * @param tag the tag its base images usually carry; empty where none were made for it
 */
public record WindowsRelease(int build, String product, Optional<String> tag) {
  private static final List<WindowsRelease> ALL =
      List.of(
          based(14393, "Windows Server 2016", "ltsc2016"),
          bare(15063, "Windows 10 1703"),
          based(16299, "Windows Server 1709", "1709"),
          based(17134, "Windows Server 1803", "1803"),
          based(17763, "Windows Server 2019", "ltsc2019"),
          based(18362, "Windows Server 1903", "1903"),
          based(18363, "Windows Server 1909", "1909"),
          based(19041, "Windows Server 2004", "2004"),
          based(19042, "Windows Server 20H2", "20H2"),
          bare(19043, "Windows 10 21H1"),
          bare(19044, "Windows 10 21H2"),
          bare(19045, "Windows 10 22H2"),
          based(20348, "Windows Server 2022", "ltsc2022"),
          bare(22000, "Windows 11 21H2"),
          bare(22621, "Windows 11 22H2"),
          bare(22631, "Windows 11 23H2"),
          bare(25398, "Windows Server 23H2"),
          based(26100, "Windows Server 2025", "ltsc2025"),
          bare(26200, "Windows 11 25H2"),
          bare(28000, "Windows 11 26H1"));

  private static WindowsRelease based(int build, String product, String tag) {
    return new WindowsRelease(build, product, Optional.of(tag));
  }

  private static WindowsRelease bare(int build, String product) {
    return new WindowsRelease(build, product, Optional.empty());
  }

  /** Oldest first. */
  public static List<WindowsRelease> all() {
    return ALL;
  }

  public static Optional<WindowsRelease> of(int build) {
    return ALL.stream().filter(r -> r.build == build).findFirst();
  }

  /** Whether no server has the build: a few, such as 17763, are of a client and of a server. */
  public boolean client() {
    return !product.contains("Server");
  }

  /** {@code 17763 (Windows Server 2019)}, or the bare number where the build has no name. */
  static String named(int build) {
    return build + of(build).map(r -> " (" + r.product + ")").orElse("");
  }

  /** {@code 17763 (Windows Server 2019)}. */
  @Override
  public String toString() {
    return build + " (" + product + ")";
  }
}
