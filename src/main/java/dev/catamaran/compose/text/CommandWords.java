package dev.catamaran.compose.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a command written as one text as Docker Compose does: quotes and backslashes as in a
 * shell, and whatever stands behind an unquoted {@code ; & | < >} is gone.
 */
public final class CommandWords {
  /**
   * The words of a command.
   *
   * @param eaten whether a backslash before a letter or digit was taken for an escape, as in {@code
   *     C:\app}
   * @param cut whether an operator of a shell ended the command early
   */
  public record Split(List<String> words, boolean eaten, boolean cut) {}

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private boolean eaten;
  private boolean single;
  private boolean two;
  private boolean back;
  private boolean dollar;
  private boolean broken;

  private CommandWords(String text) {
    this.text = text;
  }

  /** Empty where a quote or parenthesis is never closed, or one is where none may be. */
  public static Optional<Split> split(String text) {
    return new CommandWords(text).run();
  }

  private Optional<Split> run() {
    boolean cut = false;
    for (int i = 0; i < text.length() && !cut && !broken; i++) {
      char c = text.charAt(i);
      if (c == '\\' && !single) {
        i++;
        escaped(i);
      } else if (isBlank(c)) {
        blank(c);
      } else if (";&|<>".indexOf(c) >= 0 && !inside()) {
        // In 2>file the digit belongs to the operator.
        boolean stream = c == '>' && !word.isEmpty() && Character.isDigit(word.charAt(0));
        begun = begun && !stream;
        cut = true;
      } else if (!mark(c)) {
        add(c);
      }
    }
    finish();
    return broken || inside()
        ? Optional.empty()
        : Optional.of(new Split(List.copyOf(words), eaten, cut));
  }

  private boolean inside() {
    return single || two || back || dollar;
  }

  private void escaped(int i) {
    if (i >= text.length()) {
      broken = true;
      return;
    }
    eaten |= Character.isLetterOrDigit(text.charAt(i));
    add(text.charAt(i));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private void blank(char c) {
    if (inside()) {
      word.append(c);
    } else {
      finish();
    }
  }

  /** Quotes and parentheses; true where the character is no part of the word. */
  private boolean mark(char c) {
    switch (c) {
      case '`' -> back ^= !single && !two && !dollar;
      case ')' -> dollar ^= !single && !two && !back;
      case '(' -> {
        if (!single && !two && !back) {
          broken = dollar || word.isEmpty() || word.charAt(word.length() - 1) != '$';
          dollar = true;
        }
      }
      case '"' -> {
        if (!single && !dollar) {
          begun |= two;
          two = !two;
          return true;
        }
      }
      case '\'' -> {
        if (!two && !dollar) {
          begun |= single;
          single = !single;
          return true;
        }
      }
      default -> {}
    }
    return false;
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
