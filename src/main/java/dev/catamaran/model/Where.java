package dev.catamaran.model;

/**
 * A place in a file the user wrote.
 *
 * @param file the file as the user named it
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Where(String file, int line, int column) implements Comparable<Where> {
  public Where {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("a place starts at 1:1, not " + line + ":" + column);
    }
  }

  @Override
  public int compareTo(Where other) {
    int files = file.compareTo(other.file);
    int lines = files == 0 ? Integer.compare(line, other.line) : files;
    return lines == 0 ? Integer.compare(column, other.column) : lines;
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
