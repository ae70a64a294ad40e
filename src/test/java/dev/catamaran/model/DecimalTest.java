package dev.catamaran.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  private static Decimal decimal(String text) {
    return Decimal.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1.50, 1.50",
    "-.5, -0.5",
    "+7., 7",
    "2e-3, 0.002",
    "1.5E+3, 1500",
    "0e2, 0",
    "-0.0015, -0.0015",
    "00.10, 0.10"
  })
  void isPrintedWithoutAnExponent(String written, String printed) {
    assertThat(decimal(written).plain()).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "-.",
        "1.2.3",
        "1-2",
        ".-5",
        "1 ",
        "e5",
        "1e",
        "1e2e3",
        "0x1",
        "NaN",
        "Infinity",
        "1_0",
        "1e999999"
      })
  void refusesWhatIsNoNumber(String text) {
    assertThat(Decimal.parse(text)).isEmpty();
  }

  @Test
  void hasNoLimitOnDigits() {
    assertThat(decimal("123456789012345678901234567890.5").plain())
        .isEqualTo("123456789012345678901234567890.5");
  }

  @Test
  void computesAsBigDecimalDoes() {
    var random = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < 2_000; i++) {
      var left = written(random);
      var right = written(random);
      var one = new BigDecimal(left);
      var other = new BigDecimal(right);
      int power = random.nextInt(-5, 6);
      assertThat(decimal(left).plain()).as(left).isEqualTo(one.toPlainString());
      assertThat(decimal(left).stripped().plain())
          .as(left)
          .isEqualTo(one.stripTrailingZeros().toPlainString());
      assertThat(decimal(left).whole())
          .as(left)
          .isEqualTo(one.setScale(0, RoundingMode.DOWN).toBigInteger());
      assertThat(decimal(left).exponent()).as(left).isEqualTo(one.precision() - one.scale() - 1);
      assertThat(decimal(left).times(1_024).plain())
          .as(left)
          .isEqualTo(one.multiply(BigDecimal.valueOf(1_024)).toPlainString());
      assertThat(decimal(left).plus(decimal(right)).plain())
          .as(left + " + " + right)
          .isEqualTo(one.add(other).toPlainString());
      assertThat(decimal(left).shifted(power).plain())
          .as(left + " by " + power)
          .isEqualTo(one.scaleByPowerOfTen(power).toPlainString());
    }
  }

  private static String written(RandomGenerator random) {
    var text = new StringBuilder(random.nextBoolean() ? "-" : "");
    text.append(random.nextLong(0, 1L << random.nextInt(1, 60)));
    if (random.nextBoolean()) {
      text.append('.').append(random.nextInt(0, 100_000));
    }
    if (random.nextInt(4) == 0) {
      text.append('e').append(random.nextInt(-12, 13));
    }
    return text.toString();
  }
}
