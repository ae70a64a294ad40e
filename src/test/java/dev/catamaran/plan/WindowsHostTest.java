package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.eligible;
import static dev.catamaran.plan.Planning.findings;
import static dev.catamaran.plan.Planning.placement;
import static dev.catamaran.plan.Planning.refused;
import static dev.catamaran.plan.Planning.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.spec.Isolation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which image a Windows node starts, in which isolation, and what is told of it. */
class WindowsHostTest {
  private static final String WS2016 = "windows(10.0.14393.1198)/amd64";
  private static final String WS2019 = "windows(10.0.17763.5000)/amd64";
  private static final String WS2022 = "windows(10.0.20348.2000)/amd64";

  /** Host, engine and Hyper-V role against an image: what the plan would have the tasks do. */
  @ParameterizedTest
  @CsvSource({
    "14393.1198, 17.03.1-ee-3, false, 14393.1198, process, ''",
    "14393.1198, 20.10.17, false, 14393.1066, process, BUILD-DOUBTFUL",
    "14393.1198, 20.10.17, true, 16299.15, none, BUILD-MISMATCH",
    "14393.4000, 23.0, true, 14393.4000, none, PLACEMENT-NONE",
    "16299.15, 17.12, true, 14393.1198, hyperv, ISOLATION-HYPERV",
    "16299.15, 17.09.1, true, 14393.1198, none, BUILD-MISMATCH",
    "17763.5000, 25.0, false, 17763.6000, process, ''",
    "17763.973, 19.03.5, true, 17763.1100, hyperv, ISOLATION-HYPERV",
    "17763.5000, 25.0, true, 20348.2000, none, BUILD-MISMATCH",
    "20348.2000, 27.0, true, 17763.5000, hyperv, ISOLATION-HYPERV",
    "20348.2000, 27.0, false, 17763.5000, none, BUILD-MISMATCH",
    "25398.1, 27.0, false, 20348.2000, process, ''",
    "26100.2000, 27.0, false, 20348.2000, process, ''",
    "26200.1, 27.0, false, 20348.2000, process, ''",
    "26200.1, 29.0.0, true, 20348.2000, process, BUILD-DOUBTFUL",
    "22621.1, 18.09.0, true, 20348.2000, hyperv, ISOLATION-HYPERV",
    "22621.1, 27.0, true, 20348.2000, process, ''",
    "19045.1, 27.0, true, 17763.5000, hyperv, ISOLATION-HYPERV",
    "19045.1, 27.0, true, 20348.2000, none, BUILD-MISMATCH",
  })
  void hostEngineAndImageDecide(
      String host, String engine, boolean role, String image, String isolation, String code) {
    var plan =
        Planning.web("")
            .image("web", "windows(10.0." + image + ")/amd64")
            .on(new Clusters().linux("l1").windows("w1", host, engine).hyperV("w1", role));
    assertThat(placement(plan).isolation().map(Isolation::word).orElse("none"))
        .isEqualTo(isolation);
    var codes = plan.findings().stream().map(f -> f.code().word()).toList();
    assertThat(String.join(",", codes)).isEqualTo(code);
  }

  @Test
  void anImageWithoutAVersionRunsOnEveryWindows() {
    var plan = Planning.web("").image("web", "windows/amd64").on(two("14393.1198", "20.10.17"));
    assertThat(eligible(plan)).containsExactly("w1");
  }

  @Test
  void anOlderEngineTakesTheFirstWindowsEntryOfAList() {
    var planning = Planning.web("").image("web", WS2019, WS2016);
    assertThat(eligible(planning.on(two("14393.1198", "17.09.1")))).containsExactly("w1");
    var plan = planning.on(two("14393.1198", "17.06.2"));
    assertThat(refused(plan).getLast())
        .startsWith("w1: image build 17763 does not start on host build 14393")
        .endsWith(
            "engine 17.06.2 takes the first Windows entry of a manifest list, whatever its build"
                + " (17.09.1 and 17.06.2-ee-5 are the first that look)");
  }

  @Test
  void theFirstEntryIsTakenWhateverPlatformIsWritten() {
    var plan =
        Planning.web("platform: windows(10.0.14393)/amd64")
            .image("web", WS2019, WS2016)
            .on(two("14393.1198", "17.06.2"));
    assertThat(eligible(plan)).isEmpty();
  }

  @Test
  void theUsualIsolationOfTheNodesIsNotWritten() {
    var plan = Planning.web("").image("web", WS2019).on(two("17763.5000", "25.0"));
    assertThat(written(plan)).isEmpty();
  }

  @Test
  void aClientIsToldToUseProcessIsolation() {
    var plan = Planning.web("").image("web", WS2022).on(two("22621.1", "27.0"));
    assertThat(written(plan)).contains(Isolation.PROCESS);
  }

  @Test
  void theHyperVOfAClientIsItsOwnWay() {
    var plan = Planning.web("").image("web", WS2019).on(two("22621.1", "27.0").hyperV("w1", true));
    assertThat(placement(plan).isolation()).contains(Isolation.HYPERV);
    assertThat(written(plan)).isEmpty();
  }

  @Test
  void drainingTheOnlyNodeForProcessIsolationDoesNotTurnToHyperV() {
    var cluster = two("20348.2000", "27.0").hyperV("w1", true).windows("w2", "17763.5000", "25.0");
    var planning = Planning.web("").image("web", WS2019);
    assertThat(placement(planning.on(cluster)).isolation()).contains(Isolation.PROCESS);
    assertThat(placement(planning.on(cluster.drained("w2"))).isolation())
        .contains(Isolation.PROCESS);
  }

  @Test
  void drainingTheLinuxNodesDoesNotTurnAnImageForBothToWindows() {
    var planning = Planning.web("").image("web", "linux/amd64", WS2019);
    var plan = planning.on(two("17763.5000", "25.0").drained("l1"));
    assertThat(eligible(plan)).isEmpty();
    assertThat(placement(plan).resting()).hasSize(1);
  }

  @Test
  void aNodeThatTellsNoBuildIsNamedOnceWithTheCommandThatWould() {
    var yaml = "services:\n  web:\n    image: web\n  api:\n    image: web\n";
    var plan =
        Planning.of(yaml)
            .image("web", WS2019)
            .on(two("17763.5000", "25.0").windows("w2", "", "25.0"));
    assertThat(findings(plan))
        .containsExactly(
            "warning FACT-UNKNOWN the Windows build of the node is not known of w2, so nothing that"
                + " hangs on it is placed there");
    assertThat(plan.findings().getFirst().ways().getFirst()).contains("w2").doesNotContain("NODE");
  }

  @Test
  void managersThatDoNotHeedPlatformsAreSentNone() {
    var plan =
        Planning.web("")
            .image("web", WS2016)
            .on(new Clusters().windows("m1", "14393.1198", "17.03.1-ee-3").manager("m1"));
    assertThat(placement(plan).platforms()).isEmpty();
    assertThat(
            placement(Planning.web("").image("web", WS2019).on(two("17763.5000", "25.0")))
                .platforms())
        .hasSize(1);
  }

  private static Optional<Isolation> written(Plan plan) {
    return service(plan, "web").spec().orElseThrow().container().isolation();
  }

  private static Clusters two(String build, String engine) {
    return new Clusters().linux("l1").windows("w1", build, engine);
  }
}
