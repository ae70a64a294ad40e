package dev.catamaran.spec;

import java.util.Arrays;
import java.util.Optional;

/** Bytes that must never be printed: the content of a secret or a config. */
public final class Content {
  private final byte[] bytes;
  private final Optional<Origin> origin;

  /** Bytes that stand in a Compose file, or come from nowhere that could be asked again. */
  public Content(byte[] bytes) {
    this(bytes, Optional.empty());
  }

  public Content(byte[] bytes, Origin origin) {
    this(bytes, Optional.of(origin));
  }

  private Content(byte[] bytes, Optional<Origin> origin) {
    this.bytes = bytes.clone();
    this.origin = origin;
  }

  /**
   * Where the bytes can be read again.
   *
   * @param name an absolute path, or a variable
   */
  public record Origin(Kind kind, String name) {
    /** The places a content comes from. */
    public enum Kind {
      FILE,
      ENVIRONMENT
    }
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public Optional<Origin> origin() {
    return origin;
  }

  /** The same bytes are the same content, wherever they came from. */
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
