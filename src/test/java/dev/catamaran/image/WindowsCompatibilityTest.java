package dev.catamaran.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Verdict;
import dev.catamaran.image.WindowsCompatibility.Compatibility;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsCompatibilityTest {
  private static final String SOURCE =
      "hcsshim, osversion/platform_compat_windows.go; Microsoft, version-compatibility.md";

  /** The cases hcsshim, containerd and Microsoft's pages state themselves. */
  @ParameterizedTest
  @CsvSource({
    "17763.6775, 17763.6775, yes, yes",
    "17763.6775, 20348.3091, no, no",
    "20348.3091, 20348.1, yes, yes",
    "22621.1, 17763.6775, no, yes",
    "22621.1, 20348.3091, yes, yes",
    "20348.3091, 26100.2894, no, no",
    "20348.3091, 22621.1, no, no",
    "25398.1, 20348.3091, yes, yes",
    "26100.2894, 26100.1, yes, yes",
    "26100.2894, 20348.3091, yes, yes",
    "26100.2894, 17763.6775, no, yes",
    "26100.2894, 14393.1198, no, yes",
    "20348.3091, 14393.1198, no, yes",
    "17763.6775, 14393.1198, no, yes",
    "17763.6775, 16299.15, no, yes",
    "14393.1198, 14393.1198, yes, yes",
    "14393.1198, 16299.15, no, no",
    "14393.1198, 17763.1, no, no",
    "14393.1198, 20348.1, no, no",
    "16299.15, 16299.15, yes, yes",
    "16299.15, 14393.1198, no, yes",
    "17134.1, 17134.191, yes, yes",
    "17134.1, 17763.1, no, no",
    "19042.1, 19042.2, yes, yes",
    "19042.1, 17763.1, no, yes",
    "19045.1, 20348.1, no, no",
    "19044.1, 17763.1, no, yes",
    "19044.1, 14393.1, no, yes",
    "17763.1039, 17763.1040, yes, yes",
    "17763.2, 17763.1, yes, yes",
  })
  void theBuildsDecide(String host, String image, String process, String hyperv) {
    var answer = WindowsCompatibility.judge(host(host, "28.5.2"), windows(image));
    assertThat(answer.process().word()).isEqualTo(process);
    assertThat(answer.hyperv().word()).isEqualTo(hyperv);
  }

  @Test
  void aRefusalNamesBothBuildsAndOffersWhatWorks() {
    var answer = WindowsCompatibility.judge(host("17763.6775", "27.0.1"), windows("20348.3091"));
    assertThat(answer.process())
        .isEqualTo(
            new Verdict.No(
                "image build 20348 does not start on host build 17763: the host is older, and the"
                    + " engine refuses to pull it (\"a Windows version 10.0.20348-based image is"
                    + " incompatible with a 10.0.17763 host\")",
                "use an image for build 17763 (Windows Server 2019), tag `ltsc2019`; or a node of"
                    + " build 20348 (Windows Server 2022) up to 26100",
                SOURCE));
  }

  @Test
  void anOlderImageIsOfferedHyperVIsolation() {
    var answer = WindowsCompatibility.judge(host("20348.3091", "27.0.1"), windows("17763.6775"));
    assertThat(answer.process())
        .isEqualTo(
            new Verdict.No(
                "image build 17763 does not start on host build 20348: process isolation there"
                    + " starts images from build 20348 on (0xc0370101)",
                "use an image for build 20348 (Windows Server 2022), tag `ltsc2022`; or a node of"
                    + " build 17763 (Windows Server 2019); or `isolation: hyperv` if the node has"
                    + " the Hyper-V role",
                SOURCE));
  }

  @Test
  void aHostWithoutImagesOfItsOwnIsOfferedThoseItStarts() {
    var answer = WindowsCompatibility.judge(host("25398.1", "27.0.1"), windows("17763.1"));
    assertThat(((Verdict.No) answer.process()).wayOut())
        .startsWith("use an image for build 20348 (Windows Server 2022), tag `ltsc2022`; or");
    var client = WindowsCompatibility.judge(host("19045.1", "27.0.1"), windows("17763.1"));
    assertThat(((Verdict.No) client.process()).wayOut())
        .startsWith("use a node of build 17763 (Windows Server 2019); or `isolation: hyperv`");
  }

  @ParameterizedTest
  @CsvSource({"14393.1198, 14393.1066", "14393.1198, 14393", "14393, 14393.1198"})
  void windowsServer2016WantsEqualRevisions(String host, String image) {
    var process = WindowsCompatibility.judge(host(host, "19.03.5"), windows(image)).process();
    assertThat(process.word()).isEqualTo("with");
    assertThat(process.reason()).contains("14393").containsAnyOf("revision", "revisions");
  }

  @ParameterizedTest
  @CsvSource({
    "17763.1039, 17763.973, no",
    "17763.973, 17763.1039, no",
    "17763.973, 17763.805, yes",
    "17763.6775, 17763.1039, yes",
    "14393.3504, 14393.3443, no",
    "18362.657, 18362.592, no",
    "18363.592, 18363.657, no",
    "17134.1, 17134.9999, yes",
  })
  void hostAndImageShareTheFebruary2020Update(String host, String image, String word) {
    var answer = WindowsCompatibility.judge(host(host, "19.03.5"), windows(image));
    assertThat(answer.process().word()).isEqualTo(word);
    assertThat(answer.hyperv().word()).isEqualTo("yes");
  }

  @Test
  void theFebruary2020UpdateIsNamedWhereItStandsInTheWay() {
    var process =
        WindowsCompatibility.judge(host("17763.973", "19.03.5"), windows("17763.1217")).process();
    assertThat(process)
        .isEqualTo(
            new Verdict.No(
                "image 17763.1217 does not start on host 17763.973: only one of them has the"
                    + " February 2020 update (17763.1039)",
                "bring the node to 17763.1039 or later, or use Hyper-V isolation",
                "Microsoft, update-containers.md; KB4542617"));
  }

  @Test
  void anUnknownImageRevisionIsAWarningAsWell() {
    var process =
        WindowsCompatibility.judge(host("17763.1217", "19.03.5"), windows("17763")).process();
    assertThat(process.word()).isEqualTo("with");
    assertThat(process.reason()).contains("revision of image build 17763 is not known");
  }

  @Test
  void anUnknownHostRevisionIsAWarningWhereTheFebruary2020UpdateMatters() {
    var process =
        WindowsCompatibility.judge(host("17763", "19.03.5"), windows("17763.1217")).process();
    assertThat(process.word()).isEqualTo("with");
    assertThat(process.reason()).contains("revision of host build 17763 is not known");
  }

  @ParameterizedTest
  @CsvSource({
    "27.5.1, 26200.1, 20348.3091, yes",
    "28.5.2, 28000.1, 20348.3091, yes",
    "29.0.1, 26200.1, 20348.3091, with",
    "29.0.1, 28000.1, 20348.3091, with",
    "'', 26200.1, 20348.3091, with",
    "29.0.1, 26200.1, 26100.2894, with",
    "27.5.1, 26200.1, 26100.2894, with",
    "29.0.1, 26100.2894, 20348.3091, yes",
    "29.0.1, 26200.1, 17763.1, no",
    "29.0.1, 26200.1, 26200.2, yes",
  })
  void beyondTheLastServerReleaseTheEngineDecides(
      String engine, String host, String image, String word) {
    var process = WindowsCompatibility.judge(host(host, engine), windows(image)).process();
    assertThat(process.word()).isEqualTo(word);
  }

  @Test
  void whatOneReportDeniesIsDisputedAndAWarning() {
    var answer = WindowsCompatibility.judge(host("26200.7171", "29.0.1"), windows("26100.1"));
    assertThat(answer.process().word()).isEqualTo("with");
    assertThat(answer.hyperv().word()).isEqualTo("with");
    assertThat(answer.process().source()).contains("hcsshim#2566", "disputed");
    assertThat(answer.hyperv().reason()).contains("0xc0370112");
  }

  @Test
  void enginesBefore1806PullWhatTheyCannotStart() {
    var answer = WindowsCompatibility.judge(host("14393.1198", "18.03.1-ee-3"), windows("16299.1"));
    assertThat(answer.process().reason()).endsWith("the host is older (0xc0370101)");
    assertThat(answer.hyperv().word()).isEqualTo("no");
  }

  @Test
  void anImageWithoutVersionMatchesEveryWindows() {
    var image = Platform.of(Os.WINDOWS, "amd64");
    for (var version : new String[] {"14393.1198", "26100.2894", ""}) {
      var answer = WindowsCompatibility.judge(host(version, "27.0.1"), image);
      assertThat(answer.process().word()).isEqualTo("yes");
      assertThat(answer.hyperv().word()).isEqualTo("yes");
    }
  }

  @Test
  void anUnknownHostBuildIsNeverTakenForAMatch() {
    var answer = WindowsCompatibility.judge(host("", "27.0.1"), windows("17763.1"));
    assertThat(answer.process()).isInstanceOf(Verdict.Unknown.class).isEqualTo(answer.hyperv());
    assertThat(answer.process().reason()).isEqualTo("the Windows build of the node is not known");
    assertThat(((Verdict.Unknown) answer.process()).howToLearn())
        .contains("dev.catamaran.os.build=", "dev.catamaran.os.revision=");
    assertThat(answer.works()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true, yes", "false, no", ", unknown"})
  void hyperVIsolationNeedsTheRole(Boolean role, String word) {
    var host =
        new NodeFacts(
            windows("20348.1"), Optional.empty(), Optional.empty(), Optional.ofNullable(role));
    assertThat(WindowsCompatibility.judge(host, windows("17763.1")).hyperv().word())
        .isEqualTo(word);
  }

  @Test
  void anotherOperatingSystemOrArchitectureNeverStarts() {
    var linux =
        WindowsCompatibility.judge(host("17763.1", "27.0.1"), Platform.of(Os.LINUX, "amd64"));
    assertThat(linux.process().reason())
        .isEqualTo("a linux/amd64 image does not start on a windows/amd64 node");
    var arm =
        WindowsCompatibility.judge(host("17763.1", "27.0.1"), Platform.of(Os.WINDOWS, "arm64"));
    assertThat(arm.works()).isFalse();
  }

  @Test
  void aVersionNobodyCanReadMatchesNoHost() {
    var image =
        PlatformJson.read(
            dev.catamaran.json.JsonText.parse(
                "{\"os\":\"windows\",\"architecture\":\"amd64\",\"os.version\":\"newest\"}"));
    Compatibility answer =
        WindowsCompatibility.judge(host("17763.1", "27.0.1"), image.orElseThrow());
    assertThat(answer.works()).isFalse();
  }

  private static Platform windows(String version) {
    return new Platform(Os.WINDOWS, "amd64", Optional.empty(), OsVersion.parse(version));
  }

  private static NodeFacts host(String version, String engine) {
    return new NodeFacts(
        windows(version), EngineVersion.parse(engine), Optional.empty(), Optional.of(true));
  }
}
