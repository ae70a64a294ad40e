package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.orchestrator.swarm.Rig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on three real engines, with an agent in each node's network. */
@Tag("swarm")
class RealSwarmTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PLAIN_PORT = 8089;
  private static final int OUR_PORT = 8090;

  private final List<Process> agents = new ArrayList<>();
  private final Rig rig = Rig.present();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  @TempDir Path folder;

  @BeforeEach
  void anAgentOnEveryNode() throws Exception {
    for (var node : rig.nodes()) {
      agents.add(agent(node));
    }
    for (var node : rig.nodes()) {
      eventually(
          "the agent of " + node + " has labelled its node",
          () -> label(node, "dev.catamaran.agent").length() > 2);
    }
  }

  @AfterEach
  void stopped() throws Exception {
    Run.of("down", "-p", "shop", "-H", engine(), "--yes");
    rig.docker("service", "ls", "-q", "--filter", "name=plain")
        .lines()
        .forEach(id -> {
          try {
            rig.docker("service", "rm", id);
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    for (var agent : agents) {
      agent.destroy();
      assertThat(agent.waitFor(20, TimeUnit.SECONDS)).as("the agent ends when asked").isTrue();
    }
    client.close();
  }

  @Test
  void whatPlainSwarmCannotDoHereWorks() throws Exception {
    boolean ipvs = label("n1", "dev.catamaran.kernel.ipvs").contains("true");
    plainSwarmAnswersOnlyWithIpvs(ipvs);

    var compose = compose(rig.registry() + "/web:1");
    var plan = Run.of("plan", "-p", "shop", "-H", engine(), "-f", compose, "-o", "json");
    assertThat(plan.exit()).as(plan.err() + plan.out()).isZero();
    assertThat(plan.service("web").get("ports").items().getFirst().get("mode").text())
        .hasValue(ipvs ? "ingress" : "mesh");

    var up = up(compose);
    assertThat(up.exit()).as(up.err() + up.out()).isZero();
    for (var node : rig.nodes()) {
      eventually(
          "port " + OUR_PORT + " answers through " + node, () -> !get(node, OUR_PORT).isEmpty());
    }
    var labels = rig.docker("stack", "ls", "--format", "{{.Name}}");
    assertThat(labels.lines()).contains("shop");
    assertThat(rig.docker("stack", "services", "shop", "--format", "{{.Name}} {{.Replicas}}"))
        .contains("shop_web 2/2")
        .contains("shop_store 1/1");

    var again = up(compose);
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.out()).contains("nothing to do");

    var down = Run.of("down", "-p", "shop", "-H", engine(), "--yes");
    assertThat(down.exit()).as(down.err()).isZero();
    assertThat(rig.docker("service", "ls", "-q", "--filter", "name=shop")).isEmpty();
    assertThat(rig.docker("network", "ls", "-q", "--filter", "name=shop")).isEmpty();
    assertThat(rig.docker("secret", "ls", "-q")).isEmpty();
  }

  @Test
  void aWindowsImageIsRefusedForWantOfAWindowsNodeAndNothingChanges() throws Exception {
    var before = rig.docker("network", "ls", "-q");
    var compose =
        Files.writeString(
            folder.resolve("compose.yaml"),
            """
            services:
              web:
                image: %1$s/web:1
              front:
                image: %1$s/windows:1
            """
                .formatted(rig.registry()));
    var check =
        Run.of("check", "-p", "shop", "-H", engine(), "-f", compose.toString(), "-o", "json");
    assertThat(check.exit()).isEqualTo(3);
    var finding = check.finding("PLATFORM-NONE");
    assertThat(finding.get("service").text()).hasValue("front");
    assertThat(finding.get("message").text().orElse("")).contains("10.0.20348.1");
    var up = up(compose.toString());
    assertThat(up.exit()).as(up.err()).isEqualTo(3);
    assertThat(rig.docker("service", "ls", "-q", "--filter", "name=shop")).isEmpty();
    assertThat(rig.docker("network", "ls", "-q")).isEqualTo(before);
  }

  @Test
  void anImageTheRegistryDoesNotHoldAndARegistryNobodyAnswersFor() throws Exception {
    var missing = compose(rig.registry() + "/none:1");
    var run = Run.of("check", "-p", "shop", "-H", engine(), "-f", missing);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("IMAGE-NOT-FOUND").contains("/none:1");

    var silent = compose("127.0.0.1:1/web:1");
    run = Run.of("check", "-p", "shop", "-H", engine(), "-f", silent);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("IMAGE-PLATFORM-UNKNOWN").contains("127.0.0.1:1");
    assertThat(run.out() + run.err()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void whoeverHoldsAPortIsInTheLedger() throws Exception {
    rig.docker("run", "-d", "--name", "old", "-p", "8095:80", rig.registry() + "/web:1");
    rig.docker("service", "create", "-q", "--name", "plain", "--publish", "80", web());
    var process =
        new ProcessBuilder(
                Path.of("rig/enter").toAbsolutePath().toString(),
                "n2",
                "busybox",
                "nc",
                "-ll",
                "-p",
                "8096",
                "-e",
                "/bin/true")
            .start();
    try {
      eventually(
          "the agent of n2 tells of port 8096",
          () -> label("n2", "dev.catamaran.ports.tcp").contains("8096"));
      assertThat(label("n1", "dev.catamaran.ports.tcp"))
          .as("what Swarm and the agent listen on is explained")
          .doesNotContain("2377")
          .doesNotContain("7946");
      assertThat(held("8095")).isEqualTo("container old on n1");
      assertThat(held("8096")).isEqualTo("host process unknown on n2");
      assertThat(held("30000")).isEqualTo("service plain on null");

      var compose =
          Files.writeString(
              folder.resolve("compose.yaml"),
              "services: {web: {image: '%s', ports: ['8095:80', '8096:81', '30000:82']}}"
                  .formatted(web()));
      var check = Run.of("check", "-p", "shop", "-H", engine(), "-f", compose.toString());
      assertThat(check.exit()).as(check.err()).isEqualTo(3);
      assertThat(check.out())
          .contains("published port 8095/tcp is held by container old on n1")
          .contains("published port 8096/tcp is held by a process of the host on n2")
          .contains("published port 30000/tcp is held by service plain");
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      rig.docker("rm", "-f", "old");
    }
  }

  private String web() throws IOException {
    return rig.registry() + "/web:1";
  }

  private String held(String port) {
    var line =
        Run.of("ports", port, "-H", engine(), "-o", "json").json().get("ports").items().getFirst();
    return line.at("owner", "kind").text().orElse("")
        + " "
        + line.at("owner", "name").text().orElse("")
        + " on "
        + line.get("node").text().orElse("null");
  }

  /** What the docker CLI alone gives: the engine's mesh where the kernel has IPVS, else silence. */
  private void plainSwarmAnswersOnlyWithIpvs(boolean ipvs) throws Exception {
    rig.docker(
        "service",
        "create",
        "-q",
        "--name",
        "plain",
        "--publish",
        PLAIN_PORT + ":80",
        rig.registry() + "/web:1");
    var answers = new ArrayList<String>();
    for (var node : rig.nodes()) {
      answers.add(get(node, PLAIN_PORT));
    }
    if (ipvs) {
      assertThat(answers).doesNotContain("");
    } else {
      assertThat(answers).as("the engine's own mesh without IPVS").containsOnly("");
    }
    rig.docker("service", "rm", "plain");
  }

  private String compose(String image) throws IOException {
    var text =
        """
        services:
          web:
            image: %s
            ports:
              - "%d:80"
            environment:
              STORE: store:6379
            secrets: [key]
            deploy:
              replicas: 2
          store:
            image: %s/store:1
        secrets:
          key:
            file: key.txt
        """
            .formatted(image, OUR_PORT, rig.registry());
    Files.writeString(folder.resolve("key.txt"), "not for logs");
    return Files.writeString(folder.resolve("compose.yaml"), text).toString();
  }

  private Run up(String compose) {
    var run = Run.of("up", "-p", "shop", "-H", engine(), "-f", compose, "--yes");
    assertThat(run.out() + run.err()).doesNotContain("not for logs");
    return run;
  }

  private String engine() {
    return rig.engine("n1").toString();
  }

  private Process agent(String node) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            Path.of("rig/enter").toAbsolutePath().toString(),
            node,
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.catamaran.Main",
            "agent",
            "run",
            "-H",
            rig.engine(node).toString(),
            "--state",
            folder.resolve("agent-" + node).toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("agent-" + node + ".log").toFile())
        .start();
  }

  private String label(String node, String label) throws IOException, InterruptedException {
    return rig.docker(
        "node", "inspect", node, "--format", "{{json (index .Spec.Labels \"" + label + "\")}}");
  }

  /** The body, or nothing where nobody answers. */
  private String get(String node, int port) throws IOException, InterruptedException {
    var uri = URI.create("http://" + rig.address(node) + ":" + port + "/");
    try {
      return client
          .send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build(),
              BodyHandlers.ofString())
          .body()
          .strip();
    } catch (IOException _) {
      return "";
    }
  }

  private void eventually(String what, Callable<Boolean> condition) throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    while (!condition.call()) {
      assertThat(Instant.now()).as(what + "; agents said: " + logs()).isBefore(deadline);
    }
  }

  private String logs() throws IOException {
    var text = new StringBuilder();
    for (var node : rig.nodes()) {
      var log = folder.resolve("agent-" + node + ".log");
      text.append(Files.exists(log) ? Files.readString(log) : "");
    }
    return text.toString();
  }
}
