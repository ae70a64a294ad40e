package dev.catamaran.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
  private static final String MANIFEST = "/v2/shop/front/manifests/1";
  private static final String SECRET = "open-sesame";
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString(("ann:" + SECRET).getBytes(UTF_8));
  private static final String INDEX =
      "{\"manifests\": [{\"platform\": {\"os\": \"linux\", \"architecture\": \"amd64\"}}]}";

  @TempDir Path config;
  private FakeRegistry fake;
  private FakeRegistry tokens;

  @BeforeEach
  void start() throws IOException {
    fake = new FakeRegistry();
    tokens = new FakeRegistry();
  }

  @AfterEach
  void stop() {
    fake.close();
    tokens.close();
  }

  @Test
  void aBasicChallengeIsAnsweredWithTheLoginOfDocker() throws IOException {
    fake.guarded(MANIFEST, BASIC, "Basic realm=\"shop\"", INDEX);
    assertThat(ask()).isInstanceOf(ImageAnswer.Unknown.class);
    writeLogin();
    assertThat(ask()).isInstanceOf(ImageAnswer.Known.class);
  }

  @Test
  void withoutLoginTheUserIsToldToLogIn() {
    fake.guarded(MANIFEST, BASIC, "Basic realm=\"shop\"", INDEX);
    assertThat(((ImageAnswer.Unknown) ask()).reason())
        .endsWith(
            MANIFEST
                + " answered 401 (access denied, or no such repository) to no credentials; try"
                + " `docker login "
                + fake.host()
                + "`");
  }

  @Test
  void aBearerChallengeIsAnsweredWithAnAnonymousToken() {
    bearer();
    tokens.page("/token", 200, "{\"token\": \"t0ken\", \"expires_in\": 300}");
    assertThat(ask()).isInstanceOf(ImageAnswer.Known.class);
    assertThat(tokens.requests())
        .singleElement()
        .isEqualTo(
            new FakeRegistry.Seen(
                "GET",
                "/token?service=the+shop&scope=repository%3Ashop%2Ffront%3Apull",
                Optional.empty(),
                ""));
  }

  @Test
  void theTokenServerIsShownTheLoginAndTheRegistryIsNot() throws IOException {
    bearer();
    writeLogin();
    tokens.guarded("/token", BASIC, "Basic", "{\"access_token\": \"t0ken\"}");
    assertThat(ask()).isInstanceOf(ImageAnswer.Known.class);
    assertThat(tokens.requests()).allMatch(r -> r.authorization().equals(some(BASIC)));
    assertThat(fake.requests())
        .extracting(FakeRegistry.Seen::authorization)
        .containsExactly(Optional.empty(), some("Bearer t0ken"));
  }

  @Test
  void anIdentityTokenIsExchangedInABodyNeverInAnAddress() throws IOException {
    bearer();
    write("{\"auths\": {\"%s\": {\"identitytoken\": \"%s\"}}}".formatted(fake.host(), SECRET));
    tokens.page("/token", 200, "{\"access_token\": \"t0ken\"}");
    assertThat(ask()).isInstanceOf(ImageAnswer.Known.class);
    var seen = tokens.requests().getFirst();
    assertThat(seen.method() + " " + seen.uri()).isEqualTo("POST /token");
    assertThat(seen.body())
        .isEqualTo(
            "service=the+shop&scope=repository%3Ashop%2Ffront%3Apull&grant_type=refresh_token"
                + "&client_id=catamaran&refresh_token="
                + SECRET);
  }

  @Test
  void aTokenThatWorkedIsShownAgainAndRenewedWhenItNoLongerDoes() {
    bearer();
    tokens.page("/token", 200, "{\"token\": \"t0ken\"}");
    try (var registry = registry()) {
      assertThat(registry.platforms(image())).isInstanceOf(ImageAnswer.Known.class);
      assertThat(registry.platforms(image())).isInstanceOf(ImageAnswer.Known.class);
      assertThat(tokens.requests()).hasSize(1);
      tokens.page("/token", 200, "{\"token\": \"newer\"}");
      fake.guarded(MANIFEST, "Bearer newer", challenge(), INDEX);
      assertThat(registry.platforms(image())).isInstanceOf(ImageAnswer.Known.class);
      assertThat(tokens.requests()).hasSize(2);
    }
  }

  @Test
  void aTokenServerThatRefusesIsNamedAndNoSecretIsTold() throws IOException {
    bearer();
    writeLogin();
    tokens.page("/token", 401, "{\"details\": \"wrong password " + SECRET + "\"}");
    assertThat(((ImageAnswer.Unknown) ask()).reason())
        .endsWith("token server " + tokens.url("/token") + " answered 401 to password of ann")
        .doesNotContain(SECRET);
  }

  @Test
  void aTokenServerThatTalksNonsenseIsUnknown() {
    bearer();
    for (var body : new String[] {"", "{}", "{\"token\": \"two\\nlines\"}", "<html>"}) {
      tokens.page("/token", 200, body);
      assertThat(ask()).isInstanceOf(ImageAnswer.Unknown.class);
    }
  }

  @Test
  void aChallengeWithoutUsableTokenServerIsUnknown() {
    for (var realm : new String[] {"", "not a uri", "file:///etc/passwd", "/token"}) {
      fake.guarded(MANIFEST, "Bearer t0ken", "Bearer realm=\"" + realm + "\"", INDEX);
      assertThat(ask()).isInstanceOf(ImageAnswer.Unknown.class);
    }
  }

  @Test
  void aLoginNeverLeavesTlsBehind() {
    var challenge = new Challenge("bearer", Map.of("realm", "http://auth.example/token"));
    assertThatExceptionOfType(Unanswered.class)
        .isThrownBy(() -> Tokens.realm(URI.create("https://a.example/v2/"), challenge))
        .withMessage("https://a.example/v2/: names a token server without https");
  }

  @Test
  void aRedirectToAnotherHostDoesNotCarryTheLogin() throws IOException {
    writeLogin();
    var body = "{\"os\": \"linux\", \"architecture\": \"amd64\"}";
    var blob = "/v2/shop/front/blobs/" + FakeRegistry.digest(body);
    var manifest = "{\"config\": {\"digest\": \"" + FakeRegistry.digest(body) + "\"}}";
    fake.guarded(MANIFEST, BASIC, "Basic realm=\"shop\"", manifest);
    fake.redirect(blob, 307, tokens.url("/store"));
    tokens.page("/store", 200, body);
    assertThat(ask()).isInstanceOf(ImageAnswer.Known.class);
    assertThat(fake.requests().getLast().authorization()).contains(BASIC);
    assertThat(tokens.requests().getFirst().authorization()).isEmpty();
  }

  @Test
  void aCredentialProgramIsAskedOnce() throws IOException {
    var log = config.resolve("asked");
    var program = config.resolve("docker-credential-vault");
    Files.writeString(
        program,
        "#!/bin/sh\necho \"$1 $(cat)\" >> '%s'\necho '{\"Username\":\"ann\",\"Secret\":\"%s\"}'\n"
            .formatted(log, SECRET));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    write("{\"credHelpers\": {\"%s\": \"vault\"}}".formatted(fake.host()));
    fake.guarded(MANIFEST, BASIC, "Basic realm=\"shop\"", INDEX);
    fake.guarded("/v2/shop/api/manifests/1", BASIC, "Basic realm=\"shop\"", INDEX);
    try (var registry = registry()) {
      assertThat(registry.platforms(image())).isInstanceOf(ImageAnswer.Known.class);
      assertThat(registry.platforms(ImageRef.parse(fake.host() + "/shop/api:1")))
          .isInstanceOf(ImageAnswer.Known.class);
    }
    assertThat(Files.readString(log)).isEqualTo("get " + fake.host() + "\n");
  }

  @Test
  void aCredentialProgramThatIsMissingIsNamed() throws IOException {
    write("{\"credsStore\": \"nowhere\"}");
    fake.guarded(MANIFEST, BASIC, "Basic realm=\"shop\"", INDEX);
    assertThat(((ImageAnswer.Unknown) ask()).reason())
        .contains("no credentials (docker-credential-nowhere is not on the PATH)");
  }

  private static Optional<String> some(String text) {
    return Optional.of(text);
  }

  private void bearer() {
    fake.guarded(MANIFEST, "Bearer t0ken", challenge(), INDEX);
  }

  private String challenge() {
    return "Bearer realm=\"%s\",service=\"the shop\",scope=\"repository:shop/front:pull\""
        .formatted(tokens.url("/token"));
  }

  private void writeLogin() throws IOException {
    write(
        "{\"auths\": {\"%s\": {\"auth\": \"%s\"}}}"
            .formatted(fake.host(), BASIC.substring("Basic ".length())));
  }

  private void write(String json) throws IOException {
    Files.writeString(config.resolve("config.json"), json);
  }

  private Registry registry() {
    var environment = Map.of("DOCKER_CONFIG", config.toString(), "PATH", config + ":/usr/bin:/bin");
    return new Registry(Credentials.of(environment), Set.of(), Duration.ofSeconds(20));
  }

  private ImageRef image() {
    return ImageRef.parse(fake.host() + "/shop/front:1");
  }

  private ImageAnswer ask() {
    try (var registry = registry()) {
      return registry.platforms(image());
    }
  }
}
