package dev.catamaran.bench.mesh;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The contenders take turns, in another order each round; what counts is the median of the ratios
 * within a round, because the machine changes its mind from one minute to the next.
 */
final class MeshBench {
  private static final List<String> TESTS =
      List.of("keep-alive", "close", "bulk", "udp", "memory", "scale");
  private static final int CLIENTS = 64;

  /** A share of the machine that others may take before a round is void. */
  private static final double FOREIGN_LIMIT = 0.125;

  private final String java;
  private final String classpath;
  private final Path logs;
  private final PrintStream raw;
  private final int rounds;
  private final int seconds;

  /** Whether others may use the machine meanwhile; what they do then voids nothing. */
  private final boolean shared;

  private final Verdicts verdicts = new Verdicts();

  private MeshBench(String java, String classpath, Path results, Measure measure)
      throws IOException {
    this.java = java;
    this.classpath = classpath;
    var name = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
    this.logs = Files.createDirectories(results.resolve(name).toAbsolutePath());
    this.raw = new PrintStream(logs.resolve("samples.jsonl").toFile());
    this.rounds = measure.rounds;
    this.seconds = measure.seconds;
    this.shared = measure.shared;
  }

  /** How much is measured, and how strictly. */
  private record Measure(int rounds, int seconds, boolean shared) {}

  public static void main(String[] words) throws IOException, InterruptedException {
    int rounds = 7;
    int seconds = 5;
    boolean shared = false;
    Set<String> tests = new LinkedHashSet<>();
    for (var word : List.of(words).subList(3, words.length)) {
      if (word.startsWith("--rounds=")) {
        rounds = Integer.parseInt(word.substring(9));
      } else if (word.startsWith("--seconds=")) {
        seconds = Integer.parseInt(word.substring(10));
      } else if (word.equals("--shared")) {
        shared = true;
      } else if (TESTS.contains(word)) {
        tests.add(word);
      } else {
        System.err.println("bench/mesh: no such test: " + word + "; there are " + TESTS);
        System.exit(2);
      }
    }
    Locale.setDefault(Locale.ROOT);
    var bench = new MeshBench(words[0], words[1], Path.of(words[2]), new Measure(rounds, seconds, shared));
    bench.run(tests.isEmpty() ? TESTS : List.copyOf(tests));
  }

  private void run(List<String> tests) throws IOException, InterruptedException {
    System.out.println("raw samples and logs: " + logs);
    try (var lan = new Lan()) {
      var contenders = new Contenders(lan, logs, java, classpath);
      if (!tests.equals(List.of("scale"))) {
        contenders.startBackends();
        awaitListener(lan, "direct");
      }
      var names = new LinkedHashSet<String>();
      tests.forEach(test -> names.addAll(of(test)));
      names.remove("direct");
      for (var name : names) {
        contenders.start(name);
      }
      for (var name : names) {
        awaitListener(lan, name);
      }
      for (var test : tests) {
        switch (test) {
          case "memory" -> memory(lan, contenders);
          case "scale" -> scale(lan, contenders);
          default -> rounds(lan, contenders, test);
        }
      }
    }
    raw.close();
    if (shared) {
      System.out.println("others used this machine meanwhile: only ratios mean anything");
    }
    verdicts.print(rounds, seconds);
  }

  private void awaitListener(Lan lan, String name) throws IOException, InterruptedException {
    for (int i = 0; ; i++) {
      try {
        var to = "/dev/tcp/" + lan.address(name) + "/" + Contenders.WEB;
        lan.in("client", "bash", "-c", "exec 3<>" + to);
        return;
      } catch (IOException e) {
        if (i == 50) {
          throw new IOException(name + " does not listen; see " + logs.resolve(name + ".log"), e);
        }
        Thread.sleep(100);
      }
    }
  }

  private static List<String> of(String test) {
    return switch (test) {
      case "keep-alive", "close" -> List.of("direct", "haproxy", "nginx", "kernel", "relay");
      case "bulk" ->
          List.of("direct", "haproxy-64k", "haproxy-splice", "nginx", "kernel", "relay");
      case "udp" -> List.of("direct", "nginx", "kernel", "relay");
      case "memory" -> List.of("relay");
      default -> List.of();
    };
  }

  private void rounds(Lan lan, Contenders contenders, String test)
      throws IOException, InterruptedException {
    // The compilers of two of them want to have seen the load before it counts.
    for (var name : of(test)) {
      once(lan, contenders, test, name, 4);
    }
    int voided = 0;
    for (int round = 0; round < rounds; ) {
      var order = new ArrayList<>(of(test));
      Collections.rotate(order, round);
      if (round % 2 == 1) {
        Collections.reverse(order);
      }
      double foreign = Machine.busy(300);
      long drops = drops(lan, order);
      long steal = Machine.steal();
      var samples = new ArrayList<Sample>();
      for (var name : order) {
        samples.add(once(lan, contenders, test, name, seconds));
      }
      var reason = reason(foreign, drops(lan, order) - drops, Machine.steal() - steal);
      for (var sample : samples) {
        raw.println(sample.json(test, round, reason));
      }
      if (!reason.isEmpty() && ++voided > 3 * rounds) {
        throw new IOException("every round is void; with --shared what others do is passed over");
      }
      if (!reason.isEmpty()) {
        System.out.println(test + ": a round is void: " + reason);
        continue;
      }
      verdicts.add(test, samples);
      round++;
    }
  }

  private String reason(double foreign, long drops, long stolen) {
    if (foreign > FOREIGN_LIMIT && !shared) {
      return String.format("others took %.0f %% of the machine", foreign * 100);
    }
    if (drops > 0) {
      return drops + " packets were dropped by full tables or queues";
    }
    return stolen > 20 ? "the hypervisor took time away" : "";
  }

  /** Full tables of connection tracking and full queues of listeners. */
  private static long drops(Lan lan, List<String> hosts) throws IOException, InterruptedException {
    long sum = 0;
    for (var host : hosts) {
      sum += Machine.drops(lan.in(host, "cat", "/proc/net/netstat"));
    }
    return sum;
  }

  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern ANSWERS = Pattern.compile("answers/s ([0-9.]+) p50 \\d+ p99 (\\d+)");
  private static final Pattern BITS = Pattern.compile("\"bits_per_second\":\\s*([0-9.e+]+)");

  private static Sample once(Lan lan, Contenders contenders, String test, String name, int seconds)
      throws IOException, InterruptedException {
    var to = lan.address(name);
    return switch (test) {
      case "keep-alive", "close" -> {
        var words =
            new ArrayList<>(
                List.of("wrk", "-t1", "-c" + CLIENTS, "-d" + seconds, "--latency", "--timeout", "5"));
        if (test.equals("close")) {
          words.addAll(List.of("-H", "Connection: close"));
        }
        words.add("http://" + to + ":" + Contenders.WEB + "/");
        var said = lan.in("client", words.toArray(String[]::new));
        yield new Sample(name, number(RATE, said), micros(said));
      }
      case "bulk" -> {
        var said =
            lan.in("client", "iperf3", "-J", "-c", to, "-p", "" + Contenders.BULK, "-t",
                "" + seconds);
        yield new Sample(name, last(said) / 1e9, 0);
      }
      case "udp" -> {
        var words =
            contenders.datagrams(
                "ask", to, "" + Contenders.DATAGRAMS, "" + CLIENTS, "" + seconds);
        var said = lan.in("client", words.toArray(String[]::new));
        var match = ANSWERS.matcher(said);
        if (!match.find()) {
          throw new IOException(said);
        }
        yield new Sample(
            name, Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2)));
      }
      default -> throw new IllegalArgumentException(test);
    };
  }

  private static double number(Pattern pattern, String said) throws IOException {
    var match = pattern.matcher(said);
    if (!match.find()) {
      throw new IOException(said);
    }
    return Double.parseDouble(match.group(1));
  }

  /** What was received in the whole run is the last of the sums. */
  private static double last(String said) throws IOException {
    var match = BITS.matcher(said);
    double last = -1;
    while (match.find()) {
      last = Double.parseDouble(match.group(1));
    }
    if (last < 0) {
      throw new IOException(said);
    }
    return last;
  }

  private static double micros(String said) throws IOException {
    var match = P99.matcher(said);
    if (!match.find()) {
      throw new IOException(said);
    }
    double value = Double.parseDouble(match.group(1));
    return switch (match.group(2)) {
      case "us" -> value;
      case "ms" -> value * 1_000;
      default -> value * 1_000_000;
    };
  }

  private void memory(Lan lan, Contenders contenders) throws IOException, InterruptedException {
    var pid = lan.in("relay", "pgrep", "-f", "bench.mesh.Node relay").lines().findFirst().orElseThrow();
    double before = Machine.pss(pid);
    var log = logs.resolve("idle.log");
    var idle =
        lan.start(
            "client",
            log,
            contenders.java("Idle", lan.address("relay"), "" + Contenders.WEB, "5000"));
    for (int i = 0; i < 300 && !Files.readString(log).contains("idle 5000"); i++) {
      Thread.sleep(100);
    }
    double with = Machine.pss(pid);
    idle.destroy();
    raw.printf("{\"test\":\"memory\",\"idle\":%.1f,\"with5000\":%.1f}%n", before, with);
    verdicts.measure("relay, memory before, MiB PSS", before, 64);
    verdicts.measure("relay, memory with 5,000 idle connections, MiB PSS", with, 80);
  }

  private void scale(Lan lan, Contenders contenders) throws IOException, InterruptedException {
    for (int services : new int[] {100, 1_000, 10_000}) {
      var host = "scale-" + services;
      lan.host(host);
      var said =
          lan.in(host, contenders.java("Scale", "" + services, "400").toArray(String[]::new));
      for (var line : said.lines().toList()) {
        raw.printf("{\"test\":\"scale\",\"services\":%d,\"said\":\"%s\"}%n", services, line);
        var words = line.split(" ");
        switch (words[0]) {
          case "change" ->
              verdicts.measure(
                  services + " services, one change, ms", Double.parseDouble(words[1]), 0.5);
          case "full" ->
              verdicts.measure(
                  services + " services, full table, ms", Double.parseDouble(words[1]), 500);
          default ->
              System.out.println(services + " services, from nothing (with listeners): " + line);
        }
      }
    }
  }
}
