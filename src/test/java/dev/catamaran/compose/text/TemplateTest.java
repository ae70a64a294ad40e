package dev.catamaran.compose.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final Map<String, String> VARIABLES =
      Map.of("SET", "s", "EMPTY", "", "D", "a$SET");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$SET                            | s",
        "${SET}                          | s",
        "x${SET}y$SET-z                  | xsys-z",
        "$$SET                           | $SET",
        "$${SET}                         | ${SET}",
        "cost $ 5                        | cost $ 5",
        "^a$                             | ^a$",
        "$1                              | $1",
        "$D                              | a$SET",
        "${EMPTY:-d}                     | d",
        "${EMPTY-d}                      | ``",
        "${UNSET-d}                      | d",
        "${SET:-d}                       | s",
        "${SET:+alt}                     | alt",
        "${EMPTY:+alt}                   | ``",
        "${EMPTY+alt}                    | alt",
        "${UNSET+alt}                    | ``",
        "${SET:?no}                      | s",
        "${EMPTY?no}                     | ``",
        "${UNSET:-${SET:-x}}             | s",
        "${UNSET:-$SET}                  | s",
        "${UNSET:-a$$b}                  | a$b",
        "${UNSET:-{{.Node.Hostname}}}    | {{.Node.Hostname}}",
        "${SET:-{{.Node.Hostname}}}x     | s}x",
        "${UNSET:-${SET:+${EMPTY:-e}}}}  | e}",
        "${SET:-${UNSET:?not needed}}    | s",
        "${UNSET:-a:b-c?d}               | a:b-c?d",
      })
  void expressions(String text, String expanded) {
    var result = Template.expand(text, VARIABLES);
    assertThat(result.text()).isEqualTo(expanded);
    assertThat(result.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a $$ $NONE     | UNSET 2 NONE ``",
        "${NONE}        | UNSET 0 NONE ``",
        "${NONE:?why}   | REQUIRED 0 NONE why",
        "${NONE?}       | REQUIRED 0 NONE ``",
        "${EMPTY:?$SET} | REQUIRED 0 EMPTY s",
        "$SET ${        | INVALID 1 `` a variable name is missing behind \"${\"",
        "${}            | INVALID 0 `` a variable name is missing behind \"${\"",
        "${ SET}        | INVALID 0 `` a variable name is missing behind \"${\"",
        "${SET          | INVALID 0 SET \"}\" or one of - :- + :+ ? :? is expected behind the name",
        "${SET!x}       | INVALID 0 SET \"}\" or one of - :- + :+ ? :? is expected behind the name",
        "${NONE:-x      | INVALID 0 NONE the closing \"}\" is missing in this line",
      })
  void problems(String text, String problem) {
    var problems = Template.expand(text, VARIABLES).problems();
    assertThat(problems)
        .singleElement()
        .satisfies(p ->
            assertThat("%s %d %s %s".formatted(p.kind(), p.dollar(), p.name(), p.message()).strip())
                .isEqualTo(problem.replace("``", "").strip()));
  }

  @Test
  void deepNestingIsAProblemAndNoOverflow() {
    var text = "${A:-".repeat(100_000) + "}".repeat(100_000);
    assertThat(Template.expand(text, VARIABLES).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).isEqualTo("nested more than 100 levels deep"));
  }
}
