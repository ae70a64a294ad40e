package dev.catamaran.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestartPolicyTest {
  @ParameterizedTest
  @CsvSource({"always,any", "unless-stopped,any", "on-failure,on-failure", "always:,any"})
  void aWordHasItsCondition(String word, String condition) {
    assertThat(RestartPolicy.ofWord(word))
        .contains(
            new RestartPolicy(
                Optional.of(condition), Optional.empty(), OptionalLong.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"on-failure:3,3", "always:2,2"})
  void aNumberLimitsTheAttempts(String word, long attempts) {
    assertThat(RestartPolicy.ofWord(word).orElseThrow().maxAttempts()).hasValue(attempts);
  }

  @Test
  void zeroAttemptsAreNoLimit() {
    assertThat(RestartPolicy.ofWord("on-failure:0").orElseThrow().maxAttempts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no", "no:3"})
  void noLeavesTheEngineItsOwnPolicy(String word) {
    assertThat(RestartPolicy.ofWord(word)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sometimes,'\"sometimes\" is no restart policy'",
    "on-failure:x,'\"x\" is no number of attempts'",
    "on-failure:-1,'\"-1\" is no number of attempts'",
    ":3,nothing stands before the colon"
  })
  void whatDockerDoesNotKnowIsRefused(String word, String why) {
    assertThatThrownBy(() -> RestartPolicy.ofWord(word)).hasMessage(why);
  }
}
