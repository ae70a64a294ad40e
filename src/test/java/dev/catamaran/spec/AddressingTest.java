package dev.catamaran.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.spec.Addressing.Pool;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressingTest {
  private static final Addressing LIVE =
      new Addressing(
          false,
          Driver.NONE,
          List.of(new Pool(Optional.of("10.9.0.0/24"), Optional.of("10.9.0.1"), Optional.empty())));

  private static Addressing wanted(String subnet, Optional<String> gateway) {
    return new Addressing(
        false, Driver.NONE, List.of(new Pool(Optional.of(subnet), gateway, Optional.empty())));
  }

  @Test
  void whatAnEngineAllottedByItselfSuitsWhoSaidNothing() {
    assertThat(LIVE.holds(Addressing.DEFAULT)).isTrue();
    assertThat(LIVE.holds(wanted("10.9.0.0/24", Optional.empty()))).isTrue();
  }

  @Test
  void anotherSubnetGatewayOrFamilyDoesNot() {
    assertThat(LIVE.holds(wanted("10.8.0.0/24", Optional.empty()))).isFalse();
    assertThat(LIVE.holds(wanted("10.9.0.0/25", Optional.empty()))).isFalse();
    assertThat(LIVE.holds(wanted("10.9.0.0/24", Optional.of("10.9.0.2")))).isFalse();
    assertThat(LIVE.holds(new Addressing(true, Driver.NONE, List.of()))).isFalse();
  }

  @Test
  void aSubnetIsWhatItMeansNotHowItIsWritten() {
    assertThat(LIVE.holds(wanted("10.9.0.77/24", Optional.empty()))).isTrue();
    assertThat(LIVE.holds(wanted("no subnet", Optional.empty()))).isFalse();
  }
}
