package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code nodes --label} on a simulated cluster whose nodes tell nothing. */
class NodeLabelsTest {
  @TempDir Path folder;
  private String lab = "";

  @BeforeEach
  void write() throws IOException {
    var file = folder.resolve("lab.yaml");
    Files.writeString(
        file,
        """
        nodes:
          - {name: l1, role: manager, os: linux, engine: 28.5.2, agent: false}
          - {name: win1, os: windows, build: "20348.2700", engine: 27.5.1, agent: false}
        """);
    lab = file.toString();
  }

  private Run label(String... more) {
    var arguments = new String[more.length + 4];
    arguments[0] = "nodes";
    arguments[1] = "--lab";
    arguments[2] = lab;
    arguments[3] = "--label";
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Run.of(arguments);
  }

  @Test
  void whatNobodyToldIsNamedWithTheCommandThatTellsItOnTheNode() {
    var run = label();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("No label to write.");
    assertThat(run.err())
        .contains(
            "unknown  win1: its Windows build and revision is not known; on that node run `docker"
                + " info --format '{{.OSVersion}} {{.OperatingSystem}}'`, then `catamaran nodes"
                + " --label win1 --build 20348.2700`")
        .contains("unknown  l1: whether its kernel has IPVS is not known");
  }

  @Test
  void aStatedFactIsWritten() {
    var run = label("win1", "--build", "20348.2700", "--hyperv", "true", "--yes", "-o", "json");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.json().at("labels", "win1").textMembers())
        .containsEntry("dev.catamaran.os.build", "20348")
        .containsEntry("dev.catamaran.os.revision", "2700")
        .containsEntry("dev.catamaran.hyperv", "true");
  }

  @Test
  void nothingIsWrittenWithoutAgreement() {
    var run = label("win1", "--build", "20348.2700");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("+ win1  dev.catamaran.os.build=20348");
    assertThat(run.err()).contains("add --yes");
  }

  @ParameterizedTest
  @CsvSource({
    "nosuch --yes, 'no node is named nosuch; the nodes are l1, win1'",
    "l1 --build 20348.1 --yes, 'l1 runs Linux: --build and --hyperv are facts of Windows'",
    "win1 --ipvs true --yes, 'win1 runs Windows: --ipvs is a fact of Linux kernels'",
    "win1 --build 20348 --yes, 'is no Windows build with its revision'",
    "win1 --hyperv maybe --yes, 'is neither true nor false'",
    "--build 20348.1 --yes, 'say which node has these facts'"
  })
  void whatCannotBeMeantIsRefused(String words, String message) {
    var run = label(words.split(" ", -1));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  @Test
  void factsWithoutLabelAreRefused() {
    var run = Run.of("nodes", "--lab", lab, "--build", "20348.1");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("are for `nodes --label NODE`");
  }
}
