package dev.catamaran.model;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Consecutive ports, both ends included. */
public record PortRange(Port first, Port last) {
  public PortRange {
    if (first.compareTo(last) > 0) {
      throw new IllegalArgumentException("port range " + first + "-" + last + " runs backwards");
    }
  }

  public int size() {
    return last.number() - first.number() + 1;
  }

  public Stream<Port> ports() {
    return IntStream.rangeClosed(first.number(), last.number()).mapToObj(Port::new);
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
