package dev.catamaran.mesh;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Three network namespaces in a row: a client, the node, and a host with two addresses for
 * backends. Needs root; without it, or without the ip command, making them fails.
 */
final class Namespaces implements AutoCloseable {
  static final InetAddress CLIENT = InetAddress.ofLiteral("10.91.1.2");
  static final InetAddress NODE = InetAddress.ofLiteral("10.91.1.1");
  static final List<InetAddress> BACKENDS =
      List.of(InetAddress.ofLiteral("10.91.2.2"), InetAddress.ofLiteral("10.91.2.3"));

  private static final String PREFIX = "cmesh-";
  private static final Path KNOWN = Path.of("/run/netns");
  private static final int NET = 0x4000_0000;

  private static final MethodHandle OPEN =
      call("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle SETNS =
      call("setns", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle CLOSE =
      call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private final String prefix = PREFIX + ProcessHandle.current().pid() + "-";

  // Restricted because a wrong descriptor crashes the process.
  @SuppressWarnings("restricted")
  private static MethodHandle call(String name, FunctionDescriptor descriptor) {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
  }

  private Namespaces() {}

  static Namespaces make() throws IOException, InterruptedException {
    sweep();
    var made = new Namespaces();
    try {
      made.lay();
    } catch (IOException | InterruptedException | AssertionError e) {
      made.close();
      throw e;
    }
    return made;
  }

  private void lay() throws IOException, InterruptedException {
    for (var name : List.of("client", "node", "back")) {
      run("ip", "netns", "add", prefix + name);
      in(name, "ip", "link", "set", "lo", "up");
      // Namespaces are made in the image of the first one, whatever was set there.
      in(name, "sysctl", "-qw", "net.ipv4.ip_local_port_range=15000 64999");
    }
    link("client", "10.91.1.2/24", "10.91.1.1/24");
    link("back", "10.91.2.2/24", "10.91.2.1/24");
    in("back", "ip", "addr", "add", "10.91.2.3/24", "dev", "up0");
    for (int i = 10; i < 30; i++) {
      in("client", "ip", "addr", "add", "10.91.1." + i + "/24", "dev", "up0");
    }
    in("client", "ip", "route", "add", "default", "via", "10.91.1.1");
    in("back", "ip", "route", "add", "default", "via", "10.91.2.1");
    in("node", "sysctl", "-qw", "net.ipv4.ip_forward=1");
  }

  private void link(String outer, String address, String nodeAddress)
      throws IOException, InterruptedException {
    run(
        "ip",
        "link",
        "add",
        "up0",
        "netns",
        prefix + outer,
        "type",
        "veth",
        "peer",
        "name",
        outer,
        "netns",
        prefix + "node");
    in(outer, "ip", "addr", "add", address, "dev", "up0");
    in(outer, "ip", "link", "set", "up0", "up");
    in("node", "ip", "addr", "add", nodeAddress, "dev", outer);
    in("node", "ip", "link", "set", outer, "up");
  }

  /** What a command prints that runs in one of them. */
  String in(String namespace, String... command) throws IOException, InterruptedException {
    var all = new java.util.ArrayList<>(List.of("ip", "netns", "exec", prefix + namespace));
    all.addAll(List.of(command));
    return run(all.toArray(String[]::new));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError(
          String.join(" ", command)
              + ": "
              + said
              + " (this test needs root, iproute2 and nftables)");
    }
    return said;
  }

  /** Does it on a thread of that namespace: sockets and threads made there belong to it. */
  <T> T call(String namespace, Callable<T> work) throws Exception {
    return begin(namespace, work).get(100, TimeUnit.SECONDS);
  }

  <T> CompletableFuture<T> begin(String namespace, Callable<T> work) {
    var result = new CompletableFuture<T>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            enter(KNOWN.resolve(prefix + namespace));
            result.complete(work.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  private static void enter(Path namespace) throws Throwable {
    try (var arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(namespace.toString());
      int fd = (int) OPEN.invokeExact(path, 0);
      int entered = (int) SETNS.invokeExact(fd, NET);
      int _ = (int) CLOSE.invokeExact(fd);
      if (fd < 0 || entered != 0) {
        throw new AssertionError("cannot enter " + namespace + "; this test needs root");
      }
    }
  }

  /** Those of a test that was killed. */
  private static void sweep() throws IOException {
    if (!Files.isDirectory(KNOWN)) {
      return;
    }
    try (var all = Files.list(KNOWN)) {
      for (var path : all.toList()) {
        var parts = path.getFileName().toString().split("-", -1);
        if (path.getFileName().toString().startsWith(PREFIX)
            && parts.length == 3
            && ProcessHandle.of(Long.parseLong(parts[1])).isEmpty()) {
          remove(path.getFileName().toString());
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (var name : List.of("client", "node", "back")) {
      if (Files.exists(KNOWN.resolve(prefix + name))) {
        remove(prefix + name);
      }
    }
  }

  private static void remove(String namespace) throws IOException {
    try {
      run("ip", "netns", "del", namespace);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
