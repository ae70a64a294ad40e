package dev.catamaran.netfilter;

import java.nio.ByteBuffer;

/**
 * What a rule does, step by step, as the kernel's own instructions. A register holds four bytes; a
 * key of several fields stands in registers that follow each other.
 */
public final class Rule {
  /** The first register; there are sixteen. */
  private static final int FIRST_REGISTER = 8;

  private static final int NETWORK_HEADER = 1;
  private static final int TRANSPORT_HEADER = 2;

  /** What the kernel's routing calls an address of this host. */
  private static final int LOCAL_ADDRESS = 2;

  /** In every network namespace the first device, and it cannot be removed. */
  private static final int LOOPBACK_DEVICE = 1;

  private static final int IPV4 = 2;
  private static final int PRIORITY = 2;
  private static final int DNAT_DONE = 0x20;
  private static final int FULLY_RANDOM_PORTS = 0x10;

  private final MessageWriter out;

  Rule(MessageWriter out) {
    this.out = out;
  }

  /** Goes on only where the packet is for an address of this host, loopback left out. */
  public Rule toThisHost() {
    step("fib", () -> out.number(1, register(0)).number(2, 3).number(3, 2));
    compare(0, true, native32(LOCAL_ADDRESS));
    load(NETWORK_HEADER, 16, 1, 0);
    return compare(0, false, ByteBuffer.wrap(new byte[] {127}));
  }

  /** The packet's protocol and destination port, into that register and the next. */
  public Rule loadProtocolPort(int register) {
    step("meta", () -> out.number(1, register(register)).number(2, 16));
    return load(TRANSPORT_HEADER, 2, 2, register + 1);
  }

  /** A number below the limit, another one for each packet. */
  public Rule loadRandom(int register, int limit) {
    return step(
        "numgen",
        () -> out.number(1, register(register)).number(2, limit).number(3, 1).number(4, 0));
  }

  /** A number below the limit, the same for every packet of one client. */
  public Rule loadClientHash(int register, int limit, int seed) {
    load(NETWORK_HEADER, 12, 4, register);
    return step(
        "hash",
        () ->
            out.number(1, register(register))
                .number(2, register(register))
                .number(3, 4)
                .number(4, limit)
                .number(5, seed));
  }

  /**
   * Notes that register on the packet, as what the kernel calls its priority: only the first packet
   * of a connection comes by, and only until {@link #clearNote}.
   */
  public Rule note(int register) {
    return step("meta", () -> out.number(2, PRIORITY).number(3, register(register)));
  }

  /** What was noted, into that register. */
  public Rule loadNote(int register) {
    return step("meta", () -> out.number(1, register(register)).number(2, PRIORITY));
  }

  public Rule clearNote() {
    step(
        "immediate",
        () -> {
          out.number(1, register(0));
          value(2, native32(0));
        });
    return note(0);
  }

  /** Goes to the chain that the map names for the key that begins at that register, if it does. */
  public Rule dispatch(int register, String map, int mapId) {
    return step(
        "lookup",
        () -> out.text(1, map).number(2, register(register)).number(3, 0).number(4, mapId));
  }

  /**
   * Puts the map's value for the key that begins at that register in the key's place; goes on only
   * where there is one.
   */
  public Rule translate(int register, String map, int mapId) {
    return step(
        "lookup",
        () ->
            out.text(1, map)
                .number(2, register(register))
                .number(3, register(register))
                .number(4, mapId));
  }

  /** Sends the connection to the address in that register and the port in the next. */
  public Rule dnat(int register) {
    return step(
        "nat",
        () ->
            out.number(1, 1)
                .number(2, IPV4)
                .number(3, register(register))
                .number(5, register(register + 1)));
  }

  /** Sets the bits of the connection's mark that the mask names, and leaves the others. */
  public Rule markConnection(int mark, int mask) {
    loadMark(~mask, mark);
    return step("ct", () -> out.number(2, 3).number(4, register(0)));
  }

  /** Goes on only where those bits of the connection's mark are so. */
  public Rule whereMarked(int mark, int mask) {
    loadMark(mask, 0);
    return compare(0, true, native32(mark));
  }

  private void loadMark(int mask, int xor) {
    step("ct", () -> out.number(1, register(0)).number(2, 3));
    bitwise(mask, xor);
  }

  /** Goes on only where the connection's destination was translated. */
  public Rule whereTranslated() {
    step("ct", () -> out.number(1, register(0)).number(2, 2));
    bitwise(DNAT_DONE, 0);
    return compare(0, false, native32(0));
  }

  /** Goes on only where the packet leaves this host. */
  public Rule toOthers() {
    step("meta", () -> out.number(1, register(0)).number(2, 5));
    return compare(0, false, native32(LOOPBACK_DEVICE));
  }

  /** Takes the host's own address for the connection's source, and a port nobody can foresee. */
  public Rule masquerade() {
    return step("masq", () -> out.number(1, FULLY_RANDOM_PORTS));
  }

  private Rule load(int header, int offset, int length, int register) {
    return step(
        "payload",
        () ->
            out.number(1, register(register))
                .number(2, header)
                .number(3, offset)
                .number(4, length));
  }

  private void bitwise(int mask, int xor) {
    step(
        "bitwise",
        () -> {
          out.number(1, register(0)).number(2, register(0)).number(3, 4);
          value(4, native32(mask));
          value(5, native32(xor));
        });
  }

  private Rule compare(int register, boolean equal, ByteBuffer with) {
    return step(
        "cmp",
        () -> {
          out.number(1, register(register)).number(2, equal ? 0 : 1);
          value(3, with);
        });
  }

  private void value(int type, ByteBuffer bytes) {
    int data = out.nest(type);
    out.raw(1, bytes);
    out.unnest(data);
  }

  private Rule step(String name, Runnable attributes) {
    int element = out.nest(1);
    out.text(1, name);
    int data = out.nest(2);
    attributes.run();
    out.unnest(data);
    out.unnest(element);
    return this;
  }

  private static int register(int number) {
    return FIRST_REGISTER + number;
  }

  private static ByteBuffer native32(int value) {
    return ByteBuffer.allocate(4).order(java.nio.ByteOrder.nativeOrder()).putInt(value).flip();
  }
}
