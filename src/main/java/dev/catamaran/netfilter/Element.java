package dev.catamaran.netfilter;

import java.nio.ByteBuffer;

/**
 * An entry of an nftables map.
 *
 * @param key made by {@link Concat}
 */
public record Element(ByteBuffer key, Target target) {
  /** What the key leads to. */
  public sealed interface Target {}

  /** The rules of a chain. */
  public record Chain(String name) implements Target {}

  /** A value, made by {@link Concat}. */
  public record Value(ByteBuffer bytes) implements Target {}
}
