package dev.catamaran.spec;

import java.util.Arrays;

/** Bytes that must never be printed: the content of a secret or a config. */
public final class Content {
  private final byte[] bytes;

  public Content(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "(" + bytes.length + " bytes)";
  }
}
