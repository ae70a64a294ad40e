package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sleep 10           | [sleep, 10]",
        "sh -c 'a b'        | [sh, -c, a b]",
        "sh -c \"a 'b' c\"  | [sh, -c, a 'b' c]",
        "a\"b c\"d          | [ab cd]",
        "a ''               | [a, ]",
        "a\\ b              | [a b]",
        "a '\\x'            | [a, \\x]",
      })
  void aTextIsSplitIntoWords(String text, String words) {
    var command = Loads.web("command: >-\n  " + text).service().container().command();
    assertThat(command.arguments()).hasToString(words);
  }

  @Test
  void noShellRunsACommandSoDockerComposeCutsItAtTheShellsOperators() {
    var loads = Loads.web("command: migrate --all && serve");
    assertThat(loads.service().container().command().arguments())
        .isEqualTo(List.of("migrate", "--all"));
    assertThat(loads.findings())
        .containsExactly(
            "4:14 warning VALUE-INVALID no shell runs this command: what stands behind ; & | < or >"
                + " is gone, and [\"migrate\", \"--all\"] is left");
    assertThat(loads.stack().service().container().command().arguments())
        .isEqualTo(List.of("migrate", "--all", "&&", "serve"));
  }

  @Test
  void listsAreTakenAsTheyAre() {
    var command =
        Loads.web("entrypoint: ['C:\\app\\run.exe']\ncommand: [--x, 'a b']")
            .service()
            .container()
            .command();
    assertThat(command.entrypoint()).isEqualTo(List.of("C:\\app\\run.exe"));
    assertThat(command.arguments()).isEqualTo(List.of("--x", "a b"));
  }

  @Test
  void backslashesThatGetLostAreAWarning() {
    var loads = Loads.web("command: powershell C:\\app\\run.ps1");
    var lost =
        "4:14 warning COMMAND-BACKSLASH a command in one text loses its backslashes: it runs as"
            + " [powershell, C:apprun.ps1]";
    assertThat(loads.findings()).containsExactly(lost);
    assertThat(loads.stack().findings()).containsExactly(lost);
  }

  @Test
  void anOpenQuoteAndAWordThatIsNoTextAreRefused() {
    assertThat(Loads.web("command: sh -c 'a").findings())
        .containsExactly(
            "4:14 error VALUE-INVALID a quote or parenthesis of this command is not closed");
    assertThat(Loads.web("command: [sleep, 10]").findings())
        .containsExactly(
            "4:22 error VALUE-INVALID an item of command must be a string, not a whole number,"
                + " \"10\"");
  }

  @Test
  void nullIsTheImagesOwn() {
    assertThat(Loads.web("command:\nentrypoint:\n").service().container().command().arguments())
        .isEmpty();
  }

  @Test
  void userAndDirectory() {
    var command = Loads.web("user: '1000'\nworking_dir: C:\\app").service().container().command();
    assertThat(command.user()).contains("1000");
    assertThat(command.directory()).contains("C:\\app");
    assertThat(Loads.web("user: 1000").findings())
        .containsExactly(
            "4:11 error VALUE-INVALID user must be a string, not a whole number, \"1000\"");
  }
}
