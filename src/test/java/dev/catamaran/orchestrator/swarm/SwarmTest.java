package dev.catamaran.orchestrator.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.catamaran.cluster.LiveService;
import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineAddress;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the adapter behaves towards engines old, broken and unwilling. */
class SwarmTest {
  private static final LiveService LIVE =
      new LiveService("s1", 7, Specs.poor("shop_db", "redis:7"), Optional.empty());

  @TempDir private Path directory;
  private FakeEngine engine;
  private Swarm swarm;

  @BeforeEach
  void start() throws IOException {
    engine = new FakeEngine(directory, "1.41");
    swarm = new Swarm(engine.endpoint());
  }

  @AfterEach
  void stop() throws IOException {
    swarm.close();
    engine.close();
  }

  private static EngineFailure failure(Runnable action) {
    return catchThrowableOfType(EngineFailure.class, action::run);
  }

  @Test
  void aSocketThatIsNotThereIsUnreachable() {
    try (var nowhere = new Swarm(Endpoint.of(new EngineAddress.Unix(directory.resolve("none"))))) {
      var failure = failure(nowhere::info);
      assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.UNREACHABLE);
      assertThat(failure)
          .hasMessageStartingWith(
              "engine unix://" + directory + "/none: cannot ask for the API version: ");
    }
  }

  @Test
  void aHostWithoutAnAddressIsUnreachable() {
    try (var nowhere =
        new Swarm(Endpoint.of(EngineAddress.parse("tcp://catamaran.invalid:2375")))) {
      var failure = failure(nowhere::info);
      assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.UNREACHABLE);
      assertThat(failure)
          .hasMessage(
              "engine tcp://catamaran.invalid:2375: cannot ask for the API version:"
                  + " no address is known for host \"catamaran.invalid\"");
    }
  }

  @Test
  void anEngineThatIsSilentIsGivenUp() {
    engine.answersRaw("GET /v1.41/info", FakeEngine.SILENCE);
    try (var hasty = new Swarm(engine.endpoint(), RegistryAuth.NONE, Duration.ofSeconds(1))) {
      var failure = failure(hasty::info);
      assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.UNREACHABLE);
      assertThat(failure).hasMessageEndingWith("cannot ask what it is: no answer within 1 s");
    }
  }

  @Test
  void somethingElseThatListensThereIsBroken() {
    engine.answersRaw("GET /_ping", "SSH-2.0-OpenSSH_9.2\r\n");
    var failure = failure(swarm::info);
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.BROKEN);
    assertThat(failure).hasMessageEndingWith(": the answer is not HTTP/1.1");
  }

  @Test
  void aWebServerThatIsNoEngineIsBroken() {
    engine.answers("GET /_ping", 200, "<html>");
    assertThatThrownBy(swarm::info)
        .hasMessageEndingWith(": the answer names no Docker API version");
  }

  @Test
  void anAnswerThatIsNoJsonIsBroken() {
    engine.answers("GET /v1.41/info", 200, "<html>");
    var failure = failure(swarm::info);
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.BROKEN);
    assertThat(failure).hasMessageContaining("cannot ask what it is: the answer is no JSON: ");
  }

  @Test
  void anAnswerThatIsNotUnderstoodIsBroken() {
    engine.answers("GET /v1.41/info", 200, "{\"Swarm\":{\"LocalNodeState\":\"odd\"}}");
    var failure = failure(swarm::info);
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.BROKEN);
    assertThat(failure).hasMessageEndingWith("unknown swarm state \"odd\"");
  }

  @Test
  void aNewerEngineIsSpokenToInTheNewestWordsWeKnow() throws IOException {
    engine.answersRaw("GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: 1.56\r\n\r\nOK");
    engine.answers("GET /v1.52/info", 200, "{\"Name\":\"n1\",\"OSType\":\"linux\"}");
    assertThat(swarm.info().name()).isEqualTo("n1");
  }

  @Test
  void anEngineOlderThanSwarmOnWindowsIsRefused() throws IOException {
    engine.answersRaw("GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: 1.26\r\n\r\nOK");
    var failure = failure(swarm::info);
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.REFUSED);
    assertThat(failure)
        .hasMessageEndingWith("the engine is too old: its API is 1.26, and 1.27 is needed");
  }

  @Test
  void anEngineThatWantsANewerClientSaysSoItself() {
    var old = "client version 1.52 is too old. Minimum supported API version is 1.60";
    engine.answersRaw("GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: 1.70\r\n\r\nOK");
    engine.answers("GET /v1.52/info", 400, "{\"message\":\"" + old + "\"}");
    var failure = failure(swarm::info);
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.REFUSED);
    assertThat(failure).hasMessageContaining(old);
  }

  @Test
  void aPortWithTlsThatIsSpokenToInTheClearIsToldApart() {
    engine.answersRaw(
        "GET /_ping",
        "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n");
    var failure = failure(swarm::info);
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.UNREACHABLE);
    assertThat(failure).hasMessageEndingWith("it speaks TLS, and was spoken to in the clear");
    assertThat(failure.advice()).anyMatch(a -> a.contains("DOCKER_CERT_PATH"));
    engine.answersRaw("GET /_ping", "\u0015\u0003\u0001\u0000\u0002\u0002F\n");
    assertThat(failure(swarm::info))
        .hasMessageEndingWith("it speaks TLS, and was spoken to in the clear");
  }

  @Test
  void aProxyBeforeTheEngineIsToldApart() {
    engine.answersRaw("GET /_ping", "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\n\r\n<html>");
    assertThat(failure(swarm::info))
        .hasMessageEndingWith(
            "what answers is no engine, or a proxy before it: HTTP 502 from nginx");
  }

  @Test
  void aLockedSwarmIsToldApart() {
    engine.answers(
        "GET /v1.41/nodes",
        503,
        "{\"message\":\"Swarm is encrypted and needs to be unlocked before it can be used.\"}");
    assertThat(failure(swarm::observe).kind()).isEqualTo(EngineFailure.Kind.LOCKED);
  }

  @Test
  void aFailureSaysWhatNamedTheEngine() {
    var chosen =
        new Endpoint(
            new EngineAddress.Unix(directory.resolve("none")),
            Optional.empty(),
            Optional.empty(),
            Optional.of("context prod, by --context"));
    try (var nowhere = new Swarm(chosen)) {
      assertThat(failure(nowhere::info))
          .hasMessageStartingWith(
              "engine unix://" + directory + "/none (context prod, by --context): cannot ");
    }
  }

  @Test
  void whoPullsIsToldTheLoginAndNobodyElse() {
    for (var list : new String[] {"networks", "secrets", "configs"}) {
      engine.answers("GET /v1.41/" + list, 200, "[]");
    }
    engine.answers("POST /v1.41/services/create", 201, "{}");
    engine.answers("GET /v1.41/distribution/r.example/web:1/json", 200, "{}");
    try (var known = new Swarm(engine.endpoint(), image -> Optional.of("of-" + image.registry()))) {
      known.createService(Specs.poor("shop_web", "r.example/web:1"));
      known.images().platforms(ImageRef.parse("r.example/web:1"));
    }
    assertThat(engine.logins())
        .containsOnly(
            Map.entry("POST /v1.41/services/create", "of-r.example"),
            Map.entry("GET /v1.41/distribution/r.example/web:1/json", "of-r.example"));
  }

  @Test
  void aWorkerIsToldApart() {
    engine.answers(
        "GET /v1.41/nodes", 503, "{\"message\":\"This node is not a swarm manager. Worker …\"}");
    engine.answers("GET /v1.41/info", 200, "{}");
    var failure = failure(swarm::observe);
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.NOT_A_MANAGER);
    assertThat(failure)
        .hasMessage(
            "engine "
                + engine.address()
                + ": cannot list the nodes: the engine says (HTTP 503): "
                + "This node is not a swarm manager. Worker …");
  }

  @Test
  void anEngineBefore1706IsNotAskedForConfigs() {
    engine.answersRaw("GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: 1.27\r\n\r\nOK");
    for (var list : new String[] {"nodes", "services", "tasks", "networks", "secrets"}) {
      engine.answers("GET /v1.27/" + list, 200, "[]");
    }
    engine.answers("GET /v1.27/info", 200, "{\"Swarm\":{\"Cluster\":{\"ID\":\"c1\"}}}");
    assertThat(swarm.observe().id()).isEqualTo("c1");
    assertThat(engine.heard()).hasSize(7).doesNotContain("GET /v1.27/configs");
  }

  @Test
  void aServiceThatMovedSinceItWasObservedIsNotUpdated() {
    engine.answers("GET /v1.41/services/s1", 200, "{\"Version\":{\"Index\":8},\"Spec\":{}}");
    var failure = failure(() -> swarm.updateService(LIVE, LIVE.spec()));
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.CONFLICT);
    assertThat(failure)
        .hasMessageEndingWith(
            "cannot update service shop_db: it changed meanwhile (version 8, planned for 7)");
    assertThat(engine.heard()).noneMatch(r -> r.startsWith("POST"));
  }

  @Test
  void aRaceLostInsideTheEngineIsAConflictThoughItSaysHttp500() {
    for (var list : new String[] {"networks", "secrets", "configs"}) {
      engine.answers("GET /v1.41/" + list, 200, "[]");
    }
    engine.answers("GET /v1.41/services/s1", 200, "{\"Version\":{\"Index\":7},\"Spec\":{}}");
    engine.answers(
        "POST /v1.41/services/s1/update?version=7",
        500,
        "{\"message\":\"rpc error: code = Unknown desc = update out of sequence\"}");
    assertThat(failure(() -> swarm.updateService(LIVE, LIVE.spec())).kind())
        .isEqualTo(EngineFailure.Kind.CONFLICT);
  }

  @Test
  void removingWhatIsGoneIsFine() {
    swarm.removeService(LIVE);
    assertThat(engine.heard()).contains("DELETE /v1.41/services/s1");
  }

  @Test
  void whatIsStillUsedMayBeFreeLater() {
    engine.answers(
        "DELETE /v1.41/services/s1",
        400,
        "{\"message\":\"rpc error: code = FailedPrecondition desc = it is in use by service x\"}");
    assertThat(failure(() -> swarm.removeService(LIVE)).kind())
        .isEqualTo(EngineFailure.Kind.IN_USE);
  }

  @Test
  void aNodeThatHasTheLabelsAlreadyIsNotWritten() {
    engine.answers(
        "GET /v1.41/nodes/n1",
        200,
        "{\"Version\":{\"Index\":3},\"Spec\":{\"Labels\":{\"a\":\"1\",\"b\":\"2\"}}}");
    swarm.labelNode("n1", Map.of("a", "1"));
    assertThat(engine.heard()).containsExactly("GET /_ping", "GET /v1.41/nodes/n1");
  }

  @Test
  void anImageTheRegistryDoesNotHaveIsNotFound() {
    engine.answers(
        "GET /v1.41/distribution/10.0.0.1:5000/web:9/json",
        404,
        "{\"message\":\"manifest unknown: manifest unknown\"}");
    assertThat(swarm.images().platforms(ImageRef.parse("10.0.0.1:5000/web:9")))
        .isEqualTo(new ImageAnswer.NotFound("engine " + engine.address()));
  }

  @Test
  void aRegistryTheEngineCannotReachLeavesTheImageUnknown() {
    engine.answers(
        "GET /v1.41/distribution/redis:7/json",
        500,
        "{\"message\":\"Get \\\"https://registry.invalid/v2/\\\": connection refused\"}");
    assertThat(swarm.images().platforms(ImageRef.parse("redis:7")))
        .isEqualTo(
            new ImageAnswer.Unknown(
                "engine "
                    + engine.address()
                    + ": cannot ask a registry for redis:7: the engine says (HTTP 500):"
                    + " Get \"https://registry.invalid/v2/\": connection refused"));
  }

  @Test
  void anImagesAttestationsAreNoPlatforms() {
    engine.answers(
        "GET /v1.41/distribution/redis:7/json",
        200,
        """
        {"Platforms":[{"architecture":"amd64","os":"windows","os.version":"10.0.17763.6000"},
         {"architecture":"unknown","os":"unknown"}]}
        """);
    var answer = swarm.images().platforms(ImageRef.parse("redis:7"));
    assertThat(((ImageAnswer.Known) answer).platforms())
        .extracting(Object::toString)
        .containsExactly("windows/amd64 10.0.17763.6000");
  }

  @Test
  void anEngineBefore1706CannotSayWhatAnImageOffers() {
    engine.answersRaw("GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: 1.27\r\n\r\nOK");
    assertThat(swarm.images().platforms(ImageRef.parse("redis:7")))
        .isEqualTo(
            new ImageAnswer.Unknown(
                "engine "
                    + engine.address()
                    + " cannot ask registries: its API is 1.27, 1.30 is needed"));
  }
}
