package dev.catamaran.compose.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "255.1.2.3",
        "::",
        "::1",
        "fe80::1:2",
        "1:2:3:4:5:6:7:8",
        "::ffff:1.2.3.4"
      })
  void addresses(String text) {
    assertThat(IpText.isAddress(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "256.1.1.1",
        "01.2.3.4",
        "1:2:3",
        ":::",
        "1::2::3",
        "12345::",
        "host"
      })
  void others(String text) {
    assertThat(IpText.isAddress(text)).isFalse();
  }
}
