package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.Loader;
import dev.catamaran.compose.Meaning;
import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.Samples;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other people's files, and what {@code docker stack config} 28.2.2 makes of them. */
class SamplesTest {
  private static final String ORACLE = "stack";

  /** Where we differ on purpose, and why. */
  private static final Map<String, String> AGREED =
      Map.of(
          "docker-cli-volume/volume-TestParseVolumeWindowsNamedPipe-._pipe_docker_engine_._pipe_in",
          "docker takes the pipe for a file in the project's folder");

  static Stream<Path> samples() {
    var found = Samples.with(ORACLE);
    return found.isEmpty() ? Stream.of(Path.of("none")) : found.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsAsDockerStackDoes(Path sample) {
    Assumptions.assumeTrue(Samples.exist(), "no samples beside the project");
    var outcome = Loader.resolve(Samples.input(sample, Dialect.STACK));
    assertThat(outcome.findings()).allMatch(f -> f.where().isPresent());
    assertThat(outcome.findings()).isSortedAccordingTo(Finding.BY_PLACE);
    if (!AGREED.containsKey(Samples.name(sample))) {
      assertThat(difference(sample, outcome)).as(Samples.name(sample)).isEmpty();
    }
  }

  private static Optional<String> difference(Path sample, Outcome<Resolved> outcome) {
    var expected = Samples.answer(sample, ORACLE);
    return switch (outcome) {
      case Outcome.Accepted<Resolved>(var resolved, var _) ->
          expected.isEmpty()
              ? Optional.of("docker refuses: " + Samples.refusal(sample))
              : Meaning.difference(Meaning.of(expected.get()), Meaning.of(resolved.tree()));
      case Outcome.Refused<Resolved>(var findings) ->
          expected.isEmpty() ? Optional.empty() : Optional.of("we refuse: " + findings);
    };
  }
}
