package dev.catamaran.usage;

/**
 * What an option is called and says in the help.
 *
 * @param letter such as {@code -f}, or nothing
 * @param name such as {@code --file}; an operand's is its value's
 * @param value what follows it, such as FILE; nothing for a flag
 */
record Label(String letter, String name, String value, String says) {
  /** Reads {@code -f, --file=FILE}, as the help prints it. */
  static Label of(String text, String says) {
    int comma = text.indexOf(", ");
    int equals = text.indexOf('=');
    return new Label(
        comma < 0 ? "" : text.substring(0, comma),
        text.substring(comma < 0 ? 0 : comma + 2, equals < 0 ? text.length() : equals),
        equals < 0 ? "" : text.substring(equals + 1),
        says);
  }

  /** As it stands in the help; the names stand in one column. */
  String text() {
    return (letter.isEmpty() ? "    " : letter + ", ")
        + name
        + (value.isEmpty() ? "" : "=" + value);
  }
}
