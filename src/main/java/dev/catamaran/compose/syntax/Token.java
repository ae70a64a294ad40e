package dev.catamaran.compose.syntax;

/**
 * The smallest part of a text that means something.
 *
 * @param text a scalar's value, the name of an anchor, a tag's text behind its handle
 * @param handle what a tag or a {@code %TAG} line begins with; empty for all others
 * @param end the letter behind the last
 */
record Token(Kind kind, String text, String handle, Spot start, int end) {
  /** What a token is. */
  enum Kind {
    STREAM_END,
    TAG_DIRECTIVE,
    VERSION_DIRECTIVE,
    DOCUMENT_START,
    DOCUMENT_END,
    BLOCK_SEQUENCE_START,
    BLOCK_MAPPING_START,
    BLOCK_END,
    FLOW_SEQUENCE_START,
    FLOW_SEQUENCE_END,
    FLOW_MAPPING_START,
    FLOW_MAPPING_END,
    BLOCK_ENTRY,
    FLOW_ENTRY,
    KEY,
    VALUE,
    ALIAS,
    ANCHOR,
    TAG,
    PLAIN,
    QUOTED
  }

  Token(Kind kind, Spot start, int end) {
    this(kind, "", "", start, end);
  }

  Token(Kind kind, String text, Spot start, int end) {
    this(kind, text, "", start, end);
  }

  /** The place behind it, in the same line. */
  Spot behind() {
    return new Spot(end, start.line(), start.column() + end - start.index());
  }
}
