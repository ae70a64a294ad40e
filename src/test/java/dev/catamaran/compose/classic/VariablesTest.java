package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Variables, as docker stack puts them in. */
class VariablesTest {
  private static String image(String text) {
    return Stack.web("image: \"" + text + "\"")
        .set("SET", "s")
        .set("EMPTY", "")
        .at("services", "web", "image")
        .strip();
  }

  @Test
  void operators() {
    assertThat(image("a${SET}b$SET")).isEqualTo("asbs");
    assertThat(image("${EMPTY:-d}${EMPTY-d}${UNSET-e}")).isEqualTo("de");
    assertThat(image("${SET?no}${SET:?no}")).isEqualTo("ss");
    assertThat(image("$$SET")).isEqualTo("$SET");
  }

  @Test
  void operators_need_no_braces() {
    assertThat(image("$UNSET-a b")).isEqualTo("a b");
    assertThat(image("$SET-a b")).isEqualTo("s");
  }

  @Test
  void a_default_is_taken_as_it_is_written() {
    assertThat(image("${UNSET:-${SET}}")).isEqualTo("${SET}");
    assertThat(image("${UNSET:-a$$b}")).isEqualTo("a$$b");
  }

  @Test
  void a_dollar_that_begins_nothing_is_refused() {
    assertThat(Stack.web("image: a\nuser: cost $ 5").findings())
        .containsExactly(
            "4:16 error the expression that begins here cannot be read: docker stack reads"
                + " ${NAME} with - :- ? :? only");
  }

  /** A bug of docker's that files may rest on. */
  @Test
  void what_is_wrong_is_forgiven_where_a_later_expression_is_right() {
    var stack = Stack.web("image: \"cost $ 5 ${A?needed} ${SET}\"").set("SET", "s");
    assertThat(stack.service()).isEqualTo("image: cost  5  s\n");
    assertThat(stack.findings())
        .containsExactly(
            "3:18 warning docker stack leaves out the expression that begins here",
            "3:22 warning the file requires the variable A; docker stack puts an empty text in its"
                + " place, as an expression follows");
  }

  @Test
  void a_required_variable_is_missing() {
    assertThat(Stack.web("image: ${TAG:?say which}").findings())
        .containsExactly("3:12 error the file requires the variable TAG: say which");
  }

  @Test
  void dotenv_is_not_read_and_the_finding_says_so() {
    var stack = Stack.web("image: a:${TAG}").dotenv("TAG", "1");
    assertThat(stack.service()).isEqualTo("image: 'a:'\n");
    assertThat(stack.ways())
        .containsExactly(
            "set TAG in the environment: docker stack does not read .env, which has it",
            "give a default: ${TAG:-value}");
  }

  @Test
  void values_become_what_their_keys_want_but_only_through_variables() {
    assertThat(
            Stack.web("tty: ${T}\ndeploy: {replicas: \"${R}\"}")
                .set("T", "yes")
                .set("R", "3")
                .service())
        .isEqualTo("deploy:\n  replicas: 3\ntty: true\n");
    assertThat(Stack.web("tty: yes").findings())
        .containsExactly("3:10 error tty must be true or false, not a string, \"yes\"");
  }

  @Test
  void keys_stay_as_they_are() {
    assertThat(Stack.web("labels: {\"${SET}\": \"${SET}\"}").set("SET", "s").service())
        .isEqualTo("labels:\n  ${SET}: s\n");
  }

  /** Docker finds the casts by a path with points. */
  @Test
  void a_service_with_a_point_in_its_name_gets_no_casts() {
    assertThat(Stack.of("services: {a.b: {tty: \"${T}\"}}").set("T", "true").findings())
        .containsExactly("1:23 error tty must be true or false, not a string, \"true\"");
  }
}
