package dev.catamaran.route;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which backend a new connection goes to. */
public enum Spread {
  /** Any of them, each as often as the others. */
  ANY,
  /** For one client address always the same, as long as the backends stay what they are. */
  BY_CLIENT;

  /** The word of the label and of the routes' text: {@code any}, {@code by-client}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Empty for any other word. */
  public static Optional<Spread> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }
}
