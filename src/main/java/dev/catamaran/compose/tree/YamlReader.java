package dev.catamaran.compose.tree;

import dev.catamaran.compose.syntax.BrokenYaml;
import dev.catamaran.compose.syntax.Events;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads YAML as Docker does (yaml.v3: 1.2 booleans, merge keys, octal by a leading 0), within
 * bounds: a hostile text is a finding, never an exhausted stack or heap.
 */
public final class YamlReader {
  /** Characters; the largest real Compose files have some ten thousand. */
  static final int LONGEST_TEXT = 16 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private YamlReader() {}

  /**
   * Reads the first document; an empty one is a null scalar.
   *
   * @param file how places name the text
   */
  public static Outcome<YamlNode> read(String file, String text) {
    return parse(file, text, Composer::document);
  }

  private static <T> Outcome<T> parse(String file, String text, Function<Composer, T> reading) {
    if (text.length() > LONGEST_TEXT) {
      return broken("the file is larger than " + (LONGEST_TEXT >> 20) + " MiB", start(file));
    }
    var body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    var findings = new ArrayList<Finding>();
    try {
      var composer = new Composer(file, new Events(file, body), findings);
      return Outcome.of(reading.apply(composer), findings);
    } catch (BrokenYaml broken) {
      return Outcome.refused(broken.finding());
    }
  }

  /** Reads every document of the text, at least one. */
  public static Outcome<List<YamlNode>> documents(String file, byte[] bytes) {
    return SourceText.decode(file, bytes).then(text -> parse(file, text, Composer::documents));
  }

  /** Reads bytes, which must be UTF-8, or UTF-16 with a byte order mark. */
  public static Outcome<YamlNode> read(String file, byte[] bytes) {
    return SourceText.decode(file, bytes).then(text -> read(file, text));
  }

  private static Where start(String file) {
    return new Where(file, 1, 1);
  }

  private static <T> Outcome<T> broken(String message, Where where) {
    return Outcome.refused(Finding.error(Code.YAML_BROKEN, message).at(where));
  }
}
