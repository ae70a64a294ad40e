package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A service's variables: its own, those of env files, the operator's. */
class EnvironmentTest {
  @Test
  void both_forms_and_all_kinds_of_values() {
    assertThat(
            Stack.web(
                    """
                    environment:
                      TEXT: a
                      NUMBER: 1.10
                      OCTAL: 0777
                      DATE: 2020-01-01
                      NOTHING:
                    """)
                .service())
        .isEqualTo(
            """
            environment:
              DATE: "2020-01-01 00:00:00 +0000 UTC"
              NOTHING: null
              NUMBER: "1.1"
              OCTAL: "511"
              TEXT: a
            """);
    assertThat(Stack.web("environment: [A=1, B, C=, \"D=x=y\"]").service())
        .isEqualTo("environment:\n  A: \"1\"\n  B: null\n  C: \"\"\n  D: x=y\n");
  }

  @Test
  void a_boolean_is_refused() {
    assertThat(Stack.web("environment:\n  A: true").findings())
        .containsExactly(
            "4:10 error environment.A must be a string or a number or a date or null, not a"
                + " boolean, \"true\"");
  }

  @Test
  void what_is_empty_comes_from_the_operator() {
    assertThat(
            Stack.web("environment: [A, B=, C, D=d]")
                .set("A", "a")
                .set("B", "b")
                .set("D", "x")
                .service())
        .isEqualTo("environment:\n  A: a\n  B: b\n  C: null\n  D: d\n");
  }

  @Test
  void env_files_are_taken_as_they_are() {
    var stack =
        Stack.web("env_file: [one.env, two.env]\nenvironment: [B=own]")
            .file("one.env", "# comment\nA=\"quoted\" # kept\n  B=1\nC=one\nBARE\nGONE\n")
            .file("two.env", "\uFEFFC=two\r\nD=x  \r\n")
            .set("BARE", "host");
    assertThat(stack.at("services", "web", "environment"))
        .isEqualTo(
            """
            A: '"quoted" # kept'
            B: own
            BARE: host
            C: two
            D: 'x  '
            """);
  }

  @Test
  void a_value_of_an_env_file_has_its_place_there() {
    var stack = Stack.web("env_file: one.env").file("one.env", "A=1\nB=2\n");
    assertThat(stack.node("services", "web", "environment", "B").where())
        .hasToString("one.env:2:1");
  }

  @Test
  void what_is_wrong_with_env_files() {
    assertThat(Stack.web("env_file:\n- gone.env\n- bad.env").file("bad.env", "A B=1\n").findings())
        .containsExactly(
            "4:7 error the env file gone.env cannot be read",
            "5:7 error the env file bad.env: line 1 has blanks in the name \"A B\"");
  }

  @Test
  void an_empty_value_of_a_later_file_does_not_override() {
    assertThat(Stack.web("environment: [A=1, B=, C]", "environment: [A, B, C=, D=2]").service())
        .isEqualTo("environment:\n  A: \"1\"\n  B: null\n  C: \"\"\n  D: \"2\"\n");
  }
}
