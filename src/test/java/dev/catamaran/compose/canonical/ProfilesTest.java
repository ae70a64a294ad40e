package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfilesTest {
  private static final Prints FILE =
      Prints.of(
          """
          services:
            web: {image: web}
            test: {image: test, profiles: [test], networks: [lab], env_file: missing}
            tool: {profiles: [tools]}
          networks: {lab: }
          """);

  @Test
  void inactiveServicesAndWhatOnlyTheyUseAreLeftOut() {
    assertThat(FILE.keys("services")).containsExactly("web");
    assertThat(FILE.keys("networks")).containsExactly("default");
  }

  @Test
  void ofAnActiveProfileEverythingIsLookedAt() {
    var tests = Prints.of("services:\n  a: {image: x, profiles: [test]}\n").profile("test");
    assertThat(tests.keys("services")).containsExactly("a");
    assertThat(Prints.of("services:\n  a: {profiles: [t]}\n").profile("*").errors())
        .containsExactly("2:3 service a has neither an image nor a build");
  }
}
