package dev.catamaran.compose.grammar;

/**
 * A version of the classic format.
 *
 * @param minor the 7 of 3.7
 */
public record Version(int minor) implements Comparable<Version> {
  /** What {@code docker stack deploy} takes a file for that names no version. */
  public static final Version NEWEST = new Version(13);

  public Version {
    if (minor < 0) {
      throw new IllegalArgumentException("no version of the format: 3." + minor);
    }
  }

  @Override
  public int compareTo(Version other) {
    return Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return "3." + minor;
  }
}
