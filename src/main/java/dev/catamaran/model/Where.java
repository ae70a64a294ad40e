package dev.catamaran.model;

import java.util.Comparator;

/**
 * A place in a file the user wrote.
 *
 * @param file the file as the user named it
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Where(String file, int line, int column) implements Comparable<Where> {
  private static final Comparator<Where> ORDER =
      Comparator.comparing(Where::file)
          .thenComparingInt(Where::line)
          .thenComparingInt(Where::column);

  public Where {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("a place starts at 1:1, not " + line + ":" + column);
    }
  }

  @Override
  public int compareTo(Where other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
