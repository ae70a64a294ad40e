package dev.catamaran.orchestrator.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The real Swarm that rig/up started; without one these tests fail, they do not pass. */
public record Rig(Path directory) {
  /** By the property catamaran.rig, else the environment's CATAMARAN_RIG. */
  public static Rig present() {
    var place =
        Optional.ofNullable(System.getProperty("catamaran.rig"))
            .or(() -> Optional.ofNullable(System.getenv("CATAMARAN_RIG")));
    assertThat(place).as("CATAMARAN_RIG names the directory of a rig; use rig/test").isPresent();
    var rig = new Rig(Path.of(place.orElseThrow()));
    assertThat(rig.directory().resolve("complete")).as("the rig is up").exists();
    return rig;
  }

  /** The nodes' names: n1 is the manager. */
  public List<String> nodes() throws IOException {
    return Files.readAllLines(directory.resolve("nodes")).stream()
        .map(l -> l.substring(0, l.indexOf(' ')))
        .toList();
  }

  /** Where the node is met, from this host too. */
  public String address(String node) throws IOException {
    return Files.readAllLines(directory.resolve("nodes")).stream()
        .map(l -> l.split(" ", -1))
        .filter(l -> l[0].equals(node))
        .map(l -> l[1])
        .findFirst()
        .orElseThrow();
  }

  /** {@code host:port} of the registry. */
  public String registry() throws IOException {
    return Files.readString(directory.resolve("registry-address")).strip();
  }

  public Endpoint engine(String node) {
    return Endpoint.of(new EngineAddress.Unix(directory.resolve(node).resolve("docker.sock")));
  }

  /** Docker's own client against the manager: the second opinion on what the engine holds. */
  public String docker(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("docker", "-H", engine("n1").toString()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.strip();
  }
}
