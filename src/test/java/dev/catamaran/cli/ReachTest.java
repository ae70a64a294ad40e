package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.dial.Certificates;
import dev.catamaran.orchestrator.swarm.Rig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way to a real engine: contexts made by docker's own command, an engine that demands
 * certificates, a real ssh server. All of it on loopback, started and ended here.
 */
@Tag("swarm")
class ReachTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final Rig rig = Rig.present();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void ended() throws InterruptedException {
    for (var process : started.reversed()) {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("%s ends", process.info()).isTrue();
    }
  }

  private Process start(Path log, String... command) throws IOException {
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    started.add(process);
    return process;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void eventually(String what, Path log, Callable<Boolean> so) throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    while (!so.call()) {
      assertThat(Instant.now())
          .as("%s; the log: %s", what, Files.exists(log) ? Files.readString(log) : "")
          .isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  private Map<String, String> settings() {
    return new HashMap<>(
        Map.of(
            "DOCKER_CONFIG", folder.resolve("docker").toString(), "PATH", System.getenv("PATH")));
  }

  /** Docker's own command, with settings of this test only. */
  private String docker(Map<String, String> environment, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(n -> n.startsWith("DOCKER_"));
    builder.environment().putAll(environment);
    var out = folder.resolve("docker-output");
    var process = builder.redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    return Files.readString(out).strip();
  }

  private void sees(Run run, String... nodes) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains(nodes);
  }

  @Test
  void contextsOfDockersCommandAreFollowed() throws Exception {
    var here = settings();
    docker(here, "context", "create", "rig", "--docker", "host=" + rig.engine("n1"));
    docker(here, "context", "create", "worker", "--docker", "host=" + rig.engine("n2"));
    sees(Run.with(here, "nodes", "--context", "rig"), "n1", "n2", "n3");

    docker(here, "context", "use", "rig");
    sees(Run.with(here, "nodes"), "n1", "n2", "n3");

    here.put("DOCKER_CONTEXT", "worker");
    var worker = Run.with(here, "nodes");
    assertThat(worker.exit()).isEqualTo(1);
    assertThat(worker.err())
        .contains("(context worker, by DOCKER_CONTEXT)")
        .contains("not a swarm manager")
        .contains("--context");

    here.put("DOCKER_CONTEXT", "rigg");
    var wrong = Run.with(here, "nodes");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("did you mean \"rig\"?").contains("default, rig, worker");
  }

  @Test
  void dockersCommandCallsUsAsItsPluginAndItsGlobalOptionsCount() throws Exception {
    var here = settings();
    var plugins = Files.createDirectories(folder.resolve("docker/cli-plugins"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var plugin =
        Files.writeString(
            plugins.resolve("docker-catamaran"),
            "#!/bin/sh\nexec %s -XX:+UseSerialGC -cp '%s' dev.catamaran.Main \"$@\"\n"
                .formatted(java, System.getProperty("java.class.path")));
    assertThat(plugin.toFile().setExecutable(true)).isTrue();
    docker(here, "context", "create", "rig", "--docker", "host=" + rig.engine("n1"));

    assertThat(docker(here, "--help")).containsPattern("catamaran\\* +One application over");
    assertThat(docker(here, "--context", "rig", "catamaran", "nodes")).contains("n1", "n2", "n3");
    here.put("DOCKER_CONTEXT", "rig");
    var engine = rig.engine("n1").toString();
    assertThat(docker(here, "-H", engine, "catamaran", "ls", "-o", "json")).contains("projects");
  }

  @Test
  void anEngineThatDemandsCertificatesIsMetWithThem() throws Exception {
    var certificates = Certificates.in(folder.resolve("tls"));
    var ca = certificates.authority("ca");
    certificates.authority("other");
    var server = certificates.signed("server", "ca", "DNS:localhost,IP:127.0.0.1", 2);
    var cert = certificates.signed("cert", "ca", "DNS:client", 2);
    Files.copy(certificates.key("cert"), folder.resolve("tls/key.pem"));
    int port = engine(certificates, ca, server);

    var byVariables = settings();
    byVariables.put("DOCKER_HOST", "tcp://localhost:" + port);
    byVariables.put("DOCKER_TLS_VERIFY", "1");
    byVariables.put("DOCKER_CERT_PATH", folder.resolve("tls").toString());
    sees(Run.with(byVariables, "nodes"), "tls-engine");

    var byContext = settings();
    var endpoint =
        "host=tcp://127.0.0.1:%d,ca=%s,cert=%s,key=%s"
            .formatted(port, ca, cert, folder.resolve("tls/key.pem"));
    docker(byContext, "context", "create", "secure", "--docker", endpoint);
    sees(Run.with(byContext, "nodes", "--context", "secure"), "tls-engine");

    var host = "tcp://localhost:" + port;
    says("it speaks TLS, and was spoken to in the clear", "-H", host);
    says(
        "the engine wants a client certificate|the engine broke the connection off",
        "-H",
        host,
        "--tlsverify",
        "--tlscacert",
        ca.toString());
    says(
        "is not signed by .*other.pem",
        "-H",
        host,
        "--tlsverify",
        "--tlscacert",
        folder.resolve("tls/other.pem").toString());
    says(
        "does not speak it",
        "-H",
        "tcp://" + rig.registry(),
        "--tlsverify",
        "--tlscacert",
        ca.toString());
  }

  private void says(String pattern, String... where) {
    var words = new ArrayList<>(List.of("nodes"));
    words.addAll(List.of(where));
    var run = Run.with(settings(), words.toArray(String[]::new));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).containsPattern(pattern).contains("try:").contains("(--host)");
  }

  /** A Swarm of one, in name spaces of its own, that listens with TLS on loopback. */
  private int engine(Certificates certificates, Path ca, Path server) throws Exception {
    int port = freePort();
    var home = Files.createDirectories(folder.resolve("engine"));
    var log = folder.resolve("engine.log");
    start(
        log,
        "unshare",
        "-m",
        "-u",
        "bash",
        "-c",
        """
        hostname tls-engine
        mount --make-rprivate /
        mount -t tmpfs t /run
        mkdir -p /run/docker
        exec dockerd --data-root "$0/data" --exec-root /run/docker-exec -p /run/dockerd.pid \
          -H "unix://$0/docker.sock" -H "tcp://127.0.0.1:$1" --bridge none --iptables=false \
          --tlsverify --tlscacert "$2" --tlscert "$3" --tlskey "$4" --shutdown-timeout 3
        """,
        home.toString(),
        Integer.toString(port),
        ca.toString(),
        server.toString(),
        certificates.key("server").toString());
    eventually("dockerd listens", log, () -> answers(port));
    docker(
        settings(),
        "-H",
        "unix://" + home.resolve("docker.sock"),
        "swarm",
        "init",
        "--listen-addr",
        "127.0.0.1:" + freePort(),
        "--advertise-addr",
        "127.0.0.1");
    return port;
  }

  /**
   * The ssh command has its user's configuration from the home directory; a configuration of our
   * own stands before it on the PATH, as a script that adds one option to the real command.
   */
  @Test
  void anEngineBehindARealSshServerIsMet() throws Exception {
    int port = sshServer();
    var socket = rig.engine("n1").toString().replace("unix://", "");
    var far = "ssh://root@127.0.0.1:" + port + socket;

    var seen = outside("nodes", "-H", far);
    assertThat(seen).contains("exit 0").contains("n1").contains("n3");

    Files.writeString(folder.resolve("known"), "");
    assertThat(outside("nodes", "-H", far))
        .contains("exit 1")
        .contains("the host key of 127.0.0.1 is not known to this machine")
        .contains("try:");
    known(port);
    Files.writeString(folder.resolve("authorized"), "");
    assertThat(outside("nodes", "-H", far))
        .contains("exit 1")
        .contains("127.0.0.1 does not let this user in");
  }

  private int sshServer() throws Exception {
    int port = freePort();
    keygen("host");
    keygen("user");
    Files.copy(folder.resolve("user.pub"), folder.resolve("authorized"));
    Files.createDirectories(Path.of("/run/sshd"));
    Files.writeString(
        folder.resolve("sshd_config"),
        """
        ListenAddress 127.0.0.1:%1$d
        HostKey %2$s/host
        AuthorizedKeysFile %2$s/authorized
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        StrictModes no
        PidFile none
        """
            .formatted(port, folder));
    known(port);
    var bin = Files.createDirectories(folder.resolve("bin"));
    var ssh =
        Files.writeString(
            bin.resolve("ssh"),
            """
            #!/bin/sh
            exec /usr/bin/ssh -F none -o BatchMode=yes -o IdentitiesOnly=yes -o IdentityFile=%1$s/user \
              -o UserKnownHostsFile=%1$s/known -o GlobalKnownHostsFile=none "$@"
            """
                .formatted(folder));
    assertThat(ssh.toFile().setExecutable(true)).isTrue();
    var log = folder.resolve("sshd.log");
    start(log, "/usr/sbin/sshd", "-D", "-e", "-f", folder.resolve("sshd_config").toString());
    eventually("sshd listens", log, () -> answers(port));
    return port;
  }

  private void known(int port) throws IOException {
    Files.writeString(
        folder.resolve("known"),
        "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve("host.pub")));
  }

  private void keygen(String name) throws Exception {
    var file = folder.resolve(name).toString();
    var process =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file)
            .redirectErrorStream(true)
            .start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /** Ours as a process of its own, since a process finds ssh by its own PATH. */
  private String outside(String... arguments) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.catamaran.Main"));
    command.addAll(List.of(arguments));
    var out = folder.resolve("outside");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().keySet().removeIf(n -> n.startsWith("DOCKER_"));
    builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    var process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out) + "exit " + process.exitValue();
  }
}
