package dev.catamaran.compose.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An env file as {@code docker stack} reads it: lines of {@code KEY=value}, taken as they are, with
 * quotes, comments behind values and blanks at the end.
 */
public final class EnvFileText {
  private static final int LONGEST_LINE = 64 * 1024;

  /**
   * One line.
   *
   * @param number from 1
   * @param bare whether nothing but the name stands there, so that the environment decides
   */
  public record Line(int number, String name, String value, boolean bare) {}

  private EnvFileText() {}

  /**
   * The lines that say something, in their order.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  public static List<Line> read(byte[] bytes) {
    var text = text(bytes);
    var body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var lines = new ArrayList<Line>();
    int number = 0;
    for (var raw : body.split("\n", -1)) {
      number++;
      if (raw.length() >= LONGEST_LINE) {
        throw new IllegalArgumentException("line " + number + " is longer than 64 KiB");
      }
      var line = (raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw).stripLeading();
      if (!line.isEmpty() && line.charAt(0) != '#') {
        lines.add(line(number, line));
      }
    }
    return lines;
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new IllegalArgumentException("the file is not UTF-8 text");
    }
  }

  private static Line line(int number, String line) {
    int sign = line.indexOf('=');
    var name = sign < 0 ? line : line.substring(0, sign);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("line " + number + " has no name before the \"=\"");
    }
    if (name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0) {
      throw new IllegalArgumentException(
          "line " + number + " has blanks in the name \"" + name + "\"");
    }
    return new Line(number, name, sign < 0 ? "" : line.substring(sign + 1), sign < 0);
  }
}
