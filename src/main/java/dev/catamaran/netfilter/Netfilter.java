package dev.catamaran.netfilter;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The packet filter of one network namespace: that of the thread that opens it. Safe for use by
 * several threads, one at a time; every call throws {@link KernelRefusal} where the kernel says no.
 */
public final class Netfilter implements AutoCloseable {
  private static final int ERROR = 2;
  private static final int DONE = 3;
  private static final int HEADER_BYTES = 20;

  private static final int GET_TABLE = type(1);
  private static final int GET_ELEMENTS = type(13);
  private static final int GET_GENERATION = type(16);

  private final NetlinkSocket socket = NetlinkSocket.open();

  /** One who answers no more is asked no more. */
  private boolean closed;

  /** Whether there can be such a thing here; only Linux has it. */
  public static boolean onThisSystem() {
    return System.getProperty("os.name", "").equals("Linux");
  }

  public static Netfilter open() {
    return new Netfilter();
  }

  /** Makes the changes; once this returns every packet meets them. */
  public synchronized void commit(Batch batch) {
    if (batch.isEmpty()) {
      return;
    }
    socket.send(batch.close(), "a transaction");
    exchange(batch.lastSequence(), batch::what, (_, _) -> {});
  }

  /** A number that grows with every transaction of anybody in this namespace. */
  public synchronized int generation() {
    var generation = new int[1];
    ask(
        new MessageWriter().begin(GET_GENERATION, MessageWriter.ACK, Batch.IPV4, 0),
        "the generation of its rules",
        (_, reply) -> generation[0] = reply.number(1).orElse(0));
    return generation[0];
  }

  /**
   * The kernel's own number for the table; a table made anew has another. Empty if there is none.
   */
  public synchronized OptionalLong handle(String table) {
    var handle = new long[] {-1};
    try {
      ask(
          new MessageWriter().begin(GET_TABLE, MessageWriter.ACK, Batch.IPV4, 0).text(1, table),
          "the table " + table,
          (_, reply) -> handle[0] = reply.longNumber(4).orElse(0L));
    } catch (KernelRefusal e) {
      if (e.noSuchThing()) {
        return OptionalLong.empty();
      }
      throw e;
    }
    return OptionalLong.of(handle[0]);
  }

  /** What a map of a table holds now. */
  public synchronized Set<Element> elements(String table, String map) {
    var elements = new HashSet<Element>();
    ask(
        new MessageWriter()
            .begin(GET_ELEMENTS, MessageWriter.DUMP, Batch.IPV4, 0)
            .text(1, table)
            .text(2, map),
        "the elements of the map " + map,
        (_, reply) ->
            reply.inside(3).ifPresent(list -> list.each(e -> element(e).ifPresent(elements::add))));
    return elements;
  }

  private static Optional<Element> element(Attributes attributes) {
    var key = attributes.inside(1).flatMap(k -> k.find(1)).map(Netfilter::kept);
    return key.flatMap(k ->
        attributes
            .inside(2)
            .flatMap(data ->
                data.inside(2)
                    .flatMap(verdict -> verdict.text(2))
                    .<Element.Target>map(Element.Chain::new)
                    .or(() -> data.find(1).map(v -> new Element.Value(kept(v)))))
            .map(target -> new Element(k, target)));
  }

  private static ByteBuffer kept(ByteBuffer received) {
    return ByteBuffer.allocate(received.remaining()).put(received).flip();
  }

  /**
   * Forgets the flows of one protocol whose answers come from that address and port: what belongs
   * to them next is translated anew.
   */
  public synchronized void forgetFlowsAnsweredBy(int protocol, Inet4Address address, int port) {
    Conntrack.forget(new Conntrack.AnsweredBy(protocol, address, port), this::askConntrack);
  }

  /** Forgets the flows of one protocol that were sent to that port, whatever became of them. */
  public synchronized void forgetFlowsTo(int protocol, int port) {
    Conntrack.forget(new Conntrack.SentTo(protocol, port), this::askConntrack);
  }

  private void askConntrack(MessageWriter request, BiConsumer<Integer, Attributes> taker) {
    ask(request, "to forget flows", taker);
  }

  private void ask(MessageWriter request, String what, BiConsumer<Integer, Attributes> taker) {
    int sequence = request.end();
    socket.send(request.written(), what);
    exchange(sequence, _ -> what, taker);
  }

  /** Reads until the answer to that number; the first refusal on the way is thrown at the end. */
  private void exchange(
      int last,
      java.util.function.IntFunction<String> what,
      BiConsumer<Integer, Attributes> taker) {
    Optional<KernelRefusal> refusal = Optional.empty();
    while (true) {
      var messages = socket.receive(what.apply(last));
      int at = 0;
      while (at + 16 <= messages.limit()) {
        int length = messages.getInt(at);
        int type = Short.toUnsignedInt(messages.getShort(at + 4));
        int sequence = messages.getInt(at + 8);
        if (type == ERROR || type == DONE) {
          var errno = new Errno(-messages.getInt(at + 16));
          if (errno.number() != 0 && refusal.isEmpty()) {
            refusal = Optional.of(new KernelRefusal(what.apply(sequence), errno));
          }
          if (sequence == last) {
            refusal.ifPresent(r -> {
              throw r;
            });
            return;
          }
        } else if (sequence == last) {
          var inside = messages.slice(at + HEADER_BYTES, length - HEADER_BYTES);
          taker.accept(type, new Attributes(inside.order(messages.order())));
        }
        at += (length + 3) & ~3;
      }
    }
  }

  private static int type(int message) {
    return Batch.NFTABLES << 8 | message;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      socket.close();
    }
  }
}
