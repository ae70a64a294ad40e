package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrantsTest {
  private static final String DECLARED =
      """
      configs:
        c: {content: "x"}
      secrets:
        s: {environment: TOKEN}
        unused: {file: ./u}
      """;

  private static Prints web(String lines) {
    return Prints.web(lines).and(DECLARED).set("TOKEN", "hush");
  }

  @Test
  void aSecretHasItsTargetAConfigHasNone() {
    assertThat(web("secrets: [s]").at("services.web.secrets"))
        .isEqualTo("- source: s\n  target: /run/secrets/s");
    assertThat(web("configs: [c]").at("services.web.configs")).isEqualTo("- source: c");
  }

  @Test
  void modesAreOctalTexts() {
    assertThat(
            web("secrets:\n  - {source: s, target: 'C:\\s', uid: \"1\", mode: 0440}")
                .at("services.web.secrets"))
        .isEqualTo("- source: s\n  target: C:\\s\n  uid: \"1\"\n  mode: \"0440\"");
    assertThat(web("secrets: [{source: s, mode: \"444\"}]").at("services.web.secrets"))
        .endsWith("mode: \"0444\"");
    assertThat(web("secrets: [{source: s, mode: \"0999\"}]").errors())
        .containsExactly("4:33 \"0999\" is no file mode");
  }

  @Test
  void onlyWhatIsUsedIsPrintedAndNeverWhatIsSecret() {
    assertThat(web("secrets: [s]").at("secrets"))
        .isEqualTo("s:\n  name: shop_s\n  environment: TOKEN");
    assertThat(web("configs: [c]").at("configs")).isEqualTo("c:\n  name: shop_c\n  content: x");
  }

  @Test
  void undeclaredOnesAreRefused() {
    assertThat(web("secrets:\n  - t\nconfigs:\n  - {source: d}").errors())
        .containsExactly(
            "5:9 service web names the secret t, which the file does not declare",
            "7:18 service web names the config d, which the file does not declare");
  }

  @Test
  void aDeclarationHasOneSource() {
    assertThat(Prints.web("").and("secrets: {s: {file: a, environment: B}}").errors())
        .containsExactly("4:24 a secret has one source, and here are 2: file, environment");
    assertThat(Prints.web("").and("configs: {c: {name: x}}").errors())
        .containsExactly("4:14 this config does not say where its content comes from");
    assertThat(Prints.web("").and("secrets: {s: {driver: d}}").errors())
        .containsExactly("4:14 the secret s does not say where its content comes from");
  }
}
