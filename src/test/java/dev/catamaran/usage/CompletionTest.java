package dev.catamaran.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The script, asked by bash itself. */
class CompletionTest {
  @Test
  void verbs() throws IOException, InterruptedException {
    assertThat(completed("painter", "")).containsExactly("paint", "shop", "--debug");
    assertThat(completed("painter", "sh")).containsExactly("shop");
    assertThat(completed("painter", "shop", "")).containsExactly("buy", "--debug");
  }

  @Test
  void options() throws IOException, InterruptedException {
    assertThat(completed("painter", "paint", "--co")).containsExactly("--coats", "--colour");
    assertThat(completed("painter", "--debug", "paint", "-w", "--w")).containsExactly("--wet");
  }

  @Test
  void valuesAreWordsOrElseFiles() throws IOException, InterruptedException {
    assertThat(completed("painter", "paint", "--colour", "")).containsExactly("red", "green");
    assertThat(completed("painter", "paint", "-f", "")).isEmpty();
  }

  private static String[] completed(String... words) throws IOException, InterruptedException {
    var program = new Program();
    var ask =
        Completion.script(program.verbs, program.everywhere)
            + "COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _painter; echo \"${COMPREPLY[*]}\"";
    var line = new ArrayList<>(List.of("bash", "-c", ask, "bash"));
    line.addAll(List.of(words));
    var bash = new ProcessBuilder(line).redirectErrorStream(true).start();
    var answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(bash.waitFor()).as(answer).isZero();
    return answer.isEmpty() ? new String[0] : answer.split(" ", -1);
  }
}
