package dev.catamaran.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a Compose service. */
public record ServiceName(String text) implements Comparable<ServiceName> {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9._-]+");

  public ServiceName {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no name for a Compose service");
    }
  }

  /** Empty where the text is no name for a service. */
  public static Optional<ServiceName> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ServiceName(text)) : Optional.empty();
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
