package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compose files of well-known applications, untouched, on a simulated cluster of today. The files
 * are not ours to commit; where they lie beside the checkout they are tried.
 */
class RealFilesTest {
  private static final Path SAMPLES = Path.of("../shared/compose-samples/corpus");
  private static final String LAB = "examples/lab-today.yaml";
  private static final List<String> NODES =
      List.of("linux1", "linux2", "win2019", "win2022", "win2025");

  @BeforeEach
  void theSamplesAreHere() {
    assumeTrue(Files.isDirectory(SAMPLES), "compose-samples lie beside the checkout");
  }

  @Test
  void theVotingAppForWindowsRunsInHyperVIsolation() throws IOException {
    var up = up("real-voting-app/docker-stack-windows-1809.yml_8a15d49");
    assertThat(up.exit()).as(up.err()).isZero();
    assertThat(up.err()).contains("ISOLATION-HYPERV");
    for (var node : NODES) {
      assertThat(up.out())
          .containsPattern("vote :5000 +" + node + " +demo_vote.* on win\\d+")
          .containsPattern("result :5001 +" + node + " +demo_result.* on win\\d+");
    }
  }

  @Test
  void theVotingAppForLinuxAnswersThroughWindowsNodesToo() throws IOException {
    var up = up("real-voting-app/docker-stack.yml_8a15d49");
    assertThat(up.exit()).as(up.err()).isZero();
    for (var node : NODES) {
      assertThat(up.out()).containsPattern("vote :5000 +" + node + " +demo_vote.* on linux\\d");
    }
  }

  @Test
  void theMonitoringStackIsRefusedForTheVariablesItRequires() throws IOException {
    var up = up("real-swarmprom/docker-compose.traefik.yml+req");
    assertThat(up.exit()).isEqualTo(3);
    assertThat(up.err())
        .containsPattern("docker-compose.traefik.yml:\\d+:\\d+ +error VARIABLE-REQUIRED")
        .contains("DOMAIN")
        .contains("ADMIN_USER")
        .contains("HASHED_PASSWORD");
  }

  @Test
  void prometheusAndGrafanaAnswer() throws IOException {
    var up = up("real-awesome-compose/prometheus-grafana_compose.yaml");
    assertThat(up.exit()).as(up.err()).isZero();
    for (var node : NODES) {
      assertThat(up.out())
          .containsPattern("prometheus :9090 +" + node + " +demo_prometheus")
          .containsPattern("grafana :3000 +" + node + " +demo_grafana");
    }
  }

  private static Run up(String sample) throws IOException {
    try (var files = Files.list(SAMPLES.resolve(sample).resolve("input"))) {
      var file = files.filter(f -> f.toString().matches(".*\\.ya?ml")).findFirst().orElseThrow();
      return Run.of("up", "--lab", LAB, "-p", "demo", "-f", file.toString());
    }
  }
}
