package dev.catamaran.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.model.ImageRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  /** Base64 of {@code ann:pass:word}. */
  private static final String AUTH = "YW5uOnBhc3M6d29yZA==";

  private static final Login ANN = new Login.Password("ann", "pass:word");
  private static final Login NOBODY = new Login.None(Optional.empty());

  @TempDir Path directory;

  @Test
  void withoutAFileNobodyIsLoggedIn() {
    assertThat(login("docker.io")).isEqualTo(NOBODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://index.docker.io/v1/",
        "docker.io",
        "index.docker.io",
        "registry-1.docker.io",
      })
  void dockerHubHasMoreThanOneKey(String key) throws IOException {
    write("{\"auths\": {\"" + key + "\": {\"auth\": \"" + AUTH + "\"}}}");
    assertThat(login("docker.io")).isEqualTo(ANN);
    assertThat(login("registry.example.com")).isEqualTo(NOBODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry.example.com:5000",
        "https://registry.example.com:5000",
        "https://registry.example.com:5000/v2/",
        "http://registry.example.com:5000/v1/",
      })
  void keysMayBeWholeAddresses(String key) throws IOException {
    write("{\"auths\": {\"" + key + "\": {\"auth\": \"" + AUTH + "\"}}}");
    assertThat(login("registry.example.com:5000")).isEqualTo(ANN);
    assertThat(login("registry.example.com")).isEqualTo(NOBODY);
  }

  @Test
  void userAndPasswordMayStandInTheOpen() throws IOException {
    write("{\"auths\": {\"r.example\": {\"username\": \"ann\", \"password\": \"pass:word\"}}}");
    assertThat(login("r.example")).isEqualTo(ANN);
  }

  @Test
  void anEmptyEntryIsNoLogin() throws IOException {
    write("{\"auths\": {\"r.example\": {}}}");
    assertThat(login("r.example")).isEqualTo(NOBODY);
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    write("{\"auths\": {\"r.example\": {\"auth\": \"%%%\"}}}");
    assertThat(login("r.example").toString()).contains("is not base64 of user:password");
    write("not json");
    assertThat(login("r.example").toString()).contains("config.json cannot be read");
  }

  @Test
  void dockerHubsHelperIsAskedForItsOldAddress() throws IOException {
    write("{\"credHelpers\": {\"docker.io\": \"echo\"}}");
    program("echo", "printf '{\"Username\":\"%s\",\"Secret\":\"s\"}' \"$(cat)\"");
    assertThat(login("docker.io"))
        .isEqualTo(new Login.Password("https://index.docker.io/v1/", "s"));
  }

  @Test
  void aHelperMayGiveAnIdentityToken() throws IOException {
    write("{\"credsStore\": \"vault\"}");
    program("vault", "cat > /dev/null; echo '{\"Username\":\"<token>\",\"Secret\":\"s\"}'");
    assertThat(login("r.example")).isEqualTo(new Login.IdentityToken("s"));
  }

  @Test
  void aHelperThatKnowsNothingIsNoTrouble() throws IOException {
    write("{\"credsStore\": \"vault\"}");
    program("vault", "cat > /dev/null; echo 'credentials not found in native keychain'; exit 1");
    assertThat(login("r.example")).isEqualTo(NOBODY);
  }

  @Test
  void aHelperThatTalksNonsenseIsTroubleAndIsNotQuoted() throws IOException {
    write("{\"credsStore\": \"vault\"}");
    program("vault", "cat > /dev/null; echo 'secret nonsense'");
    assertThat(login("r.example").toString())
        .isEqualTo("no credentials (docker-credential-vault gave no credentials)");
  }

  @Test
  void aHelperThatFailsSaysWhy() throws IOException {
    write("{\"credsStore\": \"vault\"}");
    program("vault", "cat > /dev/null; echo 'the vault is sealed'; exit 2");
    assertThat(credentials().trouble("r.example"))
        .hasValue("docker-credential-vault failed with status 2: the vault is sealed");
  }

  @Test
  void aHelperThatFailsAfterItsAnswerIsNotQuoted() throws IOException {
    write("{\"credsStore\": \"vault\"}");
    program(
        "vault", "cat > /dev/null; echo '{\"Username\":\"ann\",\"Secret\":\"s3cret\"}'; exit 2");
    assertThat(credentials().trouble("r.example"))
        .hasValue("docker-credential-vault failed with status 2");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "r.example/web:1 | {`auths`:{`r.example`:{`auth`:`YW5uOnBhc3M6d29yZA==`}}}"
            + "| {`username`:`ann`,`password`:`pass:word`,`serveraddress`:`r.example`}",
        "redis:7 | {`auths`:{`https://index.docker.io/v1/`:{`auth`:`YW5uOnBhc3M6d29yZA==`}}}"
            + "| {`username`:`ann`,`password`:`pass:word`,`serveraddress`:`https://index.docker.io/v1/`}",
        "r.example/web:1 | {`auths`:{`r.example`:{`identitytoken`:`t`}}}"
            + "| {`identitytoken`:`t`,`serveraddress`:`r.example`}"
      })
  void enginesAreToldLoginsTheWayDockerTellsThem(String image, String config, String expected)
      throws IOException {
    write(config.replace('`', '"'));
    var header = credentials().forEngine(ImageRef.parse(image)).orElseThrow();
    assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
        .isEqualTo(expected.replace('`', '"'));
  }

  @Test
  void anEngineIsToldNothingWhereNobodyIsLoggedIn() {
    assertThat(credentials().forEngine(ImageRef.parse("redis:7"))).isEmpty();
    assertThat(credentials().trouble("docker.io")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../bin/sh", "a b", "-x"})
  void aHelpersNameIsNoPath(String name) throws IOException {
    write("{\"credsStore\": \"" + name + "\"}");
    assertThat(login("r.example").toString()).contains("is not on the PATH");
  }

  @Test
  void secretsStayOutOfTexts() {
    assertThat(ANN).hasToString("password of ann");
    assertThat(new Login.IdentityToken("s")).hasToString("identity token");
  }

  private void write(String json) throws IOException {
    Files.writeString(directory.resolve("config.json"), json);
  }

  private void program(String name, String script) throws IOException {
    var file = directory.resolve("docker-credential-" + name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Login login(String registry) {
    return credentials().login(registry);
  }

  private Credentials credentials() {
    return Credentials.of(
        Map.of("DOCKER_CONFIG", directory.toString(), "PATH", directory.toString()));
  }
}
