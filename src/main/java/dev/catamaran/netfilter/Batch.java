package dev.catamaran.netfilter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Changes to one nftables table of IPv4, which the kernel makes all together or not at all: a
 * packet meets the old rules or the new ones, never something in between.
 */
public final class Batch {
  static final int NFTABLES = 10;
  private static final int BEGIN = 0x10;
  private static final int END = 0x11;
  static final int IPV4 = 2;

  /** A list of elements is an attribute, whose length is a number of sixteen bits. */
  private static final int ELEMENTS_BYTES = 48_000;

  private static final int IS_MAP = 0x8;
  private static final int VERDICT = 0xffffff00;
  private static final int GOTO = -4;

  /** nft's numbers for kinds of fields, by which it prints a map. */
  private static final int PROTOCOL = 12;

  private static final int SERVICE = 13;
  private static final int MARK = 19;
  private static final int ADDRESS = 7;
  private static final int KIND_BITS = 6;

  private final String table;
  private final MessageWriter out = new MessageWriter();
  private final List<String> steps = new ArrayList<>();
  private final List<Integer> sequences = new ArrayList<>();

  /** Where in a packet's way a chain stands. */
  public enum Hook {
    PREROUTING(0),
    OUTPUT(3),
    POSTROUTING(4);

    private final int number;

    Hook(int number) {
      this.number = number;
    }
  }

  public Batch(String table) {
    this.table = table;
    out.begin(BEGIN, 0, 0, NFTABLES).end();
  }

  /** Makes the table, where it is not there. */
  public Batch table() {
    out.begin(type(0), MessageWriter.CREATE, IPV4, 0).text(1, table).number(2, 0);
    return step("the table " + table);
  }

  /** Removes the table with all that is in it; it must be there. */
  public Batch deleteTable() {
    out.begin(type(2), 0, IPV4, 0).text(1, table);
    return step("to remove the table " + table);
  }

  /**
   * Makes a chain that translates addresses of connections.
   *
   * @param priority among the chains of the same hook the lower one goes first
   */
  public Batch natChain(String name, Hook hook, int priority) {
    out.begin(type(3), MessageWriter.CREATE, IPV4, 0).text(1, table).text(3, name);
    int place = out.nest(4);
    out.number(1, hook.number).number(2, priority);
    out.unnest(place);
    out.text(7, "nat");
    return step("the chain " + name);
  }

  /** Makes a chain that others lead to. */
  public Batch chain(String name) {
    out.begin(type(3), MessageWriter.CREATE, IPV4, 0).text(1, table).text(3, name);
    return step("the chain " + name);
  }

  /** Adds a rule at the end of a chain. */
  public Batch rule(String chain, Consumer<Rule> steps) {
    int flags = MessageWriter.CREATE | MessageWriter.APPEND;
    out.begin(type(6), flags, IPV4, 0).text(1, table).text(2, chain);
    int expressions = out.nest(4);
    steps.accept(new Rule(out));
    out.unnest(expressions);
    return step("a rule of the chain " + chain);
  }

  /** Makes a map from {@link Concat#number} to chains. */
  public Batch chainMap(String name, int id) {
    map(name, id, MARK, 4);
    out.number(6, VERDICT).number(7, 0).raw(13, orders(0));
    return step("the map " + name);
  }

  /** Makes a map from {@link Concat#protocolPort} to {@link Concat#number}. */
  public Batch numberMap(String name, int id) {
    map(name, id, kinds(PROTOCOL, SERVICE), 8);
    out.number(6, MARK).number(7, 4).raw(13, orders(1));
    return step("the map " + name);
  }

  /** Makes a map from {@link Concat#protocolPortNumber} to {@link Concat#addressPort}. */
  public Batch addressMap(String name, int id) {
    map(name, id, kinds(PROTOCOL, SERVICE, MARK), 12);
    out.number(6, kinds(ADDRESS, SERVICE)).number(7, 8);
    return step("the map " + name);
  }

  private void map(String name, int id, int keyKinds, int keyLength) {
    out.begin(type(9), MessageWriter.CREATE, IPV4, 0)
        .text(1, table)
        .text(2, name)
        .number(3, IS_MAP)
        .number(4, keyKinds)
        .number(5, keyLength)
        .number(10, id);
  }

  /** Tells nft, which keeps it as the map's user data, to print this side as the host's number. */
  private static ByteBuffer orders(int side) {
    return ByteBuffer.allocate(6)
        .order(ByteOrder.nativeOrder())
        .put((byte) side)
        .put((byte) 4)
        .putInt(1)
        .flip();
  }

  private static int kinds(int... each) {
    int all = 0;
    for (int kind : each) {
      all = all << KIND_BITS | kind;
    }
    return all;
  }

  /** Adds elements whose keys the map has not. */
  public Batch add(String map, Collection<Element> elements) {
    elements(12, MessageWriter.CREATE, map, elements);
    return this;
  }

  /** Removes elements that the map has. */
  public Batch delete(String map, Collection<Element> elements) {
    elements(14, 0, map, elements);
    return this;
  }

  private void elements(int message, int flags, String map, Collection<Element> elements) {
    var iterator = elements.iterator();
    while (iterator.hasNext()) {
      out.begin(type(message), flags, IPV4, 0).text(1, table).text(2, map);
      int list = out.nest(3);
      while (iterator.hasNext() && out.length() - list < ELEMENTS_BYTES) {
        element(iterator.next(), flags != 0);
      }
      out.unnest(list);
      step("elements of the map " + map);
    }
  }

  private void element(Element element, boolean withTarget) {
    int one = out.nest(1);
    value(1, element.key());
    if (withTarget) {
      target(element.target());
    }
    out.unnest(one);
  }

  private void target(Element.Target target) {
    switch (target) {
      case Element.Chain(var name) -> {
        int data = out.nest(2);
        int verdict = out.nest(2);
        out.number(1, GOTO).text(2, name);
        out.unnest(verdict);
        out.unnest(data);
      }
      case Element.Value(var bytes) -> value(2, bytes);
    }
  }

  private void value(int type, ByteBuffer bytes) {
    int nest = out.nest(type);
    out.raw(1, bytes);
    out.unnest(nest);
  }

  private static int type(int message) {
    return NFTABLES << 8 | message;
  }

  /** Whether there is nothing to change. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The whole transaction, as it is sent; nothing can be added then. */
  ByteBuffer close() {
    out.acknowledge();
    out.begin(END, 0, 0, NFTABLES).end();
    return out.written();
  }

  int lastSequence() {
    return sequences.getLast();
  }

  /** Which step a number belongs to, in words. */
  String what(int sequence) {
    int index = sequences.indexOf(sequence);
    return index < 0 ? "the change of the table " + table : steps.get(index);
  }

  private Batch step(String what) {
    sequences.add(out.end());
    steps.add(what);
    return this;
  }
}
