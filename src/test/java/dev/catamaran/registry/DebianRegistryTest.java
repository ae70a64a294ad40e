package dev.catamaran.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.Digest;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry of the distribution project, as Debian packages it, run for each test. */
@Tag("swarm")
class DebianRegistryTest {
  private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");
  private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
  private static final String LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private Process server;
  private String host;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    assertThat(PROGRAM).as("install Debian's package docker-registry").isExecutable();
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      host = "127.0.0.1:" + socket.getLocalPort();
    }
    var config = directory.resolve("config.yml");
    Files.writeString(
        config,
        """
        version: 0.1
        storage:
          filesystem: {rootdirectory: "%s"}
        http: {addr: "%s"}
        """
            .formatted(directory.resolve("data"), host));
    server =
        new ProcessBuilder(PROGRAM.toString(), "serve", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    awaitAnswer();
  }

  @AfterEach
  void stop() throws InterruptedException {
    client.close();
    server.destroy();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aManifestListKeepsTheWindowsBuildsItWasPushedWith() throws Exception {
    var old = pushImage("windows", "10.0.17763.6775");
    var young = pushImage("windows", "10.0.20348.3091");
    var linux = pushImage("linux", "");
    var list =
        """
        {"schemaVersion": 2, "mediaType": "%s", "manifests": [%s, %s, %s]}\
        """
            .formatted(
                LIST,
                entry(old, "windows", "10.0.17763.6775"),
                entry(young, "windows", "10.0.20348.3091"),
                entry(linux, "linux", ""));
    put("manifests/many", LIST, list);
    assertThat(ask("shop/front:many"))
        .isEqualTo(
            new ImageAnswer.Known(
                List.of(
                    Platform.parse("windows(10.0.17763.6775)/amd64").orElseThrow(),
                    Platform.parse("windows(10.0.20348.3091)/amd64").orElseThrow(),
                    Platform.parse("linux/amd64").orElseThrow()),
                Optional.of(new Digest(FakeRegistry.digest(list))),
                "registry " + host));
  }

  @Test
  void aSingleImageTellsItsPlatformByItsConfiguration() throws Exception {
    var manifest = pushImage("windows", "10.0.14393.1198");
    put("manifests/one", MANIFEST, manifest);
    assertThat(ask("shop/front:one"))
        .isEqualTo(
            new ImageAnswer.Known(
                List.of(Platform.parse("windows(10.0.14393.1198)/amd64").orElseThrow()),
                Optional.of(new Digest(FakeRegistry.digest(manifest))),
                "registry " + host));
  }

  @Test
  void whatWasNeverPushedIsNotFound() {
    assertThat(ask("shop/nothing:1")).isEqualTo(new ImageAnswer.NotFound("registry " + host));
  }

  private ImageAnswer ask(String image) {
    try (var registry = new Registry(Credentials.of(Map.of()), Set.of(), Duration.ofSeconds(30))) {
      return registry.platforms(ImageRef.parse(host + "/" + image));
    }
  }

  /** Pushes an image without layers; its manifest is what comes back. */
  private String pushImage(String os, String version) throws Exception {
    var config =
        """
        {"os": "%s", "architecture": "amd64", "os.version": "%s",
         "rootfs": {"type": "layers", "diff_ids": []}}\
        """
            .formatted(os, version);
    var upload = send(request("blobs/uploads/").POST(HttpRequest.BodyPublishers.noBody()));
    var location = upload.headers().firstValue("Location").orElseThrow();
    var target = URI.create(location + "&digest=" + FakeRegistry.digest(config));
    send(HttpRequest.newBuilder(target).PUT(HttpRequest.BodyPublishers.ofString(config)));
    var manifest =
        """
        {"schemaVersion": 2, "mediaType": "%s", "layers": [],
         "config": {"mediaType": "application/vnd.docker.container.image.v1+json",
                    "size": %d, "digest": "%s"}}\
        """
            .formatted(MANIFEST, config.getBytes(UTF_8).length, FakeRegistry.digest(config));
    put("manifests/" + FakeRegistry.digest(manifest), MANIFEST, manifest);
    return manifest;
  }

  private static String entry(String manifest, String os, String version) {
    var told = version.isEmpty() ? "" : ", \"os.version\": \"" + version + "\"";
    return """
    {"mediaType": "%s", "size": %d, "digest": "%s",
     "platform": {"architecture": "amd64", "os": "%s"%s}}\
    """
        .formatted(
            MANIFEST, manifest.getBytes(UTF_8).length, FakeRegistry.digest(manifest), os, told);
  }

  private void put(String path, String type, String body) throws Exception {
    send(request(path).header("Content-Type", type).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + host + "/v2/shop/front/" + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return response;
  }

  /** The server says nothing when it is ready, so it is asked until it answers or has ended. */
  private void awaitAnswer() throws IOException, InterruptedException {
    var question = HttpRequest.newBuilder(URI.create("http://" + host + "/v2/")).build();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline && server.isAlive()) {
      try {
        client.send(question, HttpResponse.BodyHandlers.discarding());
        return;
      } catch (ConnectException _) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
    throw new AssertionError(Files.readString(directory.resolve("log")));
  }
}
