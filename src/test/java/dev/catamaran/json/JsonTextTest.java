package dev.catamaran.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "\"\\u0000\\\"\"",
        "{\"a\":[1,2.50,-3e2],\"b\":{\"c\":null}}",
        "123456789012345678901234567890"
      })
  void whatIsReadIsWrittenAgainWithTheSameMeaning(String text) {
    var value = JsonText.parse(text);
    assertThat(JsonText.parse(JsonText.compact(value))).isEqualTo(value);
    assertThat(JsonText.parse(JsonText.pretty(value))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,]", "{} {}", "{\"a\":1,\"a\":2}", "nul", "'x'"})
  void whatIsNoJsonIsRefused(String text) {
    assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void patchingKeepsWhatWeDoNotKnow() {
    var read = (Json.Obj) JsonText.parse("{\"Known\":1,\"Strange\":{\"x\":[true]}}");
    assertThat(JsonText.compact(read.with("Known", 2)))
        .isEqualTo("{\"Known\":2,\"Strange\":{\"x\":[true]}}");
  }

  @Test
  void absentMembersReadAsNothing() {
    var read = JsonText.parse("{\"a\":{\"b\":7}}");
    assertThat(read.at("a", "b").number()).hasValue(7);
    assertThat(read.at("a", "c", "d").isNull()).isTrue();
    assertThat(read.get("a").text()).isEmpty();
    assertThat(read.items()).isEmpty();
  }

  @Test
  void aFaultSaysItsLineAndColumn() {
    assertThatThrownBy(() -> JsonText.parse("{\n  \"a\": nul\n}"))
        .hasMessageContaining("line 2, column")
        .hasMessageNotContaining("Source");
  }
}
