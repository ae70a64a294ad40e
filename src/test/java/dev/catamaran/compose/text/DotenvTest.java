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
        "HOST                     | {HOST=h}",
        "NONE                     | {}",
      })
  void lines(String line, String values) {
    assertThat(read(line)).hasToString(values);
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
    var findings = Dotenv.read(".env", "A=1\n=2\nB='open\n", OPERATOR).findings();
    assertThat(findings)
        .extracting(f -> f.where().orElseThrow() + " " + f.message())
        .containsExactly(
            ".env:2:1 \"\" is no name for a variable",
            ".env:3:3 the quote that begins here is never closed");
  }
}
