package dev.catamaran.bench.mesh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Hosts on one bridge, each a network namespace: a client, a host of backends, and a node for each
 * contender, so that each has its own address and its own connection tracking.
 */
final class Lan implements AutoCloseable {
  private static final String PREFIX = "cmesh-bench-";
  private static final String NET = "10.92.0.";

  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final List<Process> processes = new ArrayList<>();

  Lan() throws IOException, InterruptedException {
    sweep();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    run(List.of("ip", "netns", "add", PREFIX + "lan"));
    in("lan", "ip", "link", "add", "lan", "type", "bridge");
    in("lan", "ip", "link", "set", "lan", "up");
  }

  void host(String name) throws IOException, InterruptedException {
    var address = NET + (addresses.size() + 10);
    run(List.of("ip", "netns", "add", PREFIX + name));
    run(
        List.of("ip", "link", "add", "eth0", "netns", PREFIX + name, "type", "veth", "peer", "name",
            name, "netns", PREFIX + "lan"));
    in("lan", "ip", "link", "set", name, "master", "lan", "up");
    in(name, "ip", "link", "set", "lo", "up");
    in(name, "ip", "addr", "add", address + "/24", "dev", "eth0");
    in(name, "ip", "link", "set", "eth0", "up");
    in(
        name,
        "sysctl",
        "-qw",
        "net.ipv4.ip_forward=1",
        "net.ipv4.ip_local_port_range=15000 64999",
        // A connection a request: what waits for its end must not decide who is faster.
        "net.ipv4.tcp_max_tw_buckets=2000",
        "net.core.somaxconn=4096");
    addresses.put(name, address);
  }

  /** As on every host with an engine: each connection through the node is tracked. */
  void track(String name) throws IOException, InterruptedException {
    in(name, "nft", "add table ip engine; add chain ip engine post "
        + "{ type nat hook postrouting priority 100; }");
    in(
        name,
        "sysctl",
        "-qw",
        "net.netfilter.nf_conntrack_tcp_timeout_time_wait=5",
        "net.netfilter.nf_conntrack_tcp_timeout_close=2",
        "net.netfilter.nf_conntrack_tcp_timeout_last_ack=5");
  }

  String address(String name) {
    return addresses.get(name);
  }

  /** Starts a process on a host; it ends with the lan. */
  Process start(String name, Path log, List<String> command) throws IOException {
    var all = new ArrayList<>(List.of("ip", "netns", "exec", PREFIX + name));
    all.addAll(command);
    var process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    processes.add(process);
    return process;
  }

  /** What a command prints that runs on a host. */
  String in(String name, String... command) throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of("ip", "netns", "exec", PREFIX + name));
    all.addAll(List.of(command));
    return run(all);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
    return said;
  }

  private static void sweep() throws IOException, InterruptedException {
    for (var line : run(List.of("ip", "netns", "list")).lines().toList()) {
      var name = line.split(" ")[0];
      if (name.startsWith(PREFIX)) {
        run(List.of("ip", "netns", "del", name));
      }
    }
  }

  @Override
  public synchronized void close() {
    for (var process : processes) {
      process.destroy();
    }
    try {
      for (var process : processes) {
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
      processes.clear();
      sweep();
    } catch (IOException | InterruptedException e) {
      System.err.println("bench/mesh: " + e.getMessage());
    }
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
