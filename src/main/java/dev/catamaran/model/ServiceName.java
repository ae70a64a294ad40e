package dev.catamaran.model;

import java.util.Optional;

/** The name of a Compose service. */
public record ServiceName(String text) implements Comparable<ServiceName> {
  public ServiceName {
    if (!isName(text)) {
      throw new IllegalArgumentException("\"" + text + "\" is no name for a Compose service");
    }
  }

  /** Empty where the text is no name for a service. */
  public static Optional<ServiceName> parse(String text) {
    return isName(text) ? Optional.of(new ServiceName(text)) : Optional.empty();
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == '-';
      if (!fits) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  @Override
  public int compareTo(ServiceName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
