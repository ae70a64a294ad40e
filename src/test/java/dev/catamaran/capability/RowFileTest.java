package dev.catamaran.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.catamaran.json.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFileTest {
  private static final String GOOD =
      """
      {"feature": "net.vip", "when": "os=linux", "verdict": "yes", "source": "somebody",
       "confidence": "inferred", "date": "2026-08"}\
      """;
  private static final String BAD =
      """
      {"feature": "net.vip", "when": "os=windows", "verdict": "no", "reason": "a reason",
       "try": "a way", "source": "somebody", "confidence": "inferred", "date": "2026-08"}\
      """;

  @Test
  void rowsAreReadInOrder() {
    assertThat(rows(GOOD, BAD)).extracting(Row::kind).containsExactly(Row.Kind.YES, Row.Kind.NO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "net.vip | net.vipp | \"net.vipp\" is no feature",
        "os=windows | os=windos | \"os=windos\" has a value that fact never takes",
        "\"no\" | \"maybe\" | \"maybe\" is no verdict",
        "a reason | a {node} reason | {node} is no placeholder",
        "\"reason\" | \"raison\" | unknown key \"raison\"",
        "a way | `` | a way out (try) belongs to \"no\", and only there",
        "somebody | `` | \"source\" is missing",
        "inferred | guessed | \"guessed\" is no confidence",
        "2026-08 | yesterday | \"yesterday\" is no year and month",
        "\"no\" | \"yes\" | a reason belongs to \"with\" and \"no\", and only there",
      })
  void aMalformedRowStopsTheLoadWithFileAndRow(String was, String is, String message) {
    assertThatIllegalStateException()
        .isThrownBy(() -> rows(GOOD, BAD.replace(was, is)))
        .withMessage("some.json, row 2: " + message);
  }

  @Test
  void aMatrixWithAHoleDoesNotLoad() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Matrix(rows(GOOD, BAD)))
        .withMessage("the matrix has no last row os=windows for engine.supportsHost");
  }

  private static List<Row> rows(String... rows) {
    return RowFile.rows(
        "some.json", JsonText.parse("{\"rows\": [" + String.join(",", rows) + "]}"));
  }
}
