package dev.catamaran.compose.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
  @ParameterizedTest
  @CsvSource({
    "0,0s",
    "10s,10s",
    "90s,1m30s",
    "1.5h,1h30m0s",
    "1d,24h0m0s",
    "1w,168h0m0s",
    "-5s,-5s",
    "100us,100µs",
    "1.5ms,1.5ms",
    "7ns,7ns",
    "1m0.25s,1m0.25s",
    ".5s,500ms",
    "1.s,1s",
  })
  void whatIsReadIsPrintedAsDockerPrintsIt(String written, String printed) {
    assertThat(Span.text(Span.nanos(written).orElseThrow())).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "5 s", "1m 30s", "s", ".s", "-", "1y", "99999999999h"})
  void anythingElseIsNoDuration(String text) {
    assertThat(Span.nanos(text)).isEmpty();
  }
}
