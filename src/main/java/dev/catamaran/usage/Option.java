package dev.catamaran.usage;

import java.util.List;

/** One option of a verb, or an operand: what it is called, and what the user gave it. */
public abstract sealed class Option permits Flag, Text, Texts, Whole, Choice {
  private final Label label;
  private boolean given;

  Option(Label label) {
    this.label = label;
  }

  final Label label() {
    return label;
  }

  public final boolean given() {
    return given;
  }

  final void take(String value) {
    if (given && !repeats()) {
      throw new UsageFailure(label.name() + " is given twice");
    }
    given = true;
    keep(value);
  }

  /** Notes the value; a usage failure where it cannot be meant. */
  abstract void keep(String value);

  /** Whether a value must follow. */
  boolean takesValue() {
    return true;
  }

  /** Whether it may be given several times. */
  boolean repeats() {
    return false;
  }

  /** The only values it takes; none where any text will do. */
  List<String> words() {
    return List.of();
  }
}
