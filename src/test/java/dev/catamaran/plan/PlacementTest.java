package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.constraints;
import static dev.catamaran.plan.Planning.eligible;
import static dev.catamaran.plan.Planning.findings;
import static dev.catamaran.plan.Planning.placement;
import static dev.catamaran.plan.Planning.refused;
import static dev.catamaran.plan.Planning.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Code;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.spec.Isolation;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final String WS2019 = "windows(10.0.17763.5000)/amd64";
  private static final String WS2022 = "windows(10.0.20348.2000)/amd64";

  @Test
  void aNodeOfAnotherSystemIsRefusedAndKeptOutByTheSystem() {
    var plan = Planning.web("").image("web", "linux/amd64").on(hybrid());
    assertThat(eligible(plan)).containsExactly("l1");
    assertThat(refused(plan))
        .containsExactly("w19: runs windows/amd64; the image is made for linux/amd64");
    assertThat(constraints(plan)).containsExactly("node.platform.os == linux");
  }

  @Test
  void oneFittingBuildIsAskedFor() {
    var plan =
        Planning.web("").image("web", WS2019).on(hybrid().windows("w22", "20348.2000", "24.0.7"));
    assertThat(eligible(plan)).containsExactly("w19");
    assertThat(constraints(plan))
        .containsExactly(
            "node.platform.os == windows", "node.labels.dev.catamaran.os.build == 17763");
    assertThat(placement(plan).constraints().getLast().reason())
        .isEqualTo("the image starts on Windows build 17763, not on 20348 (w22)");
  }

  @Test
  void ofSeveralFittingBuildsTheOthersAreExcluded() {
    var plan =
        Planning.web("")
            .image("web", WS2022)
            .on(
                hybrid()
                    .windows("w22", "20348.2000", "24.0.7")
                    .windows("w25", "26100.2000", "28.5.2"));
    assertThat(eligible(plan)).containsExactly("w22", "w25");
    assertThat(constraints(plan))
        .containsExactly(
            "node.platform.os == windows", "node.labels.dev.catamaran.os.build != 17763");
  }

  @Test
  void aBuildThatFitsNowhereIsRefusedWithEveryNode() {
    var plan = Planning.web("").image("web", WS2022).on(hybrid());
    assertThat(plan.refused()).isTrue();
    assertThat(service(plan, "web").spec()).isEmpty();
    assertThat(findings(plan)).singleElement().asString().startsWith("3 error BUILD-MISMATCH ");
    assertThat(plan.findings().getFirst().reasons()).hasSize(2);
  }

  @Test
  void aDrainedNodeIsRefusedAndNoConstraintSaysSo() {
    var plan =
        Planning.web("")
            .image("web", "linux/amd64")
            .on(new Clusters().linux("l1").linux("l2").drained("l2"));
    assertThat(eligible(plan)).containsExactly("l1");
    assertThat(refused(plan)).containsExactly("l2: takes no new tasks: its availability is drain");
    assertThat(constraints(plan)).containsExactly("node.platform.os == linux");
  }

  @Test
  void drainingANodeChangesNoConstraint() {
    var planning = Planning.web("").image("web", WS2022);
    var before = planning.on(threeBuilds());
    var after = planning.on(threeBuilds().drained("w25"));
    assertThat(eligible(after)).containsExactly("w22");
    assertThat(constraints(after)).isEqualTo(constraints(before));
  }

  @Test
  void theUsersConstraintsComeFirstAndAreEvaluated() {
    var plan =
        Planning.web("deploy: {placement: {constraints: [node.labels.zone == east]}}")
            .image("web", "linux/amd64")
            .on(new Clusters().linux("l1").linux("l2").labelled("l2", "zone", "east"));
    assertThat(eligible(plan)).containsExactly("l2");
    assertThat(refused(plan))
        .containsExactly(
            "l1: does not meet the constraint node.labels.zone == east: node.labels.zone is not set");
    assertThat(constraints(plan))
        .containsExactly("node.labels.zone == east", "node.platform.os == linux");
  }

  @Test
  void aConstraintThatSwarmCannotReadIsAnErrorAtItsLine() {
    var plan =
        Planning.web("deploy:\n  placement:\n    constraints:\n      - node.role == \"manager\"")
            .image("web", "linux/amd64")
            .on(hybrid());
    assertThat(findings(plan))
        .containsExactly(
            "7 error VALUE-INVALID \"node.role == \"manager\"\" is no constraint: Swarm expects"
                + " KEY == VALUE or KEY != VALUE, without quotes");
  }

  @Test
  void anImageForBothSystemsRunsOnLinuxAndSaysSo() {
    var plan = Planning.web("").image("web", "linux/amd64", WS2019).on(hybrid());
    assertThat(eligible(plan)).containsExactly("l1");
    assertThat(findings(plan))
        .containsExactly(
            "3 info PLATFORM-CHOSEN the image offers linux and windows; linux was chosen");
    assertThat(constraints(plan)).containsExactly("node.platform.os == linux");
  }

  @Test
  void thePlatformWrittenNarrowsAnImageForBothSystems() {
    var plan =
        Planning.web("platform: windows/amd64").image("web", "linux/amd64", WS2019).on(hybrid());
    assertThat(eligible(plan)).containsExactly("w19");
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void aPlatformTheImageDoesNotOfferIsAnError() {
    var plan = Planning.web("platform: windows/amd64").image("web", "linux/amd64").on(hybrid());
    assertThat(findings(plan))
        .containsExactly(
            "4 error PLATFORM-NONE the image does not offer the platform asked for: windows/amd64");
  }

  @Test
  void hyperVIsChosenWhereNoNodeRunsTheImageAsAProcess() {
    var plan = Planning.web("").image("web", WS2019).on(newer().hyperV("w22", true));
    assertThat(eligible(plan)).containsExactly("w22");
    assertThat(placement(plan).isolation()).contains(Isolation.HYPERV);
    assertThat(service(plan, "web").spec().orElseThrow().container().isolation())
        .contains(Isolation.HYPERV);
    assertThat(findings(plan))
        .containsExactly("3 info ISOLATION-HYPERV the tasks run in Hyper-V isolation on w22");
  }

  @Test
  void aNodeThatWouldNeedHyperVStepsBackBehindOneThatDoesNot() {
    var plan =
        Planning.web("")
            .image("web", WS2019)
            .on(newer().hyperV("w22", true).windows("w19", "17763.5000", "20.10.17"));
    assertThat(eligible(plan)).containsExactly("w19");
    assertThat(placement(plan).isolation()).contains(Isolation.PROCESS);
    assertThat(refused(plan).getLast())
        .startsWith("w22: needs Hyper-V isolation for image build 17763");
    assertThat(constraints(plan)).contains("node.labels.dev.catamaran.os.build == 17763");
  }

  @Test
  void anUnknownHyperVRoleIsNoRole() {
    var plan = Planning.web("").image("web", WS2019).on(newer());
    assertThat(plan.refused()).isTrue();
    assertThat(refused(plan).getLast()).contains("whether the node has the Hyper-V role");
  }

  @Test
  void processIsolationWrittenByTheUserRefusesHyperV() {
    var plan =
        Planning.web("isolation: process").image("web", WS2019).on(newer().hyperV("w22", true));
    assertThat(plan.refused()).isTrue();
    assertThat(refused(plan).getLast())
        .startsWith("w22: image build 17763 does not start on host build 20348: process isolation");
  }

  @Test
  void aLinuxPathIsNoMountOnWindows() {
    var plan =
        Planning.web("volumes:\n  - type: tmpfs\n    target: /data")
            .image("web", WS2019)
            .on(hybrid());
    assertThat(findings(plan))
        .containsExactly("5 error MOUNT-IMPOSSIBLE Windows has no tmpfs mounts");
  }

  @Test
  void aMountThatSuitsOneSystemDecidesForAnImageThatOffersBoth() {
    var plan =
        Planning.web("volumes:\n  - type: bind\n    source: 'C:\\logs'\n    target: 'C:\\logs'")
            .image("web", "linux/amd64", WS2019)
            .on(hybrid());
    assertThat(eligible(plan)).containsExactly("w19");
    assertThat(constraints(plan)).containsExactly("node.platform.os == windows");
  }

  @Test
  void ofAnUnknownImageThePlatformWrittenIsBelievedWithAWarning() {
    var plan = unknown("platform: linux/amd64").on(hybrid());
    assertThat(eligible(plan)).containsExactly("l1");
    assertThat(findings(plan))
        .containsExactly(
            "3 warning IMAGE-PLATFORM-UNKNOWN nobody could say which platforms web:latest offers;"
                + " taken as linux/amd64");
  }

  @Test
  void ofAnUnknownImageTheConstraintOnTheSystemIsBelievedWithAWarning() {
    var plan =
        unknown("deploy: {placement: {constraints: [node.platform.os == windows]}}").on(hybrid());
    assertThat(eligible(plan)).containsExactly("w19");
    assertThat(constraints(plan)).containsExactly("node.platform.os == windows");
    assertThat(findings(plan))
        .containsExactly(
            "3 warning IMAGE-PLATFORM-UNKNOWN nobody could say which platforms web:latest offers;"
                + " taken as windows/amd64");
  }

  @Test
  void anUnknownImageIsNeverGuessed() {
    var plan = unknown("").on(hybrid());
    assertThat(plan.services()).isEmpty();
    assertThat(findings(plan))
        .containsExactly(
            "3 error IMAGE-PLATFORM-UNKNOWN nobody could say which platforms web:latest offers");
    assertThat(plan.findings().getFirst().reasons())
        .containsExactly("registry 127.0.0.1:5000: refused");
  }

  @Test
  void aServiceWithoutAnImageCannotBePlanned() {
    var plan = Planning.stack("services:\n  web:\n    command: [run]\n").on(hybrid());
    assertThat(plan.services()).isEmpty();
    assertThat(plan.findings()).extracting(f -> f.code()).containsExactly(Code.IMAGE_MISSING);
    assertThat(plan.refused()).isTrue();
  }

  @Test
  void anEmptyClusterRunsNothing() {
    var plan = Planning.web("").image("web", "linux/amd64").on(new Clusters());
    assertThat(findings(plan))
        .containsExactly(
            "3 error PLACEMENT-NONE no node can run service web: the cluster has no node");
  }

  @Test
  void aDrainedNodeThatWouldNeedHyperVStepsBackAsWell() {
    var plan =
        Planning.web("")
            .image("web", WS2019)
            .on(
                newer()
                    .hyperV("w22", true)
                    .drained("w22")
                    .windows("w16", "14393.4000", "20.10.17")
                    .windows("w19", "17763.5000", "20.10.17"));
    assertThat(constraints(plan)).contains("node.labels.dev.catamaran.os.build == 17763");
  }

  private static Planning unknown(String lines) {
    return Planning.web(lines)
        .answer("web", new ImageAnswer.Unknown("registry 127.0.0.1:5000: refused"));
  }

  private static Clusters hybrid() {
    return new Clusters().linux("l1").windows("w19", "17763.5000", "20.10.17");
  }

  private static Clusters newer() {
    return new Clusters().linux("l1").windows("w22", "20348.2000", "24.0.7");
  }

  private static Clusters threeBuilds() {
    return hybrid().windows("w22", "20348.2000", "24.0.7").windows("w25", "26100.2000", "28.5.2");
  }
}
