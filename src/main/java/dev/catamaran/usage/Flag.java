package dev.catamaran.usage;

/** Said or not said; {@code --flag=false} is docker's way to say that it is not. */
public final class Flag extends Option {
  private boolean value;

  Flag(Label label) {
    super(label);
  }

  public boolean on() {
    return value;
  }

  @Override
  void keep(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new UsageFailure(label().name() + " is true or false, not \"" + text + "\"");
    }
    value = text.equals("true");
  }

  @Override
  boolean takesValue() {
    return false;
  }

  /** Saying it again says nothing new. */
  @Override
  boolean repeats() {
    return true;
  }
}
