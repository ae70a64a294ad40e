package dev.catamaran.compose.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({
    "10s, PT10S",
    "1m30s, PT1M30S",
    "1.5h, PT1H30M",
    ".5s, PT0.5S",
    "100us, PT0.0001S",
    "100µs, PT0.0001S",
    "2ms, PT0.002S",
    "7ns, PT0.000000007S",
    "1d, PT24H",
    "1w, PT168H",
    "0s, PT0S",
  })
  void durations(String text, String duration) {
    assertThat(Quantities.duration(text).orElseThrow()).hasToString(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "5 s", "1m 30s", "-5s", "s", ".s", "1.2.3s", "999999999999w"})
  void noDurations(String text) {
    assertThat(Quantities.duration(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 1024",
    "1k, 1024",
    "50M, 52428800",
    "50 M, 52428800",
    "64MiB, 67108864",
    "1mb, 1048576",
    "1.5g, 1610612736",
    "1T, 1099511627776",
    ".5k, 512",
    "7 b, 7",
  })
  void bytes(String text, long bytes) {
    assertThat(Quantities.bytes(text)).contains(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "50x", "-1", "1  M", "M", "1i", "1ib", "1kk", "1.2.3g", "999999999999999999p"})
  void noBytes(String text) {
    assertThat(Quantities.bytes(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1000000000", "0.5, 500000000", ".25, 250000000", "2., 2000000000"})
  void cpus(String text, long nanos) {
    assertThat(Quantities.nanoCpus(text)).contains(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "50%", "-1", ".", "1e3"})
  void noCpus(String text) {
    assertThat(Quantities.nanoCpus(text)).isEmpty();
  }
}
