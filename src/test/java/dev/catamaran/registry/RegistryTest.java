package dev.catamaran.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.Digest;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
  private static final String MANIFEST = "/v2/shop/front/manifests/1";
  private static final String LIST =
      """
      {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.list.v2+json",
       "manifests": [
        {"platform": {"architecture": "amd64", "os": "windows", "os.version": "10.0.17763.6775"}},
        {"platform": {"architecture": "amd64", "os": "linux"}}]}\
      """;
  private static final String CONFIG =
      """
      {"architecture": "amd64", "os": "windows", "os.version": "10.0.20348.3091"}\
      """;

  /** What Go's web server, and so the registry, answers to a TLS greeting. */
  private static final String PLAIN_REFUSAL =
      "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n"
          + "Connection: close\r\n\r\n400 Bad Request";

  /** No name server is asked for a label of more than 63 characters. */
  private static final String LONG_NAME =
      "a-name-with-far-too-many-letters-to-be-one-of-the-domain-name-system.invalid";

  private FakeRegistry fake;
  private Registry registry;

  @BeforeEach
  void start() throws IOException {
    fake = new FakeRegistry();
    registry = registry(Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    registry.close();
    fake.close();
  }

  @Test
  void aManifestListOffersItsPlatformsWithTheirWindowsBuild() {
    fake.page(MANIFEST, 200, LIST);
    assertThat(ask("shop/front:1"))
        .isEqualTo(
            new ImageAnswer.Known(
                platforms("windows(10.0.17763.6775)/amd64", "linux/amd64"),
                Optional.of(new Digest(FakeRegistry.digest(LIST))),
                "registry " + fake.host()));
  }

  @Test
  void allFormsOfManifestsAreAskedFor() {
    fake.page(
        MANIFEST,
        exchange -> {
          var accept = exchange.getRequestHeaders().getFirst("Accept");
          FakeRegistry.answer(exchange, accept.split(",", -1).length == 4 ? 200 : 406, LIST);
        });
    assertThat(ask("shop/front:1")).isInstanceOf(ImageAnswer.Known.class);
  }

  @Test
  void aSingleImageIsAskedForItsConfiguration() {
    serveSingle();
    assertThat(ask("shop/front:1"))
        .isEqualTo(
            new ImageAnswer.Known(
                platforms("windows(10.0.20348.3091)/amd64"),
                Optional.of(new Digest(FakeRegistry.digest(single()))),
                "registry " + fake.host()));
  }

  @Test
  void aPinnedImageIsAskedForByItsDigestAndChecked() {
    var digest = FakeRegistry.digest(LIST);
    fake.page("/v2/shop/front/manifests/" + digest, 200, LIST);
    assertThat(ask("shop/front:1@" + digest)).isInstanceOf(ImageAnswer.Known.class);
    var other = "sha256:" + "ab".repeat(32);
    fake.page("/v2/shop/front/manifests/" + other, 200, LIST);
    assertThat(reason(ask("shop/front@" + other))).contains("served sha256:", "instead");
  }

  @Test
  void whatTheRegistryDoesNotHaveIsNotFound() {
    assertThat(ask("shop/front:2")).isEqualTo(new ImageAnswer.NotFound("registry " + fake.host()));
  }

  @ParameterizedTest
  @CsvSource({
    "500, answered 500",
    "503, answered 503",
    "429, answered 429 (too many requests)",
    "403, answered 403 (access denied",
    "401, answered 401 (access denied",
    "302, answered 302",
  })
  void otherAnswersAreUnknownAndNamedWithTheirEndpoint(int status, String told) {
    fake.page(MANIFEST, status, "no");
    assertThat(reason(ask("shop/front:1")))
        .startsWith(
            "registry %s does not tell about %s/shop/front:1: %s %s"
                .formatted(fake.host(), fake.host(), fake.url(MANIFEST), told));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>a proxy's page</html>", "{\"half\":", "", "{}", "[1]"})
  void nonsenseIsUnknown(String body) {
    fake.page(MANIFEST, 200, body);
    assertThat(reason(ask("shop/front:1"))).contains(fake.url(MANIFEST));
  }

  @Test
  void aConfigurationThatIsGoneOrForgedIsUnknown() {
    fake.page(MANIFEST, 200, single());
    assertThat(reason(ask("shop/front:1"))).contains("/blobs/sha256:", "answered 404");
    fake.page("/v2/shop/front/blobs/" + FakeRegistry.digest(CONFIG), 200, CONFIG + " ");
    assertThat(reason(ask("shop/front:1"))).contains("instead");
  }

  @Test
  void aBodyWithoutEndIsCutOff() {
    fake.page(
        MANIFEST,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          var block = new byte[1 << 16];
          for (int i = 0; i < 1 << 10; i++) {
            exchange.getResponseBody().write(block);
          }
        });
    assertThat(reason(ask("shop/front:1"))).contains(fake.url(MANIFEST));
  }

  @Test
  void aRegistryThatNeverAnswersIsUnknownAfterTheTimeAllowed() throws InterruptedException {
    var released = new CountDownLatch(1);
    fake.page(
        MANIFEST,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().flush();
          try {
            assertThat(released.await(60, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    try (var hasty = registry(Duration.ofMillis(300))) {
      assertThat(reason(hasty.platforms(ref("shop/front:1")))).contains("no answer in time");
    } finally {
      released.countDown();
    }
  }

  @Test
  void aRegistryNobodyRunsIsUnknown() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var answer = registry.platforms(ImageRef.parse("127.0.0.1:" + port + "/front:1"));
    assertThat(reason(answer))
        .isEqualTo(
            "registry 127.0.0.1:%d does not tell about 127.0.0.1:%d/front:1: ".formatted(port, port)
                + "http://127.0.0.1:%d/v2/front/manifests/1: the connection was refused"
                    .formatted(port));
  }

  @ParameterizedTest
  @ValueSource(strings = {LONG_NAME, "a..b", "localhost:99999"})
  void aHostThatIsNoneIsUnknown(String host) {
    assertThat(reason(registry.platforms(ImageRef.parse(host + "/front:1")))).contains(host);
  }

  @Test
  void aHostNamedInsecureIsSpokenToInTheOpen() {
    fake.page(MANIFEST, 200, LIST);
    var host = notTakenForLoopback(fake.host().substring(fake.host().indexOf(':') + 1));
    try (var lax = new Registry(Credentials.of(Map.of()), Set.of(host), Duration.ofSeconds(20))) {
      assertThat(lax.platforms(ImageRef.parse(host + "/shop/front:1")))
          .isInstanceOf(ImageAnswer.Known.class);
    }
  }

  @Test
  void aRegistryThatSpeaksNoTlsIsUnknown() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var served =
          threads.submit(() -> {
            try (var caller = socket.accept()) {
              int greeting = caller.getInputStream().read();
              caller.getOutputStream().write(PLAIN_REFUSAL.getBytes(UTF_8));
              caller.shutdownOutput();
              caller.getInputStream().transferTo(OutputStream.nullOutputStream());
              return greeting;
            }
          });
      var host = notTakenForLoopback(Integer.toString(socket.getLocalPort()));
      assertThat(reason(registry.platforms(ImageRef.parse(host + "/shop/front:1"))))
          .contains("https://" + host + MANIFEST + ": TLS failed: ");
      assertThat(served.get(20, TimeUnit.SECONDS))
          .as("the first byte of a TLS record")
          .isEqualTo(22);
    }
  }

  /** Loopback in a spelling that is not taken for it. */
  private static String notTakenForLoopback(String port) {
    return "[::ffff:7f00:1]:" + port;
  }

  @ParameterizedTest
  @CsvSource({
    "docker.io, https://registry-1.docker.io",
    "mcr.example.com, https://mcr.example.com",
    "localhost, http://localhost",
    "localhost:5000, http://localhost:5000",
    "127.0.0.1:5000, http://127.0.0.1:5000",
    "127.1.2.3, http://127.1.2.3",
    "[::1]:5000, http://[::1]:5000",
    "127.example.com, https://127.example.com",
    "localhost.example.com, https://localhost.example.com",
    "10.0.0.1:5000, http://10.0.0.1:5000",
    "10.0.0.1, https://10.0.0.1",
  })
  void onlyLoopbackAndInsecureHostsAreSpokenToInTheOpen(String host, String base) {
    assertThat(Registry.base(host, Set.of("10.0.0.1:5000"))).isEqualTo(base);
  }

  @Test
  void aRedirectNeverLeavesTlsBehind() {
    assertThatExceptionOfType(Unanswered.class)
        .isThrownBy(() -> Wire.target(URI.create("https://a.example/v2/"), "http://b.example/"))
        .withMessage("https://a.example/v2/: redirects from https to http");
  }

  @Test
  void redirectsAreFollowed() throws IOException {
    try (var store = new FakeRegistry()) {
      serveSingle();
      var blob = "/v2/shop/front/blobs/" + FakeRegistry.digest(CONFIG);
      fake.redirect(blob, 307, store.url("/far/away"));
      store.redirect("/far/away", 302, "near");
      store.page("/far/near", 200, CONFIG);
      assertThat(ask("shop/front:1")).isInstanceOf(ImageAnswer.Known.class);
    }
  }

  @Test
  void redirectsThatGoRoundOrNowhereAreUnknown() {
    fake.redirect(MANIFEST, 307, MANIFEST);
    assertThat(reason(ask("shop/front:1"))).contains("more than 5 redirects");
    fake.redirect(MANIFEST, 307, "file:///etc/passwd");
    assertThat(reason(ask("shop/front:1"))).contains("no web address");
    fake.redirect(MANIFEST, 307, "http://a b/");
    assertThat(reason(ask("shop/front:1"))).contains("no address");
  }

  private void serveSingle() {
    fake.page(MANIFEST, 200, single());
    fake.page("/v2/shop/front/blobs/" + FakeRegistry.digest(CONFIG), 200, CONFIG);
  }

  private static String single() {
    return "{\"schemaVersion\": 2, \"config\": {\"digest\": \"%s\"}, \"layers\": []}"
        .formatted(FakeRegistry.digest(CONFIG));
  }

  private static Registry registry(Duration patience) {
    return new Registry(Credentials.of(Map.of()), Set.of(), patience);
  }

  private ImageAnswer ask(String name) {
    return registry.platforms(ref(name));
  }

  private ImageRef ref(String name) {
    return ImageRef.parse(fake.host() + "/" + name);
  }

  private static String reason(ImageAnswer answer) {
    assertThat(answer).isInstanceOf(ImageAnswer.Unknown.class);
    return ((ImageAnswer.Unknown) answer).reason();
  }

  private static List<Platform> platforms(String... texts) {
    return Stream.of(texts).map(t -> Platform.parse(t).orElseThrow()).toList();
  }
}
