package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The simple keys of a service. */
class ServiceKeysTest {
  @Test
  void what_is_empty_or_false_is_as_good_as_not_written() {
    assertThat(
            Stack.web("image: ''\ntty: false\ninit: false\nlabels: {}\nports: []\npid:").service())
        .isEqualTo("init: false\n");
  }

  @Test
  void a_later_file_overrides_unless_empty() {
    assertThat(
            Stack.web(
                    "image: a\nuser: u\ntty: true\ninit: true",
                    "image: b\nuser: ''\ntty: false\ninit: false")
                .service())
        .isEqualTo("image: b\ninit: true\ntty: true\nuser: u\n");
  }

  @Test
  void services_of_all_files_in_the_order_of_their_names() {
    assertThat(Stack.of("services: {b: {image: b}}", "services: {a: {image: a}}").at("services"))
        .isEqualTo("a:\n  image: a\nb:\n  image: b\n");
  }

  @Test
  void every_fault_of_every_phase_is_told_at_once() {
    assertThat(
            Stack.web("image: ${TAG?}\nprots: []\ntty: 1\nports: ['x']\nenv_file: gone").findings())
        .containsExactly(
            "3:12 error the file requires the variable TAG",
            "4:5 error unknown key \"prots\" in services.web",
            "5:10 error tty must be true or false, not a whole number, \"1\"",
            "6:13 error \"x\": \"x\" is no port",
            "7:15 error the env file gone cannot be read");
  }
}
