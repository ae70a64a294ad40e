package dev.catamaran.usage;

import java.util.Optional;

/** Any text, once. */
public final class Text extends Option {
  private String value = "";

  Text(Label label) {
    super(label);
  }

  public Optional<String> value() {
    return given() ? Optional.of(value) : Optional.empty();
  }

  @Override
  void keep(String text) {
    value = text;
  }
}
