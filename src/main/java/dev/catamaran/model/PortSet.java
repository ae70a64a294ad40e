package dev.catamaran.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Any number of ports; prints as ranges, {@code 22,80,5000-5010}, and as nothing where empty. */
public final class PortSet {
  public static final PortSet NONE = new PortSet(new BitSet());

  private static final Pattern PIECE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  private final BitSet numbers;

  private PortSet(BitSet numbers) {
    this.numbers = numbers;
  }

  public static PortSet of(Collection<Port> ports) {
    var numbers = new BitSet();
    ports.forEach(p -> numbers.set(p.number()));
    return new PortSet(numbers);
  }

  public static PortSet of(PortRange range) {
    return of(range.ports().toList());
  }

  /** Reads what {@link #toString} prints; empty for anything else. */
  public static Optional<PortSet> parse(String text) {
    var numbers = new BitSet();
    if (text.isEmpty()) {
      return Optional.of(NONE);
    }
    for (var piece : text.split(",", -1)) {
      var match = PIECE.matcher(piece);
      if (!match.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(match.group(1));
      int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
      if (first < Port.LOWEST || last > Port.HIGHEST || first > last) {
        return Optional.empty();
      }
      numbers.set(first, last + 1);
    }
    return Optional.of(new PortSet(numbers));
  }

  public boolean contains(Port port) {
    return numbers.get(port.number());
  }

  public boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** Those that are in either. */
  public PortSet with(PortSet others) {
    var all = copy();
    all.or(others.numbers);
    return new PortSet(all);
  }

  /** Those that are not in the other. */
  public PortSet without(PortSet others) {
    var rest = copy();
    rest.andNot(others.numbers);
    return new PortSet(rest);
  }

  /** From the lowest up, each as long as can be. */
  public List<PortRange> ranges() {
    var ranges = new ArrayList<PortRange>();
    int first = numbers.nextSetBit(0);
    while (first >= 0) {
      int after = numbers.nextClearBit(first);
      ranges.add(new PortRange(new Port(first), new Port(after - 1)));
      first = numbers.nextSetBit(after);
    }
    return ranges;
  }

  public List<Port> ports() {
    return numbers.stream().mapToObj(Port::new).toList();
  }

  private BitSet copy() {
    return (BitSet) numbers.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortSet set && numbers.equals(set.numbers);
  }

  @Override
  public int hashCode() {
    return numbers.hashCode();
  }

  @Override
  public String toString() {
    return ranges().stream()
        .map(r -> r.size() == 1 ? r.first().toString() : r.toString())
        .collect(Collectors.joining(","));
  }
}
