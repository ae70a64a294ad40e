package dev.catamaran.compose.tree;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;

/** Writes a tree as YAML that reads back as the same tree. */
public final class YamlText {
  private static final int STEP = 2;

  /** Readers give up on a longer one; every character may need an escape. */
  private static final int LONGEST_KEY = 128;

  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  /** The tree as one document, ending with a line break. */
  public static String of(YamlNode root) {
    var text = new YamlText();
    text.begun(root, 0);
    return text.out.toString();
  }

  /** A node whose first line is begun and stands in the column already, as behind a dash. */
  private void begun(YamlNode node, int column) {
    switch (node) {
      case Mapping m when !m.entries().isEmpty() -> mapping(m, column, true);
      case Sequence s when !s.items().isEmpty() -> sequence(s, column, true);
      case Mapping _, Sequence _, Scalar _ -> leaf(node, column);
    }
  }

  private void mapping(Mapping mapping, int column, boolean begun) {
    boolean begins = begun;
    for (var entry : mapping.entries()) {
      if (!begins) {
        indent(column);
      }
      begins = false;
      entry(entry, column);
    }
  }

  private void entry(Entry entry, int column) {
    if (entry.name().length() > LONGEST_KEY) {
      out.append("? ");
      ScalarText.line(entry.key(), out);
      out.append('\n');
      indent(column);
      out.append(": ");
      begun(entry.value(), column + STEP);
    } else {
      ScalarText.line(entry.key(), out);
      out.append(':');
      value(entry.value(), column);
    }
  }

  private void value(YamlNode node, int column) {
    switch (node) {
      case Mapping m when !m.entries().isEmpty() -> {
        out.append('\n');
        mapping(m, column + STEP, false);
      }
      case Sequence s when !s.items().isEmpty() -> {
        out.append('\n');
        sequence(s, column, false);
      }
      case Mapping _, Sequence _, Scalar _ -> {
        out.append(' ');
        leaf(node, column + STEP);
      }
    }
  }

  private void sequence(Sequence list, int column, boolean begun) {
    boolean begins = begun;
    for (var item : list.items()) {
      if (!begins) {
        indent(column);
      }
      begins = false;
      out.append("- ");
      begun(item, column + STEP);
    }
  }

  private void leaf(YamlNode node, int column) {
    switch (node) {
      case Mapping _ -> out.append("{}\n");
      case Sequence _ -> out.append("[]\n");
      case Scalar s when ScalarText.isBlock(s) -> block(s.text(), Math.max(column, STEP));
      case Scalar s -> {
        ScalarText.line(s, out);
        out.append('\n');
      }
    }
  }

  /** The text line by line; the marks behind the bar say how it begins and ends. */
  private void block(String text, int column) {
    out.append('|');
    if (text.charAt(0) == ' ' || text.charAt(0) == '\n') {
      out.append(STEP);
    }
    if (!text.endsWith("\n")) {
      out.append('-');
    } else if (text.length() == 1 || text.endsWith("\n\n")) {
      out.append('+');
    }
    out.append('\n');
    int start = 0;
    while (start < text.length()) {
      int found = text.indexOf('\n', start);
      int end = found < 0 ? text.length() : found;
      if (end > start) {
        indent(column);
        out.append(text, start, end);
      }
      out.append('\n');
      start = end + 1;
    }
  }

  private void indent(int column) {
    for (int i = 0; i < column; i++) {
      out.append(' ');
    }
  }
}
