package dev.catamaran.compose.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a  b           | [a, b]",
        "a 'b c' \"d e\"| [a, b c, d e]",
        "a'b'c          | [abc]",
        "''             | []",
        "a \\ b         | [a,  b]",
        "a # b          | [a, #, b]",
        "a && b         | [a]",
        "a;b            | [a]",
        "a 2>x          | [a]",
        "a 'x;y'        | [a, x;y]",
        "a $(b c)       | [a, $(b c)]",
        "a `b c`        | [a, `b c`]",
        "'a\\b'         | [a\\b]",
      })
  void words(String text, String words) {
    assertThat(CommandWords.split(text).orElseThrow().words()).asString().isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's", "\"open", "a (b)", "a)", "`b", "end\\"})
  void whatIsNeverClosedIsNoCommand(String text) {
    assertThat(CommandWords.split(text)).isEmpty();
  }
}
