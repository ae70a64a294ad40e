package dev.catamaran.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A block of addresses, {@code 10.0.9.0/24}; a plain address is a block of one. */
public record Cidr(InetAddress first, int bits) {
  private static final int IPV4_BITS = 32;
  private static final int IPV4_DOTS = 3;

  /** The bits of the host are cleared. */
  public Cidr {
    var bytes = first.getAddress();
    if (bits < 0 || bits > bytes.length * Byte.SIZE) {
      throw new IllegalArgumentException("an address does not have " + bits + " bits");
    }
    for (int i = bits; i < bytes.length * Byte.SIZE; i++) {
      bytes[i / Byte.SIZE] &= (byte) ~(0x80 >> (i % Byte.SIZE));
    }
    first = address(bytes);
  }

  /** Empty where the text is neither an address nor {@code ADDRESS/BITS}. */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    var address = address(slash < 0 ? text : text.substring(0, slash));
    return address
        .flatMap(first -> {
          int most = first.getAddress().length * Byte.SIZE;
          return slash < 0 ? Optional.of(most) : bits(text.substring(slash + 1), most);
        })
        .map(bits -> new Cidr(address.orElseThrow(), bits));
  }

  /** Whether the text is an address of the block. */
  public boolean contains(String text) {
    return address(text)
        .map(a -> new Cidr(a, a.getAddress().length * Byte.SIZE))
        .filter(this::contains)
        .isPresent();
  }

  /** Whether all of the other's addresses are of this block. */
  public boolean contains(Cidr other) {
    return bits <= other.bits
        && first.getAddress().length == other.first.getAddress().length
        && new Cidr(other.first, bits).equals(this);
  }

  /** Whether the two share an address. */
  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  public boolean ipv4() {
    return first.getAddress().length * Byte.SIZE == IPV4_BITS;
  }

  /** How many addresses the block has; of an IPv6 block at most {@link Long#MAX_VALUE}. */
  public long addresses() {
    int free = first.getAddress().length * Byte.SIZE - bits;
    return free >= Long.SIZE - 1 ? Long.MAX_VALUE : 1L << free;
  }

  /** The address so many places behind the first of an IPv4 block. */
  public String address(int place) {
    var bytes = first.getAddress();
    int number = 0;
    for (var b : bytes) {
      number = (number << Byte.SIZE) | (b & 0xff);
    }
    number += place;
    for (int i = bytes.length - 1; i >= 0; i--) {
      bytes[i] = (byte) number;
      number >>>= Byte.SIZE;
    }
    return address(bytes).getHostAddress();
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + bits;
  }

  private static Optional<Integer> bits(String text, int most) {
    return Optional.of(text)
        .filter(t -> !t.isEmpty() && t.length() <= 3 && t.chars().allMatch(Character::isDigit))
        .map(Integer::parseInt)
        .filter(b -> b <= most);
  }

  /** Shorter forms of IPv4 addresses, such as 10.0.9, are none to an engine. */
  private static Optional<InetAddress> address(String text) {
    if (text.indexOf(':') < 0 && text.chars().filter(c -> c == '.').count() != IPV4_DOTS) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address changed its length", e);
    }
  }
}
