package dev.catamaran.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plain docker CLI against a lab, as against a real engine. It runs where real Docker parts
 * are, with the tests of the rig, and fails where the CLI is missing.
 */
@Tag("swarm")
class DockerCliTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    var text = Files.readString(Path.of("examples/lab-today.yaml"));
    lab = Lab.start(LabFileTest.accepted(text), 0);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  /** What the CLI printed, both streams; fails on any other exit code than the one expected. */
  private String docker(int exit, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("docker", "-H", lab.endpoint()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("DOCKER_"));
    builder.environment().put("DOCKER_CONFIG", folder.resolve("config").toString());
    var output = folder.resolve("output");
    builder.redirectOutput(output.toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new AssertionError(
          "this test needs the docker CLI (docker.io or docker-cli) on the PATH", e);
    }
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("docker %s ended", String.join(" ", arguments))
          .isTrue();
    } finally {
      process.destroyForcibly();
    }
    var said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(said).isEqualTo(exit);
    return said;
  }

  private String eventually(Predicate<String> enough, String... arguments) throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    String said;
    do {
      said = docker(0, arguments);
    } while (!enough.test(said) && Instant.now().isBefore(deadline));
    assertThat(said).matches(enough, "becomes as expected");
    return said;
  }

  @Test
  void nodesAndInfo() throws Exception {
    assertThat(docker(0, "node", "ls", "--format", "{{.Hostname}} {{.Status}} {{.EngineVersion}}"))
        .isEqualTo(
            """
            linux1 Ready 28.5.2
            linux2 Ready 28.5.2
            win2019 Ready 27.5.1
            win2022 Ready 27.5.1
            win2025 Ready 28.5.2
            """);
    assertThat(docker(0, "info")).contains("Operating System: Catamaran lab (simulated)");
    assertThat(docker(0, "version")).contains("Catamaran lab (simulated)");
    docker(0, "node", "update", "--availability", "drain", "--label-add", "zone=a", "win2019");
    assertThat(docker(0, "node", "inspect", "win2019", "--format", "{{.Spec.Labels.zone}}"))
        .isEqualTo("a\n");
  }

  @Test
  void aServiceFromItsCreationToItsEnd() throws Exception {
    docker(
        0,
        "service",
        "create",
        "--detach=false",
        "--name",
        "web",
        "--replicas",
        "2",
        "--update-monitor",
        "300ms",
        "--rollback-monitor",
        "300ms",
        "--publish",
        "18081:80",
        "shop/front:1.4");
    assertThat(
            docker(0, "service", "ls", "--format", "{{.Name}} {{.Mode}} {{.Replicas}} {{.Ports}}"))
        .isEqualTo("web replicated 2/2 *:18081->80/tcp\n");
    assertThat(docker(0, "service", "ps", "web", "--format", "{{.Name}} {{.Node}} {{.Error}}"))
        .isEqualTo("web.1 win2019 \nweb.2 win2022 \n");
    docker(0, "service", "scale", "--detach=false", "web=3");
    docker(0, "service", "update", "--detach=false", "--image", "shop/front:1.5", "web");
    assertThat(
            docker(
                0,
                "service",
                "ps",
                "web",
                "--filter",
                "desired-state=running",
                "--format",
                "{{.Image}}"))
        .isEqualTo("shop/front:1.5\n".repeat(3));
    docker(0, "service", "rollback", "--detach=false", "web");
    assertThat(docker(0, "service", "inspect", "--pretty", "web"))
        .contains("State:\t\trollback_completed");
    assertThat(docker(1, "service", "logs", "web")).contains("its tasks write no logs");
    assertThat(docker(1, "service", "create", "--name", "web", "shop/front:1.4"))
        .contains("name conflicts with an existing object: service web already exists");
    docker(0, "service", "rm", "web");
    assertThat(docker(0, "service", "ls", "-q")).isEmpty();
    assertThat(docker(1, "service", "ps", "web")).contains("no such service: web");
  }

  @Test
  void aTaskThatFindsNoNodeSaysWhy() throws Exception {
    docker(
        0,
        "service",
        "create",
        "--detach",
        "--name",
        "lost",
        "--constraint",
        "node.platform.os == linux",
        "shop/front:1.4");
    eventually(
        said ->
            said.equals(
                "\"no suitable node (scheduling constraints not satisfied on 3 nodes; unsupported"
                    + " platform on 2 nodes)\"\n"),
        "service",
        "ps",
        "lost",
        "--no-trunc",
        "--format",
        "{{.Error}}");
  }

  @Test
  void aStackFromItsDeploymentToItsEnd() throws Exception {
    var file = folder.resolve("compose.yaml");
    var content = folder.resolve("content");
    Files.writeString(content, "hello");
    Files.writeString(
        file,
        """
        version: "3.8"
        services:
          front:
            image: shop/front:1.4
            ports: ["18082:80"]
            configs: [greeting]
            deploy: {update_config: {monitor: 300ms}}
          api:
            image: shop/api:1.4
            secrets: [key]
            deploy: {replicas: 2, update_config: {monitor: 300ms}}
        configs: {greeting: {file: ./content}}
        secrets: {key: {file: ./content}}
        """);
    docker(0, "stack", "deploy", "--detach=false", "-c", file.toString(), "shop");
    assertThat(docker(0, "stack", "ls", "--format", "{{.Name}} {{.Services}}"))
        .isEqualTo("shop 2\n");
    assertThat(docker(0, "stack", "services", "shop", "--format", "{{.Name}} {{.Replicas}}"))
        .isEqualTo("shop_api 2/2\nshop_front 1/1\n");
    assertThat(docker(0, "stack", "ps", "shop", "--format", "{{.Name}} {{.Node}}").lines())
        .containsExactlyInAnyOrder(
            "shop_api.1 linux1", "shop_api.2 linux2", "shop_front.1 win2019");
    assertThat(docker(0, "config", "ls", "--format", "{{.Name}}")).isEqualTo("shop_greeting\n");
    assertThat(docker(0, "secret", "ls", "--format", "{{.Name}}")).isEqualTo("shop_key\n");
    docker(0, "stack", "deploy", "--detach=false", "-c", file.toString(), "shop");
    docker(0, "stack", "rm", "shop");
    assertThat(docker(0, "stack", "ls")).doesNotContain("shop");
    assertThat(docker(0, "network", "ls", "--format", "{{.Name}}").lines())
        .containsExactlyInAnyOrder("bridge", "host", "ingress", "none");
    assertThat(docker(0, "config", "ls", "-q") + docker(0, "secret", "ls", "-q")).isEmpty();
  }
}
