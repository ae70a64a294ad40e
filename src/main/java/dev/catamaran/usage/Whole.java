package dev.catamaran.usage;

/** A whole number. */
public final class Whole extends Option {
  private int value;

  Whole(Label label, int otherwise) {
    super(label);
    value = otherwise;
  }

  public int value() {
    return value;
  }

  @Override
  void keep(String text) {
    try {
      value = Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw new UsageFailure(label().name() + " takes a number, not \"" + text + "\"");
    }
  }
}
