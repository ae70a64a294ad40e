package dev.catamaran.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ClosestTest {
  private static final Set<String> KNOWN =
      Set.of("image", "env_file", "environment", "ports", "depends_on", "init");

  @Test
  void aTypingErrorFindsItsWord() {
    assertThat(Closest.to("imagee", KNOWN)).contains("image");
    assertThat(Closest.to("iamge", KNOWN)).contains("image");
    assertThat(Closest.to("port", KNOWN)).contains("ports");
    assertThat(Closest.to("dependsOn", KNOWN)).contains("depends_on");
    assertThat(Closest.to("env-file", KNOWN)).contains("env_file");
  }

  @Test
  void aStrangeWordFindsNothing() {
    assertThat(Closest.to("colour", KNOWN)).isEmpty();
    assertThat(Closest.to("x", KNOWN)).isEmpty();
  }
}
