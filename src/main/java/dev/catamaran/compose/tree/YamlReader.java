package dev.catamaran.compose.tree;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

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
      var events = new Parse(settings(file)).parseString(body).iterator();
      return Outcome.of(reading.apply(new Composer(file, body, events, findings)), findings);
    } catch (Composer.TooMuch bound) {
      return Outcome.refused(bound.finding());
    } catch (ReaderException character) {
      return notText(file, body, character);
    } catch (MarkedYamlEngineException syntax) {
      return Outcome.refused(SyntaxMessages.finding(file, syntax));
    } catch (YamlEngineException other) {
      return broken("the text is not YAML: " + other.getMessage(), start(file));
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

  private static LoadSettings settings(String file) {
    return LoadSettings.builder()
        .setLabel(file)
        .setUseMarks(true)
        .setParseComments(false)
        .setCodePointLimit(LONGEST_TEXT)
        .build();
  }

  private static <T> Outcome<T> notText(String file, String text, ReaderException character) {
    int c = character.getCodePoint();
    return broken(
        "the character U+%04X is not allowed in YAML".formatted(c), SourceText.find(file, text, c));
  }

  private static Where start(String file) {
    return new Where(file, 1, 1);
  }

  private static <T> Outcome<T> broken(String message, Where where) {
    return Outcome.refused(Finding.error(Code.YAML_BROKEN, message).at(where));
  }
}
