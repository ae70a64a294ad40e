package dev.catamaran.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ssh command is asked, and what is made of its failures; a script stands in for it. */
class SshDoorTest {
  @TempDir Path directory;

  private static EngineAddress.Ssh address(String text) {
    return (EngineAddress.Ssh) EngineAddress.parse(text);
  }

  private Path script(String body) throws IOException {
    var file = Files.writeString(directory.resolve("ssh"), "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private NoConnection failure(String body) throws IOException {
    try (var connection = SshDoor.connect(script(body).toString(), address("ssh://me@far"))) {
      return catchThrowableOfType(
          NoConnection.class,
          () -> {
            try {
              if (connection.in().read() < 0) {
                throw new IOException("the connection ended");
              }
            } catch (IOException e) {
              throw connection.explained(e);
            }
          });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssh://far                 | -T -- far docker system dial-stdio",
        "ssh://me@far:2222         | -T -l me -p 2222 -- far docker system dial-stdio",
        "ssh://far/run/user/d.sock | -T -- far docker --host=unix:///run/user/d.sock system dial-stdio",
        "ssh://far/my%20d.sock     | -T -- far docker --host='unix:///my d.sock' system dial-stdio"
      })
  void dockerOnTheOtherSideDials(String text, String expected) {
    assertThat(String.join(" ", SshDoor.command("ssh", address(text))))
        .isEqualTo("ssh -o ConnectTimeout=10 " + expected);
  }

  @Test
  void theChildsStreamsAreTheConnection() throws IOException {
    try (var connection = SshDoor.connect(script("exec cat").toString(), address("ssh://far"))) {
      connection.out().write("ping".getBytes(StandardCharsets.US_ASCII));
      connection.out().flush();
      assertThat(connection.in().readNBytes(4))
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo("ping");
    }
  }

  @Test
  void aChildThatIsClosedEnds() throws Exception {
    var connection =
        SshDoor.connect(script("echo $$; exec sleep 60").toString(), address("ssh://far"));
    var pid = new StringBuilder();
    for (int c = connection.in().read(); c != '\n'; c = connection.in().read()) {
      pid.append((char) c);
    }
    var child = ProcessHandle.of(Long.parseLong(pid.toString())).orElseThrow();
    connection.close();
    assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "255 | Host key verification failed.                         | the host key of far is not known to this machine",
        "255 | WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!      | the host key of far is not the one this machine knows",
        "255 | me@far: Permission denied (publickey,password).       | far does not let this user in",
        "255 | ssh: Could not resolve hostname far: Name unknown     | ssh finds no address for far",
        "255 | ssh: connect to host far port 22: Connection refused  | no ssh server listens there on far",
        "255 | ssh: connect to host far port 22: Connection timed out| far does not answer ssh in time",
        "127 | sh: 1: docker: not found                              | there is no docker command on far",
        "1   | docker: dial-stdio is not a docker command.           | the docker command of far is too old to be dialled through; 18.09 is needed",
        "1   | Cannot connect to the Docker daemon at unix:///x.     | no engine answers on far",
        "3   | something else                                        | ssh to far ended with status 3"
      })
  void eachFailureHasItsOwnWordsAndSshsToo(int exit, String said, String expected)
      throws IOException {
    var failure = failure("echo '" + said + "' >&2; exit " + exit);
    assertThat(failure).hasMessage(expected + "; it said: " + said);
  }

  @Test
  void anSshThatIsMissingIsSaid() {
    assertThat(
            catchThrowableOfType(
                NoConnection.class,
                () -> SshDoor.connect(directory.resolve("none").toString(), address("ssh://far"))))
        .hasMessageContaining("the ssh command cannot be started");
  }

  @Test
  void aNamedPipeNeedsWindows() {
    var dialer = new Dialer(Endpoint.of(EngineAddress.Pipe.USUAL), Duration.ofSeconds(1));
    assertThat(catchThrowableOfType(NoConnection.class, dialer::connect))
        .hasMessageStartingWith("named pipes exist on Windows only");
  }
}
