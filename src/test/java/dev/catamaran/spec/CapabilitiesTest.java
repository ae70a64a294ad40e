package dev.catamaran.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
  private static Capabilities effective(List<String> add, List<String> drop) {
    return Capabilities.effective(add, drop);
  }

  @Test
  void caseAndPrefixDoNotMatterAndTheOrderIsOne() {
    assertThat(effective(List.of("sys_time", "NET_ADMIN", "cap_net_admin"), List.of("Chown")))
        .isEqualTo(
            new Capabilities(List.of("CAP_NET_ADMIN", "CAP_SYS_TIME"), List.of("CAP_CHOWN")));
  }

  @Test
  void allOutdoesItsListAndWhatIsAddedIsNotDropped() {
    assertThat(effective(List.of("NET_ADMIN"), List.of("all", "NET_ADMIN", "CHOWN")))
        .isEqualTo(new Capabilities(List.of("CAP_NET_ADMIN"), List.of("ALL")));
    assertThat(effective(List.of("NET_ADMIN"), List.of("NET_ADMIN")).dropped()).isEmpty();
    assertThat(effective(List.of("ALL"), List.of("ALL")))
        .isEqualTo(new Capabilities(List.of("ALL"), List.of()));
  }

  @Test
  void resetMeansNothingInAFile() {
    assertThat(effective(List.of("RESET"), List.of("RESET", "KILL")))
        .isEqualTo(new Capabilities(List.of(), List.of("CAP_KILL")));
  }
}
