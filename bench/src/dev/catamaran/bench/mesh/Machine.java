package dev.catamaran.bench.mesh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the machine under the measurement is doing. */
final class Machine {
  private static final Set<String> DROPS = Set.of("ListenDrops", "ListenOverflows", "TCPBacklogDrop");

  private Machine() {}

  /** The share of all processors that was used in so many milliseconds, while we do nothing. */
  static double busy(long millis) throws IOException, InterruptedException {
    var before = cpu();
    Thread.sleep(millis);
    var after = cpu();
    long idle = after[3] + after[4] - before[3] - before[4];
    long all = Arrays.stream(after).sum() - Arrays.stream(before).sum();
    return all == 0 ? 0 : 1 - (double) idle / all;
  }

  /** Hundredths of a second that a hypervisor took away. */
  static long steal() throws IOException {
    return cpu()[7];
  }

  private static long[] cpu() throws IOException {
    var line = Files.readAllLines(Path.of("/proc/stat")).getFirst().strip().split("\\s+");
    return Arrays.stream(line).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
  }

  /** Sums what /proc/net/netstat counts as dropped at a listener. */
  static long drops(String netstat) {
    List<String> lines = netstat.lines().filter(l -> l.startsWith("TcpExt:")).toList();
    var names = lines.get(0).split(" ");
    var values = lines.get(1).split(" ");
    long sum = 0;
    for (int i = 1; i < names.length; i++) {
      sum += DROPS.contains(names[i]) ? Long.parseLong(values[i]) : 0;
    }
    return sum;
  }

  /** The memory of a process, in MiB, shared pages by their share. */
  static double pss(String pid) throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc", pid, "smaps_rollup"))) {
      if (line.startsWith("Pss:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no memory of process " + pid);
  }
}
