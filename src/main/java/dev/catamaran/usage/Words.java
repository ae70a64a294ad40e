package dev.catamaran.usage;

import java.util.List;
import java.util.Optional;

/** The words of a command line, read from left to right the way docker reads them. */
final class Words {
  private final List<String> words;
  private int next;
  private boolean literal;

  Words(List<String> words) {
    this.words = words;
  }

  /** Fills in options, and returns the first word that belongs to none. */
  Optional<String> operand(Usage usage) {
    while (next < words.size()) {
      var word = words.get(next++);
      if (literal || word.length() < 2 || word.charAt(0) != '-') {
        return Optional.of(word);
      }
      if (word.equals("--")) {
        literal = true;
      } else if (word.startsWith("--")) {
        named(word, usage);
      } else {
        letters(word, usage);
      }
    }
    return Optional.empty();
  }

  /** Fills in everything that is left. */
  void rest(Usage usage) {
    for (var word = operand(usage); word.isPresent(); word = operand(usage)) {
      open(word.get(), usage).take(word.get());
    }
  }

  private static Option open(String word, Usage usage) {
    for (var operand : usage.operands()) {
      if (!operand.given() || operand.repeats()) {
        return operand;
      }
    }
    throw new UsageFailure("\"" + word + "\" is one word too many");
  }

  private void named(String word, Usage usage) {
    int equals = word.indexOf('=');
    var option = option(equals < 0 ? word : word.substring(0, equals), usage);
    option.take(equals < 0 ? following(option) : word.substring(equals + 1));
  }

  /**
   * Several flags may share a dash, and the last letter may bring its value: {@code -yf x.yaml}.
   */
  private void letters(String word, Usage usage) {
    for (int i = 1; i < word.length(); i++) {
      var option = option("-" + word.charAt(i), usage);
      var after = word.substring(i + 1);
      if (after.startsWith("=")) {
        option.take(after.substring(1));
        return;
      }
      if (option.takesValue() && !after.isEmpty()) {
        option.take(after);
        return;
      }
      option.take(following(option));
    }
  }

  private String following(Option option) {
    if (!option.takesValue()) {
      return "true";
    }
    if (next == words.size()) {
      throw new UsageFailure(option.label().name() + " needs a " + option.label().value());
    }
    return words.get(next++);
  }

  private static Option option(String name, Usage usage) {
    for (var option : usage.options()) {
      if (option.label().name().equals(name) || option.label().letter().equals(name)) {
        return option;
      }
    }
    var names = usage.options().stream().map(o -> o.label().name()).toList();
    throw UsageFailure.unknown("option", name, names);
  }
}
