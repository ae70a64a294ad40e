package dev.catamaran.netfilter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** The attributes of a received netlink message, or of an attribute that holds others. */
record Attributes(ByteBuffer bytes) {
  private static final int TYPE = 0x3fff;

  /** The value of the first attribute of that type. */
  Optional<ByteBuffer> find(int type) {
    int at = bytes.position();
    while (at + 4 <= bytes.limit()) {
      int length = Short.toUnsignedInt(bytes.getShort(at));
      if (length < 4 || at + length > bytes.limit()) {
        return Optional.empty();
      }
      if ((bytes.getShort(at + 2) & TYPE) == type) {
        return Optional.of(value(at, length));
      }
      at += aligned(length);
    }
    return Optional.empty();
  }

  Optional<Attributes> inside(int type) {
    return find(type).map(Attributes::new);
  }

  /** The attributes inside each attribute at this level. */
  void each(Consumer<Attributes> taker) {
    int at = bytes.position();
    while (at + 4 <= bytes.limit()) {
      int length = Short.toUnsignedInt(bytes.getShort(at));
      if (length < 4 || at + length > bytes.limit()) {
        return;
      }
      taker.accept(new Attributes(value(at, length)));
      at += aligned(length);
    }
  }

  Optional<String> text(int type) {
    return find(type)
        .filter(ByteBuffer::hasRemaining)
        .map(v -> {
          var ascii = new byte[v.remaining() - 1];
          v.get(ascii);
          return new String(ascii, StandardCharsets.US_ASCII);
        });
  }

  Optional<Integer> number(int type) {
    return find(type).filter(v -> v.remaining() == 4).map(v -> big(v).getInt());
  }

  Optional<Long> longNumber(int type) {
    return find(type).filter(v -> v.remaining() == 8).map(v -> big(v).getLong());
  }

  /** -1 where it is not there. */
  int number8(int type) {
    return find(type).filter(v -> v.remaining() == 1).map(v -> v.get() & 0xff).orElse(-1);
  }

  /** -1 where it is not there. */
  int number16(int type) {
    return find(type)
        .filter(v -> v.remaining() == 2)
        .map(v -> Short.toUnsignedInt(big(v).getShort()))
        .orElse(-1);
  }

  private static ByteBuffer big(ByteBuffer value) {
    return value.order(ByteOrder.BIG_ENDIAN);
  }

  private ByteBuffer value(int at, int length) {
    return bytes.slice(at + 4, length - 4).order(ByteOrder.nativeOrder());
  }

  private static int aligned(int length) {
    return (length + 3) & ~3;
  }
}
