package dev.catamaran.compose.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotenvTest {
  private static final Map<String, String> OPERATOR = Map.of("HOST", "h", "BOTH", "operator");

  private static Map<String, String> read(String text) {
    var outcome = Dotenv.read(".env", text, OPERATOR);
    assertThat(outcome.findings()).isEmpty();
    return ((Outcome.Accepted<Map<String, String>>) outcome).value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A=b                      | {A=b}",
        "A = b                    | {A=b}",
        "A: b                     | {A=b}",
        "export A=b               | {A=b}",
        "A=                       | {A=}",
        "A=b # comment            | {A=b}",
        "A=b#no comment           | {A=b#no comment}",
        "A=\"b # c\" # comment    | {A=b # c}",
        "A='b # ${HOST}'          | {A=b # ${HOST}}",
        "A=\"${HOST}\"            | {A=h}",
        "A=${HOST}/x              | {A=h/x}",
        "A=${NONE:-d}             | {A=d}",
        "A=\"a\\tb\\\\c\\$d\"     | {A=a\tb\\c$d}",
        "A=C:\\data\\new          | {A=C:\\data\\new}",
        "# A=b                    | {}",
        "A=b#c                    | {A=b#c}",
        "A=  #c                   | {A=#c}",
        "A=\"b\" B='c' C=d       | {A=b, B=c, C=d}",
        "A=\"Z\\0123\\x07\" | {A=ZS\\x07}",
        "=\"value\"             | {=value}",
      })
  void lines(String line, String values) {
    assertThat(read(line)).hasToString(values);
  }

  @Test
  void aBareNameTakesTheOperatorsValueAndIsLeftOutWhereThereIsNone() {
    assertThat(read("HOST\nNONE\n")).hasToString("{HOST=h}");
  }

  @Test
  void aBareNameThatEndsTheFileWithoutLineBreakIsAValueWithoutName() {
    assertThat(read("HOST")).hasToString("{=HOST}");
  }

  @Test
  void laterLinesSeeEarlierOnesAndTheOperatorWins() {
    assertThat(read("A=1\nBOTH=file\nB=${A}${BOTH}\n"))
        .hasToString("{A=1, BOTH=file, B=1operator}");
  }

  @Test
  void quotedValuesMaySpanLines() {
    assertThat(read("A=\"one\ntwo\"\nB=3\n")).hasToString("{A=one\ntwo, B=3}");
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkDoNotCount() {
    assertThat(read("\uFEFFA=1\r\nB=2\r\n")).hasToString("{A=1, B=2}");
  }

  @Test
  void everyFaultIsToldAtItsLine() {
    var findings = Dotenv.read(".env", "A=1\nB C=2\nB='open\n", OPERATOR).findings();
    assertThat(findings)
        .extracting(f -> f.where().orElseThrow() + " " + f.message())
        .containsExactly(
            ".env:2:1 \"B C\" is no name for a variable: there is a blank in it",
            ".env:3:3 the quote that begins here is never closed");
  }
}
