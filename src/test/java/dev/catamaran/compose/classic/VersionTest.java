package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The version at the top of a file, and what each version brought. */
class VersionTest {
  @Test
  void none_and_a_bare_3_are_the_newest() {
    assertThat(Stack.of("services: {}").at()).isEqualTo("version: \"3.13\"\nservices: {}\n");
    assertThat(Stack.of("version: \"3\"").at()).isEqualTo("version: \"3.13\"\nservices: {}\n");
    assertThat(Stack.of("version: \"\"").at()).isEqualTo("version: \"3.13\"\nservices: {}\n");
  }

  @Test
  void a_number_is_refused() {
    assertThat(Stack.of("version: 3.7").findings())
        .containsExactly("1:10 error the version must be a string");
  }

  @Test
  void older_formats_are_for_the_other_dialect() {
    var stack = Stack.of("version: \"2.4\"\nservices: {web: {image: a, scale: 3}}");
    assertThat(stack.findings())
        .containsExactly("1:10 error docker stack reads the versions 3.0 to 3.13, not \"2.4\"");
    assertThat(stack.ways())
        .containsExactly("read it as docker compose does, with --dialect compose");
  }

  @Test
  void all_files_say_the_same() {
    assertThat(Stack.of("version: \"3.7\"", "services: {}").findings())
        .containsExactly(
            "c2.yaml:1:1 error this file has version 3.13, since it names none, and the first one"
                + " has 3.7");
  }

  @Test
  void a_key_that_came_later_is_told_with_its_version() {
    var stack =
        Stack.of(
            """
            version: "3.1"
            services:
              web:
                init: true
                deploy: {endpoint_mode: vip}
                ports: [{target: 80}]
            """);
    assertThat(stack.findings())
        .containsExactly(
            "4:5 error \"init\" needs version 3.7; the file says 3.1",
            "5:14 error \"endpoint_mode\" needs version 3.2; the file says 3.1",
            "6:13 error an item of ports written as a mapping needs version 3.2; the file says"
                + " 3.1");
  }

  @Test
  void from_3_11_on_build_takes_any_key() {
    assertThat(Stack.web("build: {context: ., ssh: [default]}").service())
        .isEqualTo("build:\n  context: .\n");
    assertThat(Stack.of("version: \"3.9\"\nservices: {web: {build: {ssh: [default]}}}").findings())
        .containsExactly("2:26 error unknown key \"ssh\" in build");
  }

  @Test
  void only_the_first_document_counts() {
    assertThat(Stack.of("services: {a: {image: a}}\n---\nservices: 5\n").at("services"))
        .isEqualTo("a:\n  image: a\n");
  }
}
