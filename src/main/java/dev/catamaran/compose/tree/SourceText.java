package dev.catamaran.compose.tree;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.Where;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes to text: UTF-8, or UTF-16 as PowerShell's redirection writes it. */
final class SourceText {
  private SourceText() {}

  static Outcome<String> decode(String file, byte[] bytes) {
    var charset = charset(bytes);
    var input = ByteBuffer.wrap(bytes);
    // A text never has more characters than bytes.
    var output = CharBuffer.allocate(bytes.length);
    var result = charset.newDecoder().decode(input, output, true);
    output.flip();
    return result.isError()
        ? Outcome.refused(
            Finding.error(
                    Code.YAML_BROKEN, "the file is not " + charset.name() + " text from here on")
                .at(end(file, output))
                .tryThis("save it as UTF-8"))
        : Outcome.of(output.toString());
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static Where end(String file, CharSequence before) {
    var text = before.toString();
    int lineStart = text.lastIndexOf('\n') + 1;
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    return new Where(file, line, text.codePointCount(lineStart, text.length()) + 1);
  }
}
