package dev.catamaran.compose.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a command written as one text into words, as a POSIX shell would; nothing is run. */
public final class ShellWords {
  /**
   * The words of a command.
   *
   * @param eaten whether a backslash before a letter or digit was taken for an escape, as in {@code
   *     C:\app}
   */
  public record Split(List<String> words, boolean eaten) {}

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private boolean eaten;
  private char quote;

  private ShellWords(String text) {
    this.text = text;
  }

  /** Empty where a quote is never closed. */
  public static Optional<Split> split(String text) {
    return new ShellWords(text).run();
  }

  private Optional<Split> run() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
        i++;
        eaten |= Character.isLetterOrDigit(text.charAt(i));
        add(text.charAt(i));
      } else if (quote != 0) {
        quoted(c);
      } else {
        bare(c);
      }
    }
    finish();
    return quote == 0 ? Optional.of(new Split(List.copyOf(words), eaten)) : Optional.empty();
  }

  private void quoted(char c) {
    if (c == quote) {
      quote = 0;
    } else {
      add(c);
    }
  }

  private void bare(char c) {
    if (c == '\'' || c == '"') {
      quote = c;
      begun = true;
    } else if (Character.isWhitespace(c)) {
      finish();
    } else {
      add(c);
    }
  }

  private void add(char c) {
    word.append(c);
    begun = true;
  }

  private void finish() {
    if (begun) {
      words.add(word.toString());
    }
    word.setLength(0);
    begun = false;
  }
}
