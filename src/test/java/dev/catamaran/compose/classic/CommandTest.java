package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Commands as one text and as words. */
class CommandTest {
  private static String words(String yaml) {
    return Stack.web("command: " + yaml).service();
  }

  @Test
  void one_text_is_split_like_a_shell_line() {
    assertThat(words("sh -c 'echo  $$HOME' \"a \\\" b\" ''"))
        .isEqualTo("command:\n- sh\n- -c\n- echo  $HOME\n- a \" b\n- \"\"\n");
    assertThat(words("run a#b # comment")).isEqualTo("command:\n- run\n- a#b\n");
    assertThat(words("C:\\app\\run.exe"))
        .as("backslashes go")
        .isEqualTo("command:\n- C:apprun.exe\n");
  }

  @Test
  void nothing_is_as_good_as_not_written() {
    assertThat(words("''")).isEqualTo("{}\n");
    assertThat(words("[]")).isEqualTo("{}\n");
  }

  @Test
  void what_is_refused() {
    assertThat(Stack.web("command: \"'\"\nentrypoint: 'a\\'").findings())
        .containsExactly(
            "3:14 error the command ends inside quotes or behind a backslash",
            "4:17 error the command ends inside quotes or behind a backslash");
    assertThat(Stack.web("command:").findings())
        .containsExactly("3:13 error command must be a string or a list, not null");
  }

  @Test
  void a_later_file_replaces_it_unless_empty() {
    assertThat(Stack.web("command: a b", "command: c").service()).isEqualTo("command:\n- c\n");
    assertThat(Stack.web("command: a b", "command: []").service())
        .isEqualTo("command:\n- a\n- b\n");
  }
}
