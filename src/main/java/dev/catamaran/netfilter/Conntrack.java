package dev.catamaran.netfilter;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Makes the kernel forget flows that it tracks. */
final class Conntrack {
  private static final int CONNTRACK = 1;
  private static final int GET = CONNTRACK << 8 | 1;
  private static final int DELETE = CONNTRACK << 8 | 2;

  private static final int ORIGINAL = 1;
  private static final int REPLY = 2;
  private static final int FILTER = 25;

  private static final int BY_SOURCE_ADDRESS = 1;
  private static final int BY_PROTOCOL = 1 << 3;
  private static final int BY_SOURCE_PORT = 1 << 4;
  private static final int BY_DESTINATION_PORT = 1 << 5;

  private Conntrack() {}

  /** Sends a request and hands on each answer. */
  interface Asker {
    void ask(MessageWriter request, BiConsumer<Integer, Attributes> answers);
  }

  /** Which flows. */
  sealed interface Which {}

  /** Those whose answers come from there. */
  record AnsweredBy(int protocol, Inet4Address address, int port) implements Which {}

  /** Those that were sent to that port. */
  record SentTo(int protocol, int port) implements Which {}

  /** Filters in the kernel where it can, as Linux 6 does; else looks at every flow. */
  static void forget(Which which, Asker asker) {
    try {
      var request = new MessageWriter().begin(DELETE, MessageWriter.ACK, Batch.IPV4, 0);
      filter(request, which);
      asker.ask(request, (_, _) -> {});
    } catch (KernelRefusal _) {
      oneByOne(which, asker);
    }
  }

  private static void filter(MessageWriter request, Which which) {
    switch (which) {
      case AnsweredBy(int protocol, var address, int port) -> {
        int tuple = request.nest(REPLY);
        int ip = request.nest(1);
        request.raw(1, ByteBuffer.wrap(address.getAddress()));
        request.unnest(ip);
        int ports = request.nest(2);
        request.number8(1, protocol).number16(2, port);
        request.unnest(ports);
        request.unnest(tuple);
        int filter = request.nest(FILTER);
        request.nativeNumber(2, BY_SOURCE_ADDRESS | BY_PROTOCOL | BY_SOURCE_PORT);
        request.unnest(filter);
      }
      case SentTo(int protocol, int port) -> {
        int tuple = request.nest(ORIGINAL);
        int ports = request.nest(2);
        request.number8(1, protocol).number16(3, port);
        request.unnest(ports);
        request.unnest(tuple);
        int filter = request.nest(FILTER);
        request.nativeNumber(1, BY_PROTOCOL | BY_DESTINATION_PORT);
        request.unnest(filter);
      }
    }
  }

  private static void oneByOne(Which which, Asker asker) {
    List<ByteBuffer> tuples = new ArrayList<>();
    asker.ask(
        new MessageWriter().begin(GET, MessageWriter.DUMP, Batch.IPV4, 0),
        (_, flow) -> {
          if (matches(which, flow)) {
            flow.find(ORIGINAL)
                .map(t -> ByteBuffer.allocate(t.remaining()).put(t).flip())
                .ifPresent(tuples::add);
          }
        });
    for (var tuple : tuples) {
      try {
        asker.ask(
            new MessageWriter()
                .begin(DELETE, MessageWriter.ACK, Batch.IPV4, 0)
                .raw(ORIGINAL | MessageWriter.NESTED, tuple),
            (_, _) -> {});
      } catch (KernelRefusal e) {
        // It ended by itself meanwhile.
        if (!e.noSuchThing()) {
          throw e;
        }
      }
    }
  }

  private static boolean matches(Which which, Attributes flow) {
    return switch (which) {
      case AnsweredBy(int protocol, var address, int port) ->
          flow.inside(REPLY)
              .filter(t -> is(t, protocol, 2, port))
              .flatMap(t -> t.inside(1))
              .flatMap(ip -> ip.find(1))
              .filter(ByteBuffer.wrap(address.getAddress())::equals)
              .isPresent();
      case SentTo(int protocol, int port) ->
          flow.inside(ORIGINAL).filter(t -> is(t, protocol, 3, port)).isPresent();
    };
  }

  private static boolean is(Attributes tuple, int protocol, int portAttribute, int port) {
    return tuple
        .inside(2)
        .filter(p -> p.number8(1) == protocol && p.number16(portAttribute) == port)
        .isPresent();
  }
}
