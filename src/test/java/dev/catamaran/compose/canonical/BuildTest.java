package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildTest {
  private static String build(String lines) {
    return Prints.web("build:" + lines).set("KNOWN", "k").at("services.web.build");
  }

  @Test
  void aPathIsTheContext() {
    assertThat(build(" ./app")).isEqualTo("context: /srv/shop/app\ndockerfile: Dockerfile");
  }

  @Test
  void withoutAContextItIsTheProject() {
    assertThat(build("\n  target: x"))
        .isEqualTo("context: /srv/shop\ndockerfile: Dockerfile\ntarget: x");
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/a/b.git#main",
    "git@github.com:a/b.git",
    "github.com/a/b",
    "docker-image://alpine",
  })
  void anAddressIsNoPath(String context) {
    assertThat(build(" \"" + context + "\"")).startsWith("context: " + context);
  }

  @Test
  void argumentsWithoutAValueAreTheOperatorsOrGone() {
    assertThat(build("\n  args: {A: 1, KNOWN: , OTHER: }"))
        .contains("args:\n  A: \"1\"\n  KNOWN: k")
        .doesNotContain("OTHER");
    assertThat(build("\n  args: [A=1, KNOWN, OTHER]"))
        .contains("args:\n  A: \"1\"\n  KNOWN: k")
        .doesNotContain("OTHER");
  }

  @Test
  void listsBecomeMappingsAndSwitchesTexts() {
    assertThat(build("\n  additional_contexts: [res=./res, base=docker-image://a]\n  sbom: true"))
        .contains(
            "sbom: \"true\"",
            "additional_contexts:\n  base: docker-image://a\n  res: /srv/shop/res");
  }

  @Test
  void sshKeysAreTexts() {
    assertThat(build("\n  ssh: [default, key=./id]"))
        .contains("ssh:\n- default\n- 'key: /srv/shop/id'");
    assertThat(Prints.web("build:\n  ssh: [key]").errors())
        .containsExactly("5:13 the SSH key \"key\" has no path");
  }

  @Test
  void aContextWithoutANameIsRefused() {
    assertThat(Prints.web("build:\n  additional_contexts: [res]").errors())
        .containsExactly("5:29 \"res\" has no =");
  }

  @Test
  void rulesBetweenKeys() {
    assertThat(Prints.web("platform: windows/amd64\nbuild: {platforms: [linux/amd64]}").errors())
        .containsExactly("4:15 the service runs as windows/amd64 and is not built for it");
    assertThat(Prints.web("build: {dockerfile: x, dockerfile_inline: FROM y}").errors())
        .containsExactly("4:28 dockerfile and dockerfile_inline exclude each other");
    assertThat(Prints.web("build: {additional_contexts: {a: service:db}}").errors())
        .containsExactly("4:38 service web is built from db, which is no active service");
  }
}
