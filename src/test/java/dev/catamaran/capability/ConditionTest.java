package dev.catamaran.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  private static final NodeFacts LINUX = node("linux/amd64", "20.10.24", Optional.of(false));
  private static final NodeFacts SERVER_2019 =
      node("windows(10.0.17763.1217)/amd64", "19.03.5", Optional.empty());
  private static final NodeFacts SOME_WINDOWS = node("windows/amd64", "", Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "os=windows, TRUE",
    "os!=windows, FALSE",
    "os=linux, FALSE",
    "build=17763, TRUE",
    "build<17763, FALSE",
    "build<=17763, TRUE",
    "build>17763, FALSE",
    "build>=17763, TRUE",
    "build!=17763, FALSE",
    "revision>=1217 revision<1490, TRUE",
    "revision<1217, FALSE",
    "engine>=19.03, TRUE",
    "engine=19.03.5, TRUE",
    "engine<18.09.6, FALSE",
    "ipvs=true, UNKNOWN",
    "hyperv=true, UNKNOWN",
    "kubernetes>=1.14, UNKNOWN",
    "always, TRUE",
    "os=windows build=17763 engine<20.10, TRUE",
  })
  void comparisonsAreJoinedByAnd(String text, Truth expected) {
    assertThat(Condition.parse(text).holds(SERVER_2019)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "os=windows build<14393, UNKNOWN",
    "os=linux build<14393, FALSE",
    "build<14393 os=linux, FALSE",
    "engine>=17.10, UNKNOWN",
    "revision>=1, UNKNOWN",
  })
  void falseAndUnknownIsFalse(String text, Truth expected) {
    assertThat(Condition.parse(text).holds(SOME_WINDOWS)).isEqualTo(expected);
  }

  @Test
  void factsOfLinuxAreComparedAsWell() {
    assertThat(Condition.parse("os=linux ipvs=false engine>=20.10").holds(LINUX))
        .isEqualTo(Truth.TRUE);
  }

  @Test
  void theFirstMissingFactIsNamed() {
    assertThat(Condition.parse("os=windows build=17763 revision<1").missing(SOME_WINDOWS))
        .contains(Fact.BUILD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "os",
        "os=",
        "os==windows",
        "os=solaris",
        "OS=windows",
        "os<windows",
        "kernel=5",
        "build=many",
        "engine=new",
        "ipvs=yes",
        "build = 17763",
      })
  void whatIsNoConditionIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Condition.parse(text));
  }

  private static NodeFacts node(String platform, String engine, Optional<Boolean> ipvs) {
    return new NodeFacts(
        Platform.parse(platform).orElse(Platform.of(Os.OTHER, "")),
        EngineVersion.parse(engine),
        ipvs,
        Optional.empty());
  }
}
