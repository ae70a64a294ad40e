package dev.catamaran.compose.syntax;

import dev.catamaran.model.Where;
import java.util.Optional;

/**
 * A step through a YAML text.
 *
 * @param value a scalar's value, without quotes and with escapes resolved; an alias's name
 * @param source the characters of the file that a scalar stands for, its properties among them
 * @param where the place of the first of them
 */
public record Event(Kind kind, String value, String source, Properties properties, Where where) {
  /** What is met. */
  public enum Kind {
    DOCUMENT_START,
    DOCUMENT_END,
    STREAM_END,
    SEQUENCE_START,
    SEQUENCE_END,
    MAPPING_START,
    MAPPING_END,
    ALIAS,
    /** A scalar that stands in the text as it is, or that is not written at all. */
    PLAIN,
    /** A scalar in quotes or as a block. */
    QUOTED
  }

  /**
   * What may stand before a node.
   *
   * @param tag in full: {@code tag:yaml.org,2002:str} for {@code !!str}
   */
  public record Properties(Optional<String> anchor, Optional<String> tag) {
    static final Properties NONE = new Properties(Optional.empty(), Optional.empty());
  }

  Event(Kind kind, Where where) {
    this(kind, "", "", Properties.NONE, where);
  }
}
