package dev.catamaran.plan.placement;

import java.net.InetAddress;
import java.util.Optional;

/** The addresses a constraint on {@code node.ip} speaks of: one, or all of a subnet. */
record Subnet(InetAddress first, int bits) {

  /** Empty where the text is neither an address nor {@code ADDRESS/BITS}. */
  static Optional<Subnet> parse(String text) {
    int slash = text.indexOf('/');
    var address = address(slash < 0 ? text : text.substring(0, slash));
    return address
        .flatMap(first -> {
          int most = first.getAddress().length * Byte.SIZE;
          return slash < 0 ? Optional.of(most) : bits(text.substring(slash + 1), most);
        })
        .map(bits -> new Subnet(address.orElseThrow(), bits));
  }

  boolean contains(String text) {
    return address(text).map(InetAddress::getAddress).filter(this::contains).isPresent();
  }

  private boolean contains(byte[] other) {
    var mine = first.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % Byte.SIZE);
      if (((mine[i / Byte.SIZE] ^ other[i / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Integer> bits(String text, int most) {
    return Optional.of(text)
        .filter(t -> t.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .filter(b -> b <= most);
  }

  private static Optional<InetAddress> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
