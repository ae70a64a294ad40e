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
      {"when": "os=linux", "verdict": "yes", "source": "somebody",
       "confidence": "documented", "date": "2026-08"}\
      """;
  private static final String BAD =
      """
      {"when": "os=windows", "verdict": "no", "reason": "a reason",
       "try": "a way", "source": "somebody", "confidence": "inferred", "date": "2026-08"}\
      """;

  @Test
  void rowsAreReadInOrder() {
    var feature = read("net.vip", GOOD, BAD).features().getFirst();
    assertThat(feature.means()).isEqualTo("something works");
    assertThat(feature.rows()).extracting(Row::kind).containsExactly(Row.Kind.YES, Row.Kind.NO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "os=windows | os=windos | \"os=windos\" has a value that fact never takes",
        "\"no\" | \"maybe\" | \"maybe\" is no verdict",
        "a reason | a {node} reason | {node} is no placeholder",
        "\"reason\" | \"raison\" | unknown key \"raison\"",
        "a way | `` | a way out (try) belongs to \"no\" and \"unknown\", and only there",
        "somebody | `` | \"source\" is missing",
        "inferred | guessed | \"guessed\" is no confidence",
        "inferred | disputed | what is disputed is \"with\", a warning",
        "2026-08 | yesterday | \"yesterday\" is no year and month",
        "\"no\" | \"yes\" | a reason belongs to \"with\", \"no\" and \"unknown\", and only there",
      })
  void aMalformedRowStopsTheLoadWithFileFeatureAndRow(String was, String is, String message) {
    assertThatIllegalStateException()
        .isThrownBy(() -> read("net.vip", GOOD, BAD.replace(was, is)))
        .withMessage("networking.json, net.vip, row 2: " + message);
  }

  @Test
  void aFeatureWithAHoleDoesNotLoad() {
    assertThatIllegalStateException()
        .isThrownBy(() -> read("net.vip", GOOD))
        .withMessage("networking.json, net.vip, row 1: net.vip has no last row os=windows");
  }

  @Test
  void aFeatureOfAnotherSubjectDoesNotLoad() {
    assertThatIllegalStateException()
        .isThrownBy(() -> read("svc.secrets", GOOD, BAD))
        .withMessageContaining("belongs to another file");
  }

  @Test
  void aRowThatNoNodeReachesDoesNotLoad() {
    assertThatIllegalStateException()
        .isThrownBy(() -> read("net.vip", GOOD.replace("os=linux", "always"), BAD))
        .withMessageContaining("no node reaches the row os=windows");
  }

  @ParameterizedTest
  @CsvSource({
    "svc.secrets, SECRETS",
    "svc.secrets.memory, SECRETS",
    "svc.securityOpt, COMPOSE_KEYS",
    "svc.logging.gelf, LOGGING",
    "svc.isolation, ISOLATION",
    "net.vip, NETWORKING",
  })
  void theLongestBeginningOfAnIdTellsItsSubject(String id, Subject subject) {
    assertThat(Subject.of(id)).contains(subject);
  }

  private static RowFile read(String id, String... rows) {
    var feature =
        "{\"feature\": \"%s\", \"means\": \"something works\", \"rows\": [%s]}"
            .formatted(id, String.join(",", List.of(rows)));
    return RowFile.read(
        Subject.NETWORKING,
        JsonText.parse("{\"subject\": \"Networks\", \"features\": [" + feature + "]}"));
  }
}
