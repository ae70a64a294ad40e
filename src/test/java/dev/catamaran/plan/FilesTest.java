package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets and configs, and the identity of containers in their domain. */
class FilesTest {
  private static final String WS2022 = "windows(10.0.20348.2000)/amd64";
  private static final String SECRETS_ON_DISK =
      "5 info FILE-READERS secrets lie in clear on the disk of a Windows node while a container uses"
          + " them";

  @Test
  void secretsOnWindowsLieOnTheDiskOfTheirNodes() {
    assertThat(findings(plan("secrets: [key]", WS2022)))
        .containsExactly(SECRETS_ON_DISK.replace("5 ", "4 "));
    assertThat(findings(plan("secrets: [key]", "linux/amd64"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'C:key'        | error FILE-TARGET C:key is no place for a file on Windows",
        "'C:\\'         | error FILE-TARGET C:\\ is no place for a file on Windows",
        "'C:\\a\\aux'   | error FILE-TARGET no file is named C:\\a\\aux on Windows",
        "'D:\\key'      | warning FILE-TARGET D:\\key is on drive D:, which a container has only where"
            + " a volume is mounted there",
        "/run/x/key     | warning FILE-TARGET /run/x/key has no drive, and in Windows tasks the file"
            + " is C:\\run\\x\\key",
      })
  void whereAConfigOnWindowsGoesIsSaid(String target, String expected) {
    var plan = plan("configs:\n  - {source: conf, target: " + target + "}", WS2022);
    assertThat(findings(plan)).containsExactly("5 " + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'C:\\app\\a.json'", "C:/app/a.json", "a.json"})
  void aWholePathOrANameIsFineOnWindows(String target) {
    var plan = plan("configs:\n  - {source: conf, target: " + target + "}", WS2022);
    assertThat(findings(plan)).isEmpty();
  }

  @Test
  void aWindowsPathIsNoPlaceOnLinux() {
    var plan = plan("configs:\n  - {source: conf, target: 'C:\\app\\a.json'}", "linux/amd64");
    assertThat(findings(plan))
        .containsExactly(
            "5 error FILE-TARGET C:\\app\\a.json is no path on Linux but one odd name");
  }

  @Test
  void whoCannotReadTheFilesIsNamed() {
    assertThat(findings(plan("user: ContainerUser\nsecrets: [key]", WS2022)))
        .contains("5 warning FILE-READERS ContainerUser cannot read the secrets of service web");
    assertThat(findings(plan("user: ContainerAdministrator\nsecrets: [key]", WS2022)))
        .containsExactly(SECRETS_ON_DISK);
  }

  @Test
  void nanoserverRunsAsSomeoneWhoCannotReadThem() {
    var plan =
        Planning.of(
                """
                services:
                  web:
                    image: mcr.microsoft.com/windows/nanoserver:ltsc2022
                    configs: [conf]
                configs:
                  conf: {content: x}
                """)
            .image("mcr.microsoft.com/windows/nanoserver:ltsc2022", WS2022)
            .on(hybrid());
    assertThat(findings(plan))
        .containsExactly(
            "4 warning FILE-READERS ContainerUser, as whom nanoserver images run, cannot read the"
                + " configs of service web");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1024000 | error FILE-SIZE config conf has 1024000 bytes, and a Swarm keeps 1 to 1023999",
        "600000  | warning FILE-SIZE config conf has 600000 bytes, and older managers keep 511999",
      })
  void whatASwarmDoesNotKeepIsRefused(int size, String expected) {
    var plan =
        Planning.of(
                "services: {web: {image: web, configs: [conf]}}\nconfigs:\n  conf: {content: '"
                    + "x".repeat(size)
                    + "'}")
            .image("web", "linux/amd64")
            .on(hybrid());
    assertThat(findings(plan)).containsExactly("3 " + expected);
  }

  @Test
  void aCredentialSpecNeedsWindowsAndAnEngineThatReadsItsSource() {
    var lines = "credential_spec: {config: conf}";
    assertThat(findings(plan(lines, WS2022))).isEmpty();
    assertThat(plan(lines, "linux/amd64").findings())
        .extracting(Finding::message)
        .containsExactly(
            "no node can run service web: a Linux node takes no Windows credential specification");
    var old = new Clusters().linux("l1").windows("w22", "20348.2000", "18.09.1");
    assertThat(project(lines).image("web", WS2022).on(old).findings())
        .extracting(Finding::message)
        .first()
        .asString()
        .contains("engine 18.09.1 has no credential specifications from a config on Windows");
  }

  private static Plan plan(String lines, String platform) {
    return project(lines).image("web", platform).on(hybrid());
  }

  private static Planning project(String lines) {
    return Planning.of(
        "services:\n  web:\n    image: web\n"
            + lines.indent(4)
            + "configs:\n  conf: {content: x}\nsecrets:\n  key: {external: true}\n");
  }

  private static Clusters hybrid() {
    return new Clusters().linux("l1").windows("w22", "20348.2000", "28.5.2");
  }
}
