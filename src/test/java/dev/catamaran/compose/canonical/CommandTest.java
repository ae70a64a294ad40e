package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTest {
  private static String command(String text) {
    return Prints.web("command: " + text).at("services.web.command");
  }

  @Test
  void aTextIsSplitAsInAShell() {
    assertThat(command("sh -c 'echo  \"a b\"'")).isEqualTo("- sh\n- -c\n- echo  \"a b\"");
    assertThat(command("[sh, \"a b\"]")).isEqualTo("- sh\n- a b");
  }

  @Test
  void nothingClearsTheImagesCommandAndNullDoesNot() {
    assertThat(command("\"\"")).isEqualTo("[]");
    assertThat(command("[]")).isEqualTo("[]");
    assertThat(Prints.web("command: null").keys("services.web")).doesNotContain("command");
  }

  @Test
  void backslashesAreEatenAndToldSo() {
    var web = Prints.web("command: powershell C:\\app\\run.ps1");
    assertThat(web.at("services.web.command")).isEqualTo("- powershell\n- C:apprun.ps1");
    assertThat(web.warnings())
        .containsExactly(
            "4:14 a command in one text loses its backslashes: it runs as [powershell,"
                + " C:apprun.ps1]");
  }

  @Test
  void whatAShellWouldDoIsCutOffAndToldSo() {
    var web = Prints.web("command: build && run");
    assertThat(web.at("services.web.command")).isEqualTo("- build");
    assertThat(web.warnings()).hasSize(1);
  }

  @Test
  void anOpenQuoteIsRefused() {
    assertThat(Prints.web("entrypoint: it's").errors())
        .containsExactly("4:17 a quote or parenthesis of this command is not closed");
  }
}
