package dev.catamaran.model;

/** A TCP, UDP or SCTP port number, 1 to 65535; "any port" is never a number here. */
public record Port(int number) implements Comparable<Port> {
  public static final int LOWEST = 1;
  public static final int HIGHEST = 65_535;

  public Port {
    if (number < LOWEST || number > HIGHEST) {
      throw new IllegalArgumentException(
          "port " + number + " is out of range " + LOWEST + "-" + HIGHEST);
    }
  }

  @Override
  public int compareTo(Port other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
