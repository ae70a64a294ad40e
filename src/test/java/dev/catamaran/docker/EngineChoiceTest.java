package dev.catamaran.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which engine a command turns to, and what it says of who chose it. */
class EngineChoiceTest {
  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void nobodyElsesSettings() throws Exception {
    environment.put("DOCKER_CONFIG", folder.toString());
    context("flagged", "tcp://flagged:1");
    context("variable", "tcp://variable:1");
    context("current", "tcp://current:1");
  }

  private Path context(String name, String host) throws Exception {
    return written(name, "{\"docker\":{\"Host\":\"" + host + "\",\"SkipTLSVerify\":false}}");
  }

  /** As docker lays them out; the directory of its TLS files. */
  private Path written(String name, String endpoints) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    var id = HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    var meta = Files.createDirectories(folder.resolve(Path.of("contexts", "meta", id)));
    Files.writeString(
        meta.resolve("meta.json"),
        "{\"Name\":\"" + name + "\",\"Metadata\":{},\"Endpoints\":" + endpoints + "}");
    return Files.createDirectories(folder.resolve(Path.of("contexts", "tls", id, "docker")));
  }

  private void config(String json) throws IOException {
    Files.writeString(folder.resolve("config.json"), json);
  }

  private static EngineFlags host(String host) {
    return new EngineFlags(Optional.of(host), Optional.empty(), EngineFlags.Tls.NONE);
  }

  private static EngineFlags inContext(String name) {
    return new EngineFlags(Optional.empty(), Optional.of(name), EngineFlags.Tls.NONE);
  }

  private EngineChoice choice(EngineFlags flags) {
    return new EngineChoice(flags, environment, false);
  }

  private Endpoint chosen(EngineFlags flags) {
    return choice(flags).endpoint();
  }

  @ParameterizedTest
  @CsvSource({
    "'',              '',       '',               '',      unix:///var/run/docker.sock (the default)",
    "'',              '',       '',               current, tcp://current:1 (context current of FOLDER/config.json)",
    "'',              '',       tcp://byhost:1,   current, tcp://byhost:1 (DOCKER_HOST)",
    "'',              variable, '',               current, 'tcp://variable:1 (context variable, by DOCKER_CONTEXT)'",
    "'',              variable, tcp://byhost:1,   current, 'tcp://variable:1 (context variable, by DOCKER_CONTEXT)'",
    "'',              default,  tcp://byhost:1,   current, tcp://byhost:1 (DOCKER_HOST)",
    "'',              default,  '',               current, unix:///var/run/docker.sock (the default)",
    "host:2375,       variable, tcp://byhost:1,   current, tcp://host:2375 (--host)",
    "context flagged, variable, tcp://byhost:1,   current, 'tcp://flagged:1 (context flagged, by --context)'",
    "context default, variable, tcp://byhost:1,   current, tcp://byhost:1 (DOCKER_HOST)",
    "'',              '',       '',               default, unix:///var/run/docker.sock (the default)"
  })
  void theFirstThatSpeaksDecides(
      String flag, String contextVariable, String hostVariable, String current, String expected)
      throws IOException {
    environment.put("DOCKER_CONTEXT", contextVariable);
    environment.put("DOCKER_HOST", hostVariable);
    if (!current.isEmpty()) {
      config("{\"currentContext\": \"" + current + "\"}");
    }
    var flags =
        flag.startsWith("context ")
            ? inContext(flag.substring("context ".length()))
            : flag.isEmpty() ? EngineFlags.NONE : host(flag);
    assertThat(chosen(flags)).hasToString(expected.replace("FOLDER", folder.toString()));
  }

  @Test
  void onWindowsTheUsualEngineIsMetAtAPipe() {
    assertThat(new EngineChoice(EngineFlags.NONE, environment, true).endpoint().address())
        .hasToString("npipe:////./pipe/docker_engine");
  }

  @Test
  void hostAndContextExcludeEachOther() {
    var both = new EngineFlags(Optional.of("h:1"), Optional.of("flagged"), EngineFlags.Tls.NONE);
    assertThatThrownBy(() -> chosen(both)).hasMessageContaining("--host and --context");
  }

  @Test
  void whereDockerItselfMayTakeTheOtherEngineThatIsSaid() {
    environment.put("DOCKER_CONTEXT", "variable");
    environment.put("DOCKER_HOST", "tcp://byhost:1");
    assertThat(choice(EngineFlags.NONE).doubts())
        .singleElement()
        .asString()
        .contains("DOCKER_CONTEXT decides", "DOCKER_HOST");
    assertThat(choice(host("h:1")).doubts()).isEmpty();
    environment.put("DOCKER_CONTEXT", "default");
    assertThat(choice(EngineFlags.NONE).doubts()).isEmpty();
  }

  @Test
  void anUnknownContextIsToldWithTheOnesThereAre() {
    environment.put("DOCKER_CONTEXT", "varable");
    assertThatThrownBy(() -> chosen(EngineFlags.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no docker context \"varable\" among current, default, flagged, variable in "
                + folder.resolve("contexts")
                + "; did you mean \"variable\"? (context varable, by DOCKER_CONTEXT)");
  }

  @Test
  void aContextWithoutADockerEngineIsRefused() throws Exception {
    written("cloud", "{\"kubernetes\":{}}");
    assertThatThrownBy(() -> chosen(inContext("cloud")))
        .hasMessageContaining("context \"cloud\" names no Docker engine");
  }

  @Test
  void aContextWithAnAddressNobodyCanUseSaysWhichContext() throws Exception {
    context("odd", "ftp://host");
    assertThatThrownBy(() -> chosen(inContext("odd")))
        .hasMessageContaining("\"ftp://host\"")
        .hasMessageContaining("context odd, by --context");
  }

  @Test
  void aConfigThatCannotBeReadIsNotPassedOverSinceItMayNameTheEngine() throws IOException {
    config("{\"currentContext\": ");
    assertThatThrownBy(() -> chosen(EngineFlags.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve("config.json") + " cannot be read")
        .hasMessageContaining("--host");
    assertThat(chosen(host("h:1"))).hasToString("tcp://h:1 (--host)");
  }

  @Test
  void aContextBringsItsCertificatesAndVariablesDoNotAddToThem() throws Exception {
    var files = context("secure", "tcp://secure:2376");
    Files.writeString(files.resolve("ca.pem"), "");
    Files.writeString(files.resolve("cert.pem"), "");
    Files.writeString(files.resolve("key.pem"), "");
    environment.put("DOCKER_CERT_PATH", "/elsewhere");
    environment.put("DOCKER_TLS", "1");
    assertThat(chosen(inContext("secure")).tls())
        .hasValue(
            new TlsFiles(
                Optional.of(files.resolve("ca.pem")),
                Optional.of(files.resolve("cert.pem")),
                Optional.of(files.resolve("key.pem")),
                true));
    assertThat(chosen(inContext("flagged")).tls()).isEmpty();
  }

  @Test
  void aContextMaySkipVerification() throws Exception {
    written("lax", "{\"docker\":{\"Host\":\"tcp://lax:2376\",\"SkipTLSVerify\":true}}");
    assertThat(chosen(inContext("lax")).tls().orElseThrow().verified()).isFalse();
  }

  @Test
  void tlsByVariablesTakesTheFilesOfTheCertPathThatAreThere() throws IOException {
    environment.put("DOCKER_TLS_VERIFY", "0");
    environment.put("DOCKER_CERT_PATH", folder.toString());
    Files.writeString(folder.resolve("cert.pem"), "");
    assertThat(chosen(host("h:2376")).tls())
        .hasValue(
            new TlsFiles(
                Optional.of(folder.resolve("ca.pem")),
                Optional.of(folder.resolve("cert.pem")),
                Optional.empty(),
                true));
  }

  @ParameterizedTest
  @CsvSource({
    // --tls, --tlsverify, DOCKER_TLS, DOCKER_TLS_VERIFY, outcome
    "     ,      ,  ,  , clear",
    "     ,      , 1,  , unverified",
    "     ,      ,  , 1, verified",
    "     ,      , 1, 1, verified",
    "true ,      ,  ,  , unverified",
    "     , true ,  ,  , verified",
    "     , false,  , 1, unverified",
    "false,      , 1,  , clear"
  })
  void flagsComeBeforeVariables(
      Boolean tls, Boolean verify, String tlsVariable, String verifyVariable, String outcome) {
    environment.put("DOCKER_TLS", tlsVariable == null ? "" : tlsVariable);
    environment.put("DOCKER_TLS_VERIFY", verifyVariable == null ? "" : verifyVariable);
    var flags =
        new EngineFlags(
            Optional.of("h:1"),
            Optional.empty(),
            new EngineFlags.Tls(
                Optional.ofNullable(tls),
                Optional.ofNullable(verify),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(
            chosen(flags).tls().map(t -> t.verified() ? "verified" : "unverified").orElse("clear"))
        .isEqualTo(outcome);
  }

  @Test
  void tlsWithoutAHostMeansTheUsualTlsPortAndNothingForASocket() {
    environment.put("DOCKER_TLS_VERIFY", "1");
    assertThat(chosen(EngineFlags.NONE).address()).hasToString("tcp://localhost:2376");
    assertThat(chosen(host("unix:///s")).tls()).isEmpty();
  }

  @Test
  void anApiVersionMayBePinned() {
    environment.put("DOCKER_API_VERSION", "v1.41");
    assertThat(chosen(EngineFlags.NONE).pinned().orElseThrow()).hasToString("1.41");
    environment.put("DOCKER_API_VERSION", "new");
    assertThatThrownBy(() -> chosen(EngineFlags.NONE))
        .hasMessageContaining("DOCKER_API_VERSION is \"new\"");
  }
}
