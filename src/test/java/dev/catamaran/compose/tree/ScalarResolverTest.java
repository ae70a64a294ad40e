package dev.catamaran.compose.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarResolverTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "yes, STRING, yes",
        "on, STRING, on",
        "NO, STRING, NO",
        "22:22, STRING, 22:22",
        "'2001-01-01', STRING, 2001-01-01",
        "2001-13-01, STRING, 2001-13-01",
        "2001-01-01 10:00:00Z, STRING, 2001-01-01 10:00:00Z",
        "2001-01-01, DATE, 2001-01-01 00:00:00 +0000 UTC",
        "2001-1-2T3:4:5.060Z, DATE, 2001-01-02 03:04:05.06 +0000 UTC",
        "2001-01-02t03:04:05+01:30, DATE, 2001-01-02 03:04:05 +0130 +0130",
        "2001-01-02 03:04:05, DATE, 2001-01-02 03:04:05 +0000 UTC",
        "! 5, INTEGER, 5",
        "!mine 5, STRING, 5",
        "!!float 5, FLOAT, 5",
        "1.2.3, STRING, 1.2.3",
        "0x, STRING, 0x",
        "tRUE, STRING, tRUE",
        "'12', STRING, 12",
        "!!str 12, STRING, 12",
        "true, BOOLEAN, true",
        "TRUE, BOOLEAN, true",
        "False, BOOLEAN, false",
        "~, NULL, ~",
        "Null, NULL, Null",
        "!!int '12', INTEGER, 12",
        "12, INTEGER, 12",
        "+12, INTEGER, 12",
        "0777, INTEGER, 511",
        "0o17, INTEGER, 15",
        "0x1F, INTEGER, 31",
        "0b11, INTEGER, 3",
        "1_000, INTEGER, 1000",
        "010, INTEGER, 8",
        "18446744073709551615, INTEGER, 18446744073709551615",
        "18446744073709551616, FLOAT, 1.8446744073709552e+19",
        "08, FLOAT, 8",
        "1.10, FLOAT, 1.1",
        "1.0, FLOAT, 1",
        ".5, FLOAT, 0.5",
        "1e3, FLOAT, 1000",
        "1e6, FLOAT, 1e+06",
        "0.00001, FLOAT, 1e-05",
        "12345678.5, FLOAT, 1.23456785e+07",
        "-0.0, FLOAT, -0",
        ".inf, FLOAT, +Inf",
        "-.INF, FLOAT, -Inf",
        ".nan, FLOAT, NaN",
      })
  void readsScalarsAsGoDoes(String written, ScalarKind kind, String text) {
    var scalar = Trees.scalar(Trees.read("key: " + written), "key");
    assertThat(scalar.kind()).isEqualTo(kind);
    assertThat(scalar.asText()).isEqualTo(text);
  }

  @Test
  void anOverlongNumberIsAText() {
    var digits = "9".repeat(100_000);
    assertThat(Trees.scalar(Trees.read("key: " + digits), "key").kind())
        .isEqualTo(ScalarKind.STRING);
  }

  @Test
  void aWholeNumberIsGivenOnlyIfItFits() {
    assertThat(Trees.scalar(Trees.read("0777")).asLong()).contains(511L);
    assertThat(Trees.scalar(Trees.read("18446744073709551615")).asLong()).isEmpty();
    assertThat(Trees.scalar(Trees.read("'12'")).asLong()).isEmpty();
  }
}
