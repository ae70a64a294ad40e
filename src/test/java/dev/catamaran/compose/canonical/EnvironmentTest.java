package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private static Prints web(String lines) {
    return Prints.web(lines)
        .set("HOST", "h")
        .file("/srv/shop/a.env", "A=file\nB=${A}-${HOST}\nHOST=file\nQ=\"quoted\" # c\n")
        .file("/srv/shop/b.env", "A=later\nC=${B}\n");
  }

  private static String environment(String lines) {
    return web(lines).at("services.web.environment");
  }

  @Test
  void bothFormsAreOneMapping() {
    assertThat(environment("environment: {B: 1.10, A: true, C: text}"))
        .isEqualTo("A: \"true\"\nB: \"1.1\"\nC: text");
    assertThat(environment("environment: [B=1, A=x=y, B=2]")).isEqualTo("A: x=y\nB: \"2\"");
  }

  @Test
  void aNameWithoutAValueIsTheOperatorsOrStaysWithoutOne() {
    assertThat(environment("environment: [HOST, NONE, EMPTY=]"))
        .isEqualTo("EMPTY: \"\"\nHOST: h\nNONE: null");
    assertThat(environment("environment: {HOST: , NONE: }")).isEqualTo("HOST: h\nNONE: null");
  }

  @Test
  void theEnvironmentWinsOverLaterFilesOverEarlierOnes() {
    assertThat(environment("env_file: [a.env, b.env]\nenvironment: {Q: own}"))
        .isEqualTo("A: later\nB: file-h\nC: file-h\nHOST: file\nQ: own");
  }

  @Test
  void theFilesAreGoneOnceTheyAreRead() {
    assertThat(web("env_file: a.env").keys("services.web"))
        .containsExactly("environment", "image", "networks");
  }

  @Test
  void aRawFileIsTakenAsItIs() {
    assertThat(environment("env_file: [{path: a.env, format: raw}]"))
        .contains("B: ${A}-${HOST}", "Q: '\"quoted\" # c'");
  }

  @Test
  void whatIsMissingIsToldAtItsPathUnlessItMayBe() {
    assertThat(web("env_file:\n  - a.env\n  - nix.env").errors())
        .containsExactly("6:9 the file /srv/shop/nix.env cannot be read");
    assertThat(web("env_file: [{path: nix.env, required: false}]").errors()).isEmpty();
    assertThat(web("env_file: [{path: a.env, format: ini}]").errors())
        .containsExactly("4:38 an env file has no format \"ini\"");
  }

  @Test
  void aBlankBehindANameIsRefused() {
    assertThat(web("environment:\n  - \"A =1\"").errors())
        .containsExactly("5:9 the variable A ends with a blank");
  }
}
