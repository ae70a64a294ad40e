package dev.catamaran.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a Linux kernel tells in its files. */
final class KernelFacts {
  private final Path root;

  /**
   * @param root {@code /}, but in tests
   */
  KernelFacts(Path root) {
    this.root = root;
  }

  /**
   * Whether the kernel has IPVS or would load it when the engine asks; empty where this kernel
   * shows no files to tell by, as on Windows.
   */
  Optional<Boolean> ipvs() {
    if (!Files.isDirectory(root.resolve("proc/net"))) {
      return Optional.empty();
    }
    if (Files.exists(root.resolve("proc/net/ip_vs"))
        || hasLine(root.resolve("proc/modules"), "ip_vs ")) {
      return Optional.of(true);
    }
    return Optional.of(loadable());
  }

  private boolean loadable() {
    try {
      var release = Files.readString(root.resolve("proc/sys/kernel/osrelease")).strip();
      var modules = root.resolve("lib/modules").resolve(release);
      return mentions(modules.resolve("modules.builtin"))
          || mentions(modules.resolve("modules.dep"));
    } catch (IOException _) {
      return false;
    }
  }

  /** The module's own entry, not one of its schedulers such as ip_vs_rr. */
  private static boolean mentions(Path list) {
    return lines(list).anyMatch(l -> l.matches("[^:]*/ip_vs\\.ko(\\.[a-z0-9]+)?(:.*)?"));
  }

  private static boolean hasLine(Path file, String start) {
    return lines(file).anyMatch(l -> l.startsWith(start));
  }

  private static java.util.stream.Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException _) {
      return java.util.stream.Stream.empty();
    }
  }
}
