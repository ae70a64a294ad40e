package dev.catamaran.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  @Test
  void parametersMayBeQuotedAndHoldCommas() {
    assertThat(
            Challenge.parse(
                List.of(
                    "Bearer realm=\"https://auth.example/token\", service=hub,"
                        + "scope=\"repository:a/b:pull,push\",error=\"a \\\"b\\\"\"")))
        .containsExactly(
            new Challenge(
                "bearer",
                Map.of(
                    "realm", "https://auth.example/token",
                    "service", "hub",
                    "scope", "repository:a/b:pull,push",
                    "error", "a \"b\"")));
  }

  @Test
  void severalChallengesMayStandInOneLineAndInSeveral() {
    assertThat(Challenge.parse(List.of("Negotiate, Basic realm=\"x\"", "Bearer realm=y")))
        .containsExactly(
            new Challenge("negotiate", Map.of()),
            new Challenge("basic", Map.of("realm", "x")),
            new Challenge("bearer", Map.of("realm", "y")));
  }

  @Test
  void nonsenseIsNoChallenge() {
    assertThat(Challenge.parse(List.of("", "\"\"", ", ,", "=x"))).isEmpty();
  }
}
