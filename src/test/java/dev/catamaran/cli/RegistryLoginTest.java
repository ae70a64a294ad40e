package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.orchestrator.swarm.Rig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real registry that lets nobody in without a password, and real engines that pull from it. */
@Tag("swarm")
class RegistryLoginTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PORT = 5001;
  private static final String USER = "ann";
  private static final String SECRET = "open-sesame";

  /** The bcrypt hash of that secret, which is as much as a registry knows. */
  private static final String HASH = "$2b$05$abcdefghijklmnopqrstuutXu9KzOt.1yBoZUeFWoT/914/JfszCO";

  @TempDir Path folder;
  private final Rig rig = Rig.present();
  private Process registry;
  private String host;

  @BeforeEach
  void aGuardedRegistryWithAnImage() throws Exception {
    var bridge = rig.registry().substring(0, rig.registry().indexOf(':'));
    host = bridge + ":" + PORT;
    Files.writeString(folder.resolve("users"), USER + ":" + HASH + "\n");
    Files.writeString(
        folder.resolve("registry.yml"),
        """
        version: 0.1
        log: {level: warn}
        storage: {filesystem: {rootdirectory: %1$s/store}}
        http: {addr: "%2$s"}
        auth: {htpasswd: {realm: rig, path: %1$s/users}}
        """
            .formatted(folder, host));
    registry =
        new ProcessBuilder("docker-registry", "serve", folder.resolve("registry.yml").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("registry.log").toFile())
            .start();
    var deadline = Instant.now().plus(PATIENCE);
    while (!answers(bridge)) {
      assertThat(Instant.now())
          .as(Files.readString(folder.resolve("registry.log")))
          .isBefore(deadline);
    }
    var login =
        Base64.getEncoder().encodeToString((USER + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    config("pusher", "{\"auths\":{\"" + host + "\":{\"auth\":\"" + login + "\"}}}");
    rig.docker("tag", rig.registry() + "/web:1", image());
    rig.docker("--config", folder.resolve("pusher").toString(), "push", "-q", image());
  }

  private static boolean answers(String bridge) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral(bridge), PORT), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private void config(String name, String json) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("config.json"), json);
  }

  private String image() {
    return host + "/private/web:1";
  }

  @AfterEach
  void ended() throws Exception {
    Run.of("down", "-p", "vault", "-H", rig.engine("n1").toString(), "--yes");
    rig.docker("rmi", "-f", image());
    registry.destroy();
    assertThat(registry.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private Run with(String settings, String... words) {
    return Run.with(
        Map.of("DOCKER_CONFIG", folder.resolve(settings).toString(), "PATH", folder.toString()),
        words);
  }

  private String compose() throws IOException {
    return Files.writeString(
            folder.resolve("compose.yaml"),
            """
            services:
              web:
                image: %s
                deploy:
                  replicas: 3
                  placement: {max_replicas_per_node: 1}
            """
                .formatted(image()))
        .toString();
  }

  @Test
  void everyNodePullsWithTheLoginThatACredentialHelperHolds() throws Exception {
    var helper =
        Files.writeString(
            folder.resolve("docker-credential-vault"),
            """
            #!/bin/sh
            read server
            [ "$server" = %s ] || { echo 'credentials not found in native keychain'; exit 1; }
            echo '{"ServerURL":"'"$server"'","Username":"%s","Secret":"%s"}'
            """
                .formatted(host, USER, SECRET));
    assertThat(helper.toFile().setExecutable(true)).isTrue();
    config("helped", "{\"credHelpers\":{\"" + host + "\":\"vault\"}}");
    var engine = rig.engine("n1").toString();
    var up = with("helped", "up", "-p", "vault", "-H", engine, "-f", compose(), "--yes");
    assertThat(up.exit()).as(up.err() + up.out()).isZero();
    assertThat(up.out() + up.err()).doesNotContain(SECRET);
    assertThat(rig.docker("stack", "services", "vault", "--format", "{{.Replicas}}"))
        .startsWith("3/3");

    var again = with("helped", "plan", "-p", "vault", "-H", engine, "-f", compose());
    assertThat(again.out()).contains("nothing to do");
  }

  @Test
  void aHelperThatFailsIsToldAndSoIsWhatTheRegistrySays() throws Exception {
    var helper =
        Files.writeString(
            folder.resolve("docker-credential-vault"),
            "#!/bin/sh\nread server\necho 'the vault is sealed'\nexit 2\n");
    assertThat(helper.toFile().setExecutable(true)).isTrue();
    config("sealed", "{\"credsStore\":\"vault\"}");
    var engine = rig.engine("n1").toString();
    var check = with("sealed", "check", "-p", "vault", "-H", engine, "-f", compose());
    assertThat(check.exit()).isEqualTo(3);
    assertThat(check.out())
        .contains("REGISTRY-LOGIN")
        .contains("docker-credential-vault failed with status 2: the vault is sealed")
        .contains("docker login " + host);
  }
}
