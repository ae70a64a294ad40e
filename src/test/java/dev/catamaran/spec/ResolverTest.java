package dev.catamaran.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResolverTest {
  @Test
  void aPairBecomesALineOfEtcHosts() {
    assertThat(Resolver.hostLine("db:10.0.0.7")).isEqualTo("10.0.0.7 db");
    assertThat(Resolver.hostLine("db:fd00::7")).isEqualTo("fd00::7 db");
    assertThatThrownBy(() -> Resolver.hostLine("db")).hasMessage("\"db\" is not NAME:ADDRESS");
  }
}
