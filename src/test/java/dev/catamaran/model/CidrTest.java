package dev.catamaran.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.9.0/24, 10.0.9.0/24, 256",
    "10.0.9.77/24, 10.0.9.0/24, 256",
    "10.0.9.77, 10.0.9.77/32, 1",
    "0.0.0.0/0, 0.0.0.0/0, 4294967296",
    "fd77::9/64, fd77:0:0:0:0:0:0:0/64, 9223372036854775807",
  })
  void aBlockIsKnownByItsFirstAddressAndItsSize(String text, String shown, long addresses) {
    var block = Cidr.parse(text).orElseThrow();
    assertThat(block).hasToString(shown);
    assertThat(block.addresses()).isEqualTo(addresses);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.9", "10.0.9.0/33", "10.0.9.0/", "10.0.9.0/-1", "web", "300.1.1.1"})
  void whatIsNoBlockIsRefused(String text) {
    assertThat(Cidr.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, 10.0.9.0/24, true",
    "10.0.9.0/24, 10.0.0.0/16, true",
    "10.0.8.0/24, 10.0.9.0/24, false",
    "10.0.0.0/8, fd77::/64, false",
  })
  void twoBlocksOverlapWhereOneHoldsTheOther(String one, String other, boolean overlap) {
    assertThat(Cidr.parse(one).orElseThrow().overlaps(Cidr.parse(other).orElseThrow()))
        .isEqualTo(overlap);
  }

  @Test
  void theAddressesOfABlockAreCounted() {
    var block = Cidr.parse("10.128.0.0/22").orElseThrow();
    assertThat(block.address(1)).isEqualTo("10.128.0.1");
    assertThat(block.address(300)).isEqualTo("10.128.1.44");
  }

  @Test
  void anAddressIsInItsBlockAndWordsAreInNone() {
    var block = Cidr.parse("10.0.9.0/24").orElseThrow();
    assertThat(block.contains("10.0.9.255")).isTrue();
    assertThat(block.contains("10.0.10.0")).isFalse();
    assertThat(block.contains("web")).isFalse();
  }
}
