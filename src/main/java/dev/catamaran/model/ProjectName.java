package dev.catamaran.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a Compose project, which is a stack to Docker. */
public record ProjectName(String text) implements Comparable<ProjectName> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]*");

  public ProjectName {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no name for a Compose project");
    }
  }

  /** Empty where the text is no name for a project. */
  public static Optional<ProjectName> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ProjectName(text)) : Optional.empty();
  }

  @Override
  public int compareTo(ProjectName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
