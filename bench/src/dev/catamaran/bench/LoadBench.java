package dev.catamaran.bench;

import dev.catamaran.compose.Loader;
import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.finding.Outcome;
import dev.catamaran.spec.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Text to canonical tree in a warm process; ten times the services must take ten times as long. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LoadBench {
  @Param({"100", "1000", "5000"})
  private int services;

  @Param({"STACK", "COMPOSE"})
  private Dialect dialect;

  private Input input;

  @Setup
  public void write() {
    var file = GeneratedFile.of(services).getBytes(StandardCharsets.UTF_8);
    input =
        new Input(
            List.of(new Input.Source("compose.yaml", new Content(file))),
            new Variables(Map.of("TAG", "2"), Map.of()),
            Optional.of("bench"),
            "/bench",
            Set.of(),
            path -> Optional.empty(),
            Optional.of(dialect),
            true);
  }

  @Benchmark
  public Outcome<Resolved> resolve() {
    return Loader.resolve(input);
  }
}
