package dev.catamaran.bench;

import dev.catamaran.bench.GeneratedProject.Shape;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.compose.Loader;
import dev.catamaran.compose.Project;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.finding.Outcome;
import dev.catamaran.plan.Plan;
import dev.catamaran.plan.Planner;
import dev.catamaran.plan.Settings;
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

/** Project and cluster to plan in a warm process; the project is loaded before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlanBench {
  /** Services, then nodes. */
  @Param({"100x100", "1000x1000", "10000x5000"})
  private String size;

  @Param({"TEAMS", "ONE_NETWORK"})
  private Shape shape;

  private final Planner planner = new Planner(Matrix.load(), Settings.DEFAULT);
  private Project project;
  private Cluster cluster;

  @Setup
  public void generate() {
    var sizes = size.split("x", -1);
    project = load(GeneratedProject.text(Integer.parseInt(sizes[0]), shape));
    cluster = GeneratedCluster.of(Integer.parseInt(sizes[1]));
  }

  private static Project load(String text) {
    var input =
        new Input(
            List.of(
                new Input.Source(
                    "compose.yaml", new Content(text.getBytes(StandardCharsets.UTF_8)))),
            new Variables(Map.of(), Map.of()),
            Optional.of("bench"),
            "/bench",
            Set.of(),
            path -> Optional.empty(),
            Optional.empty(),
            true);
    var outcome = Loader.load(input);
    if (outcome instanceof Outcome.Accepted<Project>(var project, var findings)) {
      return project;
    }
    throw new IllegalStateException("the generated file is refused: " + outcome.findings());
  }

  @Benchmark
  public Plan plan() {
    return planner.plan(project, GeneratedProject.images(), cluster);
  }
}
