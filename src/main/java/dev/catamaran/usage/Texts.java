package dev.catamaran.usage;

import java.util.ArrayList;
import java.util.List;

/** Any text, as often as the user likes. */
public final class Texts extends Option {
  private final List<String> values = new ArrayList<>();

  Texts(Label label) {
    super(label);
  }

  public List<String> values() {
    return List.copyOf(values);
  }

  @Override
  void keep(String text) {
    values.add(text);
  }

  @Override
  boolean repeats() {
    return true;
  }
}
