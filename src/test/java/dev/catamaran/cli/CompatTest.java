package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code catamaran compat}: will this image run on that host? */
class CompatTest {
  /** The cases that code or documents state themselves, each with an engine that runs there. */
  @ParameterizedTest
  @CsvSource({
    "10.0.17763.6000, 10.0.17763.6000, yes, yes, process",
    "10.0.17763.6000, 10.0.20348.2700, no, no, none",
    "10.0.20348.2700, 10.0.20348.1, yes, yes, process",
    "10.0.20348.2700, 10.0.17763.6000, no, yes, hyperv",
    "10.0.20348.2700, 10.0.14393.1198, no, yes, hyperv",
    "10.0.20348.2700, 10.0.26100.1, no, no, none",
    "10.0.20348.2700, 10.0.22621.1, no, no, none",
    "10.0.22621.1, 10.0.17763.1, no, yes, hyperv",
    "10.0.22621.1, 10.0.20348.1, yes, yes, process",
    "10.0.25398.1, 10.0.20348.1, yes, yes, process",
    "10.0.26100.1, 10.0.26100.2, yes, yes, process",
    "10.0.26100.1, 10.0.20348.2, yes, yes, process",
    "10.0.26100.1, 10.0.17763.1, no, yes, hyperv",
    "10.0.26100.1, 10.0.14393.1, no, yes, hyperv",
    "10.0.17763.1, 10.0.14393.1, no, yes, hyperv",
    "10.0.17763.1, 10.0.16299.1, no, yes, hyperv",
    "10.0.14393.1198, 10.0.14393.1198, yes, yes, process",
    "10.0.14393.1198, 10.0.14393.1066, with, yes, process",
    "10.0.14393.3504, 10.0.14393.3443, no, yes, hyperv",
    "10.0.14393.1198, 10.0.16299.1, no, no, none",
    "10.0.14393.1198, 10.0.17763.1, no, no, none",
    "10.0.16299.1, 10.0.16299.2, yes, yes, process",
    "10.0.16299.1, 10.0.14393.1, no, yes, hyperv",
    "10.0.17134.1, 10.0.17134.2, yes, yes, process",
    "10.0.17134.1, 10.0.17763.1, no, no, none",
    "10.0.19042.1, 10.0.19042.2, yes, yes, process",
    "10.0.19042.1, 10.0.17763.1, no, yes, hyperv",
    "10.0.19045.1, 10.0.20348.1, no, no, none",
    "10.0.19044.1, 10.0.17763.1, no, yes, hyperv",
    "10.0.19045.1, 10.0.14393.1, no, yes, hyperv",
    "10.0.17763.1039, 10.0.17763.1040, yes, yes, process",
    "10.0.17763.973, 10.0.17763.1039, no, yes, hyperv",
    "10.0.17763.1039, 10.0.17763.973, no, yes, hyperv",
    "10.0.18363.592, 10.0.18363.657, no, yes, hyperv",
    "10.0.17763.1, linux/amd64, no, no, none",
    "10.0.17763.1, newest, no, no, none",
    "10.0.17763.1, '', yes, yes, process",
    "10.0.26200.1, 10.0.26100.1, with, with, process",
    "10.0.26200.1, 10.0.20348.1, with, yes, process",
  })
  void hostsAndImages(String host, String image, String process, String hyperv, String chosen) {
    var answer = Run.of("compat", "--host", host, "--image", image, "-o", "json");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.json().at("process", "verdict").text()).hasValue(process);
    assertThat(answer.json().at("hyperv", "verdict").text()).hasValue(hyperv);
    assertThat(answer.json().get("chosen").text()).hasValue(chosen);
    for (var isolation : new String[] {"process", "hyperv"}) {
      assertThat(answer.json().at(isolation, "reason").nonEmptyText()).isPresent();
      assertThat(answer.json().at(isolation, "source").nonEmptyText()).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.17763.1, 18.09.0, no, hyperv",
    "10.0.17763.1, 18.09.1, yes, process",
    "10.0.17763.1, 29.0.0, yes, process",
    "10.0.17134.1, 18.09.1, no, hyperv",
    "10.0.14393.1, 17.03.1-ee-3, no, hyperv",
  })
  void aClientIsolatesByProcessFrom1809And18091On(
      String host, String engine, String process, String chosen) {
    var answer =
        Run.of(
            "compat",
            "--host",
            host,
            "--image",
            host,
            "--engine",
            engine,
            "--client",
            "-o",
            "json");
    assertThat(answer.json().at("process", "verdict").text()).hasValue(process);
    assertThat(answer.json().at("hyperv", "verdict").text()).hasValue("yes");
    assertThat(answer.json().get("chosen").text()).hasValue(chosen);
  }

  @Test
  void aClientWhoseEngineNobodyNamedIsAWarning() {
    var answer =
        Run.of("compat", "--host", "17763.1", "--image", "17763.1", "--client", "-o", "json");
    assertThat(answer.json().at("process", "verdict").text()).hasValue("with");
  }

  @Test
  void aBuildThatOnlyClientsHaveNeedsNoFlag() {
    var answer =
        Run.of(
            "compat",
            "--host",
            "22621.1",
            "--image",
            "20348.1",
            "--engine",
            "18.09.0",
            "-o",
            "json");
    assertThat(answer.json().at("process", "reason").text().orElse(""))
        .contains("Windows client operating systems only support Hyper-V containers");
  }

  @ParameterizedTest
  @CsvSource({"28.5.2, yes", "29.0.0, with"})
  void hostsBeyondTheLastServerFollowTheRuleOfTheirEngine(String engine, String process) {
    var answer =
        Run.of(
            "compat", "--host", "26200.1", "--image", "20348.1", "--engine", engine, "-o", "json");
    assertThat(answer.json().at("process", "verdict").text()).hasValue(process);
  }

  @Test
  void anEngineThatDoesNotStartOnTheHostRunsNothing() {
    var answer =
        Run.of(
            "compat",
            "--host",
            "14393.1",
            "--image",
            "14393.1",
            "--engine",
            "23.0.0",
            "-o",
            "json");
    assertThat(answer.json().get("chosen").text()).hasValue("none");
    assertThat(answer.json().at("process", "reason").text())
        .hasValue(
            "engine 23.0.0 does not start on Windows build 14393 (engines from 23.0 on need build"
                + " 17763)");
  }

  @Test
  void peopleAreToldWhatToDo() {
    var answer = Run.of("compat", "--host", "10.0.17763.6000", "--image", "10.0.20348.2700");
    assertThat(answer.out())
        .contains("process  no   image build 20348 does not start on host build 17763")
        .contains("a Windows version 10.0.20348-based image is incompatible with a 10.0.17763 host")
        .contains("try: use an image for build 17763 (Windows Server 2019), tag `ltsc2019`")
        .contains("source: hcsshim")
        .contains("chosen   none");
  }

  @ParameterizedTest
  @CsvSource({
    "--host newest --image 10.0.17763.1, --host \"newest\" is no Windows version",
    "--host 10.0.17763.1 --image 10.0.17763.1 --engine new, \"new\" is no version",
    "--image 10.0.17763.1, --host",
  })
  void whatCannotBeReadIsMisuse(String arguments, String message) {
    var answer = Run.of(("compat " + arguments).split(" ", -1));
    assertThat(answer.exit()).isEqualTo(ExitCode.USAGE.number());
    assertThat(answer.err()).contains(message);
  }
}
