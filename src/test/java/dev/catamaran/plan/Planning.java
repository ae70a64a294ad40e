package dev.catamaran.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.capability.Matrix;
import dev.catamaran.compose.Loader;
import dev.catamaran.compose.Project;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import dev.catamaran.model.ServiceName;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.spec.Content;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans an inline Compose file as project {@code shop}, with what is known of its images. */
final class Planning {
  private static final Matrix MATRIX = Matrix.load();

  private final Project project;
  private final List<Finding> told;
  private final Map<ImageRef, ImageAnswer> images = new HashMap<>();

  private Planning(Project project, List<Finding> told) {
    this.project = project;
    this.told = told;
  }

  static Planning of(String yaml) {
    return of(yaml, Optional.empty());
  }

  /** As {@code docker stack} reads it. */
  static Planning stack(String yaml) {
    return of(yaml, Optional.of(Dialect.STACK));
  }

  private static Planning of(String yaml, Optional<Dialect> dialect) {
    var outcome =
        Loader.load(
            new Input(
                List.of(new Input.Source("c.yaml", new Content(yaml.getBytes(UTF_8)))),
                new Variables(Map.of(), Map.of()),
                Optional.of("shop"),
                "/srv/shop",
                Set.of(),
                _ -> Optional.empty(),
                dialect,
                true));
    assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(Outcome.Accepted.class);
    return new Planning(((Outcome.Accepted<Project>) outcome).value(), outcome.findings());
  }

  /** What was found while the file was read. */
  List<Finding> told() {
    return told;
  }

  /** One service {@code web} with image {@code web} and these further lines. */
  static Planning web(String lines) {
    return of("services:\n  web:\n    image: web\n" + lines.indent(4));
  }

  /** Platforms as Compose writes them: {@code windows(10.0.17763.1217)/amd64}. */
  Planning image(String name, String... platforms) {
    var offered = Arrays.stream(platforms).map(p -> Platform.parse(p).orElseThrow()).toList();
    return answer(name, new ImageAnswer.Known(offered, Optional.empty(), "test"));
  }

  Planning answer(String name, ImageAnswer answer) {
    images.put(ImageRef.parse(name), answer);
    return this;
  }

  Plan on(Clusters clusters) {
    return on(clusters, Settings.DEFAULT);
  }

  Plan on(Clusters clusters, Settings settings) {
    return new Planner(MATRIX, settings).plan(project, images, clusters.cluster());
  }

  static ServicePlan service(Plan plan, String name) {
    return plan.services().stream()
        .filter(s -> s.service().name().equals(new ServiceName(name)))
        .findFirst()
        .orElseThrow();
  }

  static Placement placement(Plan plan) {
    return service(plan, "web").placement();
  }

  static List<String> eligible(Plan plan) {
    return placement(plan).eligible().stream().map(e -> e.name().text()).toList();
  }

  /** Each refused node of {@code web} as {@code NAME: reason; reason}. */
  static List<String> refused(Plan plan) {
    return placement(plan).refused().stream()
        .map(r -> r.name() + ": " + String.join("; ", r.reasons()))
        .toList();
  }

  /** What Swarm is told of {@code web}. */
  static List<String> constraints(Plan plan) {
    return placement(plan).constraints().stream().map(Placement.Constraining::constraint).toList();
  }

  /** Each finding as {@code line severity CODE message}. */
  static List<String> findings(Plan plan) {
    return plan.findings().stream().map(Planning::line).toList();
  }

  /** What the findings of that code propose. */
  static List<String> ways(Plan plan, Code code) {
    return plan.findings().stream()
        .filter(f -> f.code() == code)
        .flatMap(f -> f.ways().stream())
        .toList();
  }

  private static String line(Finding f) {
    return f.where().map(w -> w.line() + " ").orElse("")
        + f.severity()
        + " "
        + f.code()
        + " "
        + f.message();
  }
}
