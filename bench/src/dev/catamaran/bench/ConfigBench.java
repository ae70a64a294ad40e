package dev.catamaran.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Times commands that print a resolved Compose file, in turns, so that a busy machine is fair. */
final class ConfigBench {
  private static final List<Integer> SIZES = List.of(2, 100, 1_000, 5_000);

  /** A command line; the file's path is put in for FILE. */
  private record Contender(String name, List<String> words, int largest) {
    List<String> on(Path file) {
      return words.stream().map(w -> w.equals("FILE") ? file.toString() : w).toList();
    }

    boolean installed() {
      var program = words.getFirst();
      var folders = program.contains("/") ? Stream.of("") : Arrays.stream(path());
      return folders.anyMatch(f -> Files.isExecutable(Path.of(f, program)));
    }

    private static String[] path() {
      return System.getenv("PATH").split(":", -1);
    }
  }

  /** One process: how long by the clock, how long on processors, how much memory at most. */
  private record Sample(double millis, double cpu, long kilobytes) {}

  private final Path folder;
  private final List<Contender> contenders;
  private final int rounds;

  private ConfigBench(Path folder, List<Contender> contenders, int rounds) {
    this.folder = folder;
    this.contenders = contenders;
    this.rounds = rounds;
  }

  public static void main(String[] words) throws IOException, InterruptedException {
    var catamaran = words[0];
    int rounds = words.length > 1 ? Integer.parseInt(words[1]) : 11;
    var all =
        List.of(
            ours(catamaran, "stack"),
            ours(catamaran, "compose"),
            new Contender(
                "docker stack config", List.of("docker", "stack", "config", "-c", "FILE"), 5_000),
            new Contender(
                "docker-compose config (Python)",
                List.of("docker-compose", "-f", "FILE", "config"),
                1_000));
    var folder = Files.createTempDirectory("catamaran-bench");
    var bench = new ConfigBench(folder, all.stream().filter(Contender::installed).toList(), rounds);
    System.out.println(
        "| services | command | median ms | of docker stack | CPU ms | µs a service | peak MB |");
    System.out.println("|---:|---|---:|---:|---:|---:|---:|");
    for (int size : SIZES) {
      bench.compare(size);
    }
    try (var left = Files.walk(folder)) {
      left.sorted(java.util.Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
    }
  }

  private static Contender ours(String program, String dialect) {
    return new Contender(
        "catamaran config --dialect " + dialect,
        List.of(program, "config", "-f", "FILE", "--dialect", dialect),
        5_000);
  }

  private void compare(int size) throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve(size + ".yaml"), GeneratedFile.of(size));
    int turns = size > 100 ? Math.max(3, rounds / 3) : rounds;
    var samples = new LinkedHashMap<Contender, List<Sample>>();
    // The first turn fills caches, and counts for nobody.
    for (int turn = 0; turn <= turns; turn++) {
      for (var one : contenders) {
        if (size <= one.largest) {
          var sample = run(one.on(file));
          if (turn > 0) {
            samples.computeIfAbsent(one, c -> new ArrayList<>()).add(sample);
          }
        }
      }
    }
    print(size, samples);
  }

  private static void print(int size, Map<Contender, List<Sample>> samples) {
    Optional<Double> docker =
        samples.entrySet().stream()
            .filter(e -> e.getKey().name.equals("docker stack config"))
            .map(e -> median(e.getValue(), Sample::millis))
            .findFirst();
    samples.forEach((one, all) -> {
      double millis = median(all, Sample::millis);
      System.out.printf(
          "| %d | %s | %.0f | %s | %.0f | %.0f | %d |%n",
          size,
          one.name,
          millis,
          docker.map(d -> "%.1f".formatted(millis / d)).orElse("-"),
          median(all, Sample::cpu),
          millis * 1000 / size,
          all.stream().mapToLong(Sample::kilobytes).max().orElse(0) / 1024);
    });
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> what) {
    var sorted = samples.stream().mapToDouble(what).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private Sample run(List<String> words) throws IOException, InterruptedException {
    var measure = folder.resolve("time");
    var line =
        new ArrayList<>(List.of("/usr/bin/time", "-f", "%U %S %M", "-o", measure.toString()));
    line.addAll(words);
    var errors = folder.resolve("errors").toFile();
    long begin = System.nanoTime();
    int exit =
        new ProcessBuilder(line)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors)
            .start()
            .waitFor();
    double millis = (System.nanoTime() - begin) / 1e6;
    if (exit != 0) {
      throw new IllegalStateException(
          words + " ended with " + exit + ": " + Files.readString(errors.toPath()));
    }
    var counted = Files.readString(measure).strip().split(" ", -1);
    double cpu = (Double.parseDouble(counted[0]) + Double.parseDouble(counted[1])) * 1000;
    return new Sample(millis, cpu, Long.parseLong(counted[2]));
  }
}
