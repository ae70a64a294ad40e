package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a Compose file to an application that answers, on simulated clusters. */
class MainJobTest {
  private static final String SHOP = "examples/shop/compose.yaml";
  private static final String LAB_2017 = "examples/lab-2017.yaml";
  private static final String LAB_TODAY = "examples/lab-today.yaml";

  @TempDir Path folder;

  @Test
  void theDemoAnswersThroughEveryNodeFromAWindowsTask() {
    var demo = Run.of("demo", "--once");
    assertThat(demo.exit()).as(demo.err() + demo.out()).isZero();
    assertThat(demo.out())
        .contains("SIMULATED")
        .contains("node win1 lacks the engine's routing mesh: Windows build 14393")
        .containsPattern("front :8080 +ubuntu1 +.*win1")
        .containsPattern("front :8080 +win1 +.*win1");
  }

  @Test
  void windowsServer2016GetsDnsrrAndCatamaransMesh() {
    var plan = Run.of("plan", "--lab", LAB_2017, "-f", SHOP, "-o", "json");
    assertThat(plan.exit()).as(plan.err()).isZero();
    assertThat(plan.json().get("apiVersion").text()).hasValue("catamaran/v1");
    assertThat(plan.json().get("project").text()).hasValue("shop");

    var front = plan.service("front");
    assertThat(front.at("placement", "eligible").textItems()).containsExactly("win1");
    assertThat(front.at("platform", "os").text()).hasValue("windows");
    assertThat(front.at("platform", "osVersion").text()).hasValue("10.0.14393.1198");
    assertThat(front.at("discovery", "mode").text()).hasValue("dnsrr");
    assertThat(front.at("discovery", "reason").text().orElse("")).contains("14393");
    var port = front.get("ports").items().getFirst();
    assertThat(port.get("mode").text()).hasValue("mesh");
    assertThat(port.get("published").number()).hasValue(8080);
    assertThat(port.get("target").number()).hasValue(80);
    assertThat(port.get("reason").text().orElse("")).contains("14393").contains("win1");

    var api = plan.service("api");
    assertThat(api.at("discovery", "mode").text()).hasValue("dnsrr");
    assertThat(api.at("discovery", "reason").text().orElse("")).contains("front").contains("win1");
    for (var name : new String[] {"api", "worker", "redis"}) {
      assertThat(plan.service(name).at("placement", "eligible").textItems())
          .containsExactly("ubuntu1");
      var refused = plan.service(name).at("placement", "refused").items().getFirst();
      assertThat(refused.get("node").text()).hasValue("win1");
      assertThat(refused.get("reason").text().orElse("")).contains("windows").contains("linux");
    }
    assertThat(plan.json().get("changes").items())
        .extracting(c -> c.get("action").text().orElse("") + " " + c.get("kind").text().orElse(""))
        .startsWith("create network")
        .endsWith("create service");
  }

  @Test
  void aClusterOfTodayNeedsNoneOfOurs() {
    var plan = Run.of("plan", "--lab", LAB_TODAY, "-f", SHOP, "-o", "json");
    assertThat(plan.exit()).as(plan.err()).isZero();
    var front = plan.service("front");
    assertThat(front.at("placement", "eligible").textItems())
        .containsExactly("win2019", "win2022", "win2025");
    assertThat(front.get("isolation").text()).hasValue("process");
    assertThat(front.at("discovery", "mode").text()).hasValue("vip");
    assertThat(front.get("ports").items().getFirst().get("mode").text()).hasValue("ingress");
  }

  @Test
  void upDeploysAndEveryNodeAnswers() {
    var up = Run.of("up", "--lab", LAB_TODAY, "-f", SHOP);
    assertThat(up.exit()).as(up.err() + up.out()).isZero();
    for (var node : new String[] {"linux1", "linux2", "win2019", "win2022", "win2025"}) {
      assertThat(up.out()).containsPattern("front :8080 +" + node + " +.*front");
    }
  }

  @Test
  void tooOldAPatchIsRefusedWithTheUpdateThatMends() throws IOException {
    var check = check(lab2017("14393.1198", "14393.970"), Files.readString(Path.of(SHOP)));
    assertThat(check.exit()).isEqualTo(3);
    var finding = check.finding("OVERLAY-MISSING");
    assertThat(finding.get("severity").text()).hasValue("error");
    assertThat(finding.get("node").text()).hasValue("win1");
    assertThat(finding.get("service").text()).hasValue("front");
    assertThat(finding.get("try").textItems()).anyMatch(t -> t.contains("KB4015217"));
    assertThat(finding.get("source").text().orElse("")).isNotEmpty();
    assertPlaced(check);
  }

  @Test
  void anEncryptedNetworkWithAWindowsServiceIsRefused() throws IOException {
    var compose =
        """
        services:
          front:
            image: shop/front:1.4
            networks: [inner]
        networks:
          inner:
            driver_opts:
              encrypted: ""
        """;
    var check = check(Files.readString(Path.of(LAB_2017)), compose);
    assertThat(check.exit()).isEqualTo(3);
    assertThat(check.finding("OVERLAY-ENCRYPTED").get("message").text().orElse(""))
        .contains("encrypted");
    assertPlaced(check);
  }

  @Test
  void anImageForANewerBuildIsRefusedNamingBothBuilds() throws IOException {
    var lab =
        """
        name: one-2019
        nodes:
          - {name: linux1, role: manager, os: linux, engine: 28.5.2}
          - {name: win2019, role: worker, os: windows, build: "17763.6775", engine: 27.5.1}
        images:
          - match: shop/front
            platforms: ["windows(10.0.20348.3091)/amd64"]
        """;
    var check = check(lab, "services:\n  front:\n    image: shop/front:1.4\n");
    assertThat(check.exit()).isEqualTo(3);
    var finding = check.finding("BUILD-MISMATCH");
    assertThat(finding.toString()).contains("20348").contains("17763");
    assertThat(finding.get("try").textItems()).isNotEmpty();
    assertThat(finding.at("where", "line").number()).hasValue(3);
    assertThat(finding.at("where", "column").number()).hasValue(12);
    assertPlaced(check);
  }

  @Test
  void anImageNobodyKnowsIsAskedForAndNeverGuessed() throws IOException {
    var check =
        check(Files.readString(Path.of(LAB_2017)), "services:\n  a:\n    image: who/knows:1\n");
    assertThat(check.exit()).isEqualTo(3);
    var finding = check.finding("IMAGE-PLATFORM-UNKNOWN");
    assertThat(finding.get("try").textItems()).anyMatch(t -> t.contains("platform:"));
    assertPlaced(check);
  }

  @Test
  void recordedPlatformsServeWhereNobodyAnswers() throws IOException {
    var recording = folder.resolve("images.json").toString();
    assertThat(Run.of("images", "--lab", LAB_2017, "-f", SHOP, "--record", recording).exit())
        .isZero();
    var mute = lab2017("14393.1198", "14393.1198").replaceAll("(?s)images:.*", "images: []\n");
    var lab = Files.writeString(folder.resolve("mute.yaml"), mute).toString();
    assertThat(Run.of("plan", "--lab", lab, "-f", SHOP).exit()).isEqualTo(3);
    var plan = Run.of("plan", "--lab", lab, "-f", SHOP, "--images", recording, "-o", "json");
    assertThat(plan.exit()).as(plan.err() + plan.out()).isZero();
    assertThat(plan.service("front").at("placement", "eligible").textItems())
        .containsExactly("win1");
  }

  private static void assertPlaced(Run check) {
    assertThat(check.json().get("findings").items())
        .allSatisfy(f -> assertThat(f.at("where", "line")).isInstanceOf(Json.Num.class));
  }

  private static String lab2017(String from, String to) throws IOException {
    return Files.readString(Path.of(LAB_2017)).replace("\"" + from + "\"", "\"" + to + "\"");
  }

  private Run check(String lab, String compose) throws IOException {
    var labFile = Files.writeString(folder.resolve("lab.yaml"), lab);
    var composeFile = Files.writeString(folder.resolve("compose.yaml"), compose);
    return Run.of("check", "--lab", labFile.toString(), "-f", composeFile.toString(), "-o", "json");
  }
}
