package dev.catamaran.compose.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a command written as one text into words as {@code docker stack} does: quotes and
 * backslashes as in a shell, and a word that begins with {@code #} begins a comment.
 */
public final class ClassicWords {
  /**
   * The words of a command.
   *
   * @param eaten whether a backslash before a letter or digit was taken for an escape, as in {@code
   *     C:\app}
   */
  public record Split(List<String> words, boolean eaten) {
    public Split {
      words = List.copyOf(words);
    }
  }

  private final String text;
  private final List<String> words = new ArrayList<>();
  private int at;
  private boolean open;
  private boolean eaten;

  private ClassicWords(String text) {
    this.text = text;
  }

  /** Empty where a quote is never closed or nothing stands behind a backslash. */
  public static Optional<Split> split(String text) {
    return new ClassicWords(text).run();
  }

  private Optional<Split> run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isBlank(c)) {
        at++;
      } else if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        words.add(word());
      }
    }
    return open ? Optional.empty() : Optional.of(new Split(words, eaten));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private String word() {
    var word = new StringBuilder();
    while (at < text.length() && !isBlank(text.charAt(at))) {
      char c = text.charAt(at++);
      switch (c) {
        case '\'' -> quoted(word, '\'');
        case '"' -> quoted(word, '"');
        case '\\' -> escaped(word);
        default -> word.append(c);
      }
    }
    return word.toString();
  }

  private void quoted(StringBuilder word, char quote) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return;
      }
      if (c == '\\' && quote == '"') {
        escaped(word);
      } else {
        word.append(c);
      }
    }
    open = true;
  }

  private void escaped(StringBuilder word) {
    if (at >= text.length()) {
      open = true;
      return;
    }
    char c = text.charAt(at++);
    eaten |= Character.isLetterOrDigit(c);
    word.append(c);
  }
}
