package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code catamaran matrix}: all of it, one node's column, one feature's rows. */
class MatrixCommandTest {
  @Test
  void allOfItHasALinePerFeatureUnderItsSubject() {
    var all = Run.of("matrix");
    assertThat(all.exit()).isZero();
    assertThat(all.out())
        .contains("Networks, virtual IPs and published ports")
        .contains("Windows nodes in Kubernetes")
        .containsPattern("net\\.vip +no +no +yes +yes +yes +yes +tasks reach other services")
        .containsPattern("svc\\.secrets +no +yes +yes +yes +yes +yes +services get secrets");
  }

  @Test
  void allOfItAsJsonHasEveryRowWithItsSource() {
    var features = Run.of("matrix", "-o", "json").json().get("features").items();
    assertThat(features).hasSizeGreaterThan(200);
    assertThat(features)
        .allSatisfy(f -> {
          assertThat(f.get("subject").nonEmptyText()).isPresent();
          assertThat(f.get("rows").items())
              .isNotEmpty()
              .allMatch(r -> r.get("source").nonEmptyText().isPresent())
              .allMatch(r -> r.get("confidence").nonEmptyText().isPresent())
              .allMatch(r -> r.get("date").nonEmptyText().isPresent());
        });
  }

  @Test
  void oneNodesColumnIsWhatNodesSays() {
    var column =
        Run.of(
            "matrix",
            "--os",
            "windows",
            "--build",
            "17763.1217",
            "--engine",
            "19.03.5",
            "-o",
            "json");
    assertThat(column.exit()).isZero();
    var ingress = column.json().get("capabilities").get("net.ingress");
    assertThat(ingress.get("verdict").text()).hasValue("no");
    assertThat(ingress.get("reason").text().orElse("")).contains("17763.1217", "KB4551853");
    assertThat(ingress.get("try").text().orElse("")).contains("17763.1554");
    assertThat(ingress.get("source").text().orElse("")).contains("moby#40998");
    assertThat(column.json().at("node", "build").number()).hasValue(17763);
    assertThat(column.json().at("node", "revision").number()).hasValue(1217);
  }

  @Test
  void peopleSeeAColumnAsATable() {
    var column =
        Run.of(
            "matrix", "--build", "14393.1198", "--engine", "17.03.1-ee-3", "--feature", "net.vip");
    assertThat(column.out())
        .startsWith("Windows build 14393.1198, engine 17.03.1-ee-3")
        .containsPattern("net\\.vip +no +Windows build 14393 has no virtual IPs");
  }

  @Test
  void whatIsNotSaidOfANodeIsUnknown() {
    var column = Run.of("matrix", "--os", "windows", "-o", "json").json().get("capabilities");
    assertThat(column.get("net.overlay").get("verdict").text()).hasValue("unknown");
    assertThat(column.get("net.overlay.encrypted").get("verdict").text()).hasValue("no");
    assertThat(column.get("iso.hyperv").get("verdict").text()).hasValue("unknown");
  }

  @ParameterizedTest
  @CsvSource({"true, yes", "false, no"})
  void theKernelOfLinuxIsAFact(String ipvs, String verdict) {
    var column = Run.of("matrix", "--os", "linux", "--ipvs", ipvs, "-o", "json");
    assertThat(column.json().get("capabilities").get("net.vip").get("verdict").text())
        .hasValue(verdict);
  }

  @Test
  void oneFeatureShowsItsRows() {
    var rows = Run.of("matrix", "--feature", "net.overlay");
    assertThat(rows.out())
        .contains("net.overlay  os=windows build=14393 revision<1066: no")
        .contains("try: install KB4015217 (14393.1066) or a later cumulative update")
        .contains("source: ");
    assertThat(rows.out()).doesNotContain("net.overlay.encrypted");
    var json = Run.of("matrix", "--feature", "net.overlay", "-o", "json").json();
    assertThat(json.get("features").items()).hasSize(1);
  }

  @Test
  void disputedRowsSaySo() {
    var rows = Run.of("matrix", "--feature", "net.ingress", "-o", "json").json();
    assertThat(rows.get("features").items().getFirst().get("rows").items())
        .filteredOn(r -> r.get("disputed").isTrue())
        .singleElement()
        .satisfies(r -> assertThat(r.get("verdict").text()).hasValue("with"));
  }

  @Test
  void aBeginningSelectsWhatIsBelowIt() {
    var below = Run.of("matrix", "--feature", "svc.logging", "-o", "json").json();
    assertThat(below.get("features").items())
        .extracting(f -> f.get("feature").text().orElse(""))
        .contains("svc.logging.gelf")
        .allMatch(id -> id.startsWith("svc.logging."));
  }

  @ParameterizedTest
  @CsvSource({
    "--feature net.vipp, did you mean net.vip?",
    "--os solaris, neither windows nor linux",
    "--engine 19.03.5, say --os windows or --os linux",
    "--build new, no Windows build such as 17763.1217",
    "--os linux --build 17763, is the build of a Windows",
    "--build 17763 --engine new, no version such as 27.0.3",
  })
  void whatCannotBeMeantIsMisuse(String arguments, String message) {
    var run = Run.of(("matrix " + arguments).split(" ", -1));
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.err()).contains(message);
  }

  @Test
  void nodesSaysTheSameOfTheNodesOfACluster() {
    var nodes = Run.of("nodes", "--lab", "examples/lab-2017.yaml", "-o", "json").json();
    var windows =
        nodes.get("nodes").items().stream()
            .filter(n -> n.get("os").text().orElse("").equals("windows"))
            .findFirst()
            .orElseThrow();
    var capabilities = windows.get("capabilities");
    assertThat(capabilities.members()).containsKeys("net.vip", "svc.secrets", "svc.logging.gelf");
    assertThat(capabilities.members().keySet()).noneMatch(id -> id.startsWith("k8s."));
    for (Json capability : capabilities.members().values()) {
      assertThat(capability.members()).containsKeys("verdict", "reason", "source");
    }
    assertThat(capabilities.get("net.vip").get("reason").text().orElse("")).contains("14393");
  }
}
