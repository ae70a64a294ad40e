package dev.catamaran.compose.specification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code !reset} and {@code !override}: what the files before have said does not count. */
class ResetsTest {
  @Test
  void aResetValueIsGoneWhateverStandsBehindTheTag() {
    var specs = Specs.web("command: a\nuser: b", "command: !reset null\nuser: !reset x");
    assertThat(specs.web("command")).isNull();
    assertThat(specs.web("user")).isNull();
  }

  @Test
  void anOverridingValueStandsAlone() {
    assertThat(Specs.web("labels: [a=1]", "labels: !override [b=2]").web("labels"))
        .isEqualTo("- b=2");
    assertThat(Specs.web("deploy: {replicas: 2}", "deploy: !override {mode: global}").web("deploy"))
        .isEqualTo("mode: global");
  }

  @Test
  void bothWorkAtAnyDepthAndForWholeDeclarations() {
    var over = "services: {web: {deploy: {replicas: !reset 0}}}\nvolumes: {v: !reset {}}\n";
    var specs =
        Specs.of(
            "services: {web: {image: a, deploy: {replicas: 2, mode: replicated}}}\nvolumes: {v: {}}\n",
            over);
    assertThat(specs.web("deploy")).isEqualTo("mode: replicated");
    assertThat(specs.at("volumes/v")).isNull();
  }

  @Test
  void aResetItemOfAListIsNotAdded() {
    assertThat(Specs.web("cap_add: [A]", "cap_add: [!reset A, B]").web("cap_add"))
        .isEqualTo("- A\n- B");
  }

  @Test
  void withoutAFileBelowAResetOnlyLeavesItsOwnValueOut() {
    assertThat(Specs.of("services: {web: {image: a, command: !reset b}}").web("command")).isNull();
  }

  @Test
  void aLaterDocumentOfTheSameFileResetsAnEarlierOne() {
    assertThat(
            Specs.of(
                    """
                    services: {web: {image: a, command: b}}
                    ---
                    services: {web: {command: !reset null}}
                    """)
                .web("command"))
        .isNull();
  }

  @Test
  void whatAServiceExtendsIsResetBeforeItCounts() {
    var specs =
        Specs.of(
            """
            services:
              base: {image: a, command: b, labels: [x=1]}
              web: {extends: base, command: !reset null, labels: !override [y=2]}
            """);
    assertThat(specs.web("command")).isNull();
    assertThat(specs.web("labels")).isEqualTo("- y=2");
    assertThat(specs.at("services/base/command")).isEqualTo("b");
  }

  @Test
  void anExtendedFilesOwnResetsCountInItsOwnServices() {
    var specs =
        Specs.of("services: {web: {extends: {file: b.yaml, service: base}}}")
            .file(
                "b.yaml",
                """
                services:
                  lower: {image: a, command: b}
                  base: {extends: lower, command: !reset null}
                """);
    assertThat(specs.web("command")).isNull();
    assertThat(specs.web("image")).isEqualTo("a");
  }

  @Test
  void otherTagsMakeTextsOfScalars() {
    assertThat(Specs.of("services: {web: {image: a, user: !mine 5}}").web("user"))
        .isEqualTo("\"5\"");
  }
}
