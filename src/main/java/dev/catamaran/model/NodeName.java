package dev.catamaran.model;

import java.util.regex.Pattern;

/** The name of a cluster node, its hostname. */
public record NodeName(String text) implements Comparable<NodeName> {
  private static final Pattern FORM = Pattern.compile("[^\\s/]+");

  public NodeName {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no name for a cluster node");
    }
  }

  @Override
  public int compareTo(NodeName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
