package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One clear message each, the right exit code, and never a stack trace. */
class BadInputTest {
  private static final String LAB = "examples/lab-2017.yaml";

  @TempDir Path folder;

  @Test
  void aMissingFile() {
    var run = Run.of("check", "--lab", LAB, "-f", folder + "/none.yaml");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("FILE-MISSING").contains("none.yaml");
    assertThat(run.out().lines().filter(l -> l.contains("error"))).hasSize(1);
    assertQuiet(run);
  }

  @Test
  void aMissingLab() {
    var run = Run.of("plan", "--lab", folder + "/none.yaml", "-f", "examples/shop/compose.yaml");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("FILE-MISSING").contains("none.yaml");
    assertQuiet(run);
  }

  @Test
  void brokenYaml() throws IOException {
    var run = check("services:\n  a:\n    image: [x\n");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("YAML-BROKEN").containsPattern("compose.yaml:\\d+:\\d+  error");
    assertQuiet(run);
  }

  @Test
  void anUnknownKey() throws IOException {
    var run = check("services:\n  a:\n    imagee: redis\n");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("compose.yaml:3:5  error KEY-UNKNOWN").contains("image");
    assertQuiet(run);
  }

  @Test
  void aPortOutOfRange() throws IOException {
    var run = check("services:\n  a:\n    image: redis\n    ports: [\"70000:80\"]\n");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("compose.yaml:4:13  error PORT-INVALID").contains("70000");
    assertQuiet(run);
  }

  @Test
  void anUnreachableEngine() {
    var run = Run.of("plan", "-H", "tcp://127.0.0.1:1", "-f", "examples/shop/compose.yaml");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("tcp://127.0.0.1:1").contains("try:");
    assertQuiet(run);
  }

  @Test
  void anEngineAddressThatIsNone() {
    var run =
        Run.with(Map.of("DOCKER_HOST", "nonsense"), "plan", "-f", "examples/shop/compose.yaml");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("nonsense");
    assertQuiet(run);
  }

  @Test
  void anUnknownOptionAndAnUnknownCommand() {
    assertThat(Run.of("plan", "--nonsense").exit()).isEqualTo(2);
    assertThat(Run.of("nonsense").exit()).isEqualTo(2);
    assertThat(Run.of().exit()).isEqualTo(2);
    assertQuiet(Run.of("plan", "--nonsense"));
  }

  @Test
  void aLabAndAnEngineExcludeEachOther() {
    var run = Run.of("up", "--lab", LAB, "-H", "tcp://127.0.0.1:1");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--lab").contains("--host");
  }

  @Test
  void aLabIsNoOptionOfWhatWorksOnARunningCluster() {
    for (var command : new String[] {"down", "ps", "ls"}) {
      var run = Run.of(command, "--lab", LAB);
      assertThat(run.exit()).as(command).isEqualTo(2);
      assertThat(run.err()).contains("--lab");
    }
    assertThat(Run.of("agent", "run", "--lab", LAB).exit()).isEqualTo(2);
  }

  @Test
  void aContextThatDoesNotExistIsToldAndNoOtherEngineIsAsked() {
    var run = Run.with(Map.of("DOCKER_CONTEXT", "prod", "DOCKER_CONFIG", "/none"), "ls");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is no docker context \"prod\"").contains("default");
    assertQuiet(run);
  }

  @Test
  void aHostAndAContextExcludeEachOther() {
    var run = Run.of("ls", "--context", "prod", "-H", "tcp://127.0.0.1:1");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--host and --context");
  }

  @Test
  void tlsWithoutItsFilesNeverFallsBackToTheClear() {
    var run =
        Run.with(
            Map.of(
                "DOCKER_TLS_VERIFY",
                "1",
                "DOCKER_HOST",
                "tcp://127.0.0.1:1",
                "DOCKER_CERT_PATH",
                "/none"),
            "ls");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("tcp://127.0.0.1:1 (DOCKER_HOST)")
        .contains("TLS is asked for, and there is no file /none/ca.pem")
        .contains("try: DOCKER_CERT_PATH");
    assertQuiet(run);
  }

  @Test
  void numbersThatCannotBeMeant() {
    var port = Run.of("lab", "run", LAB, "--port", "99999");
    assertThat(port.exit()).isEqualTo(2);
    assertThat(port.err()).contains("--port 99999 is out of range 0-65535");
    assertThat(Run.of("agent", "status", "--status-port", "0").exit()).isEqualTo(2);
    var timeout = Run.of("up", "--lab", LAB, "-f", "examples/shop/compose.yaml", "--timeout", "-5");
    assertThat(timeout.exit()).isEqualTo(2);
    assertThat(timeout.err()).contains("--timeout -5").doesNotContain("Stopped");
    assertThat(timeout.out()).isEmpty();
  }

  private Run check(String compose) throws IOException {
    var file = Files.writeString(folder.resolve("compose.yaml"), compose);
    return Run.of("check", "--lab", LAB, "-f", file.toString());
  }

  private static void assertQuiet(Run run) {
    assertThat(run.out() + run.err()).doesNotContain("\tat ").doesNotContain("Exception");
  }
}
