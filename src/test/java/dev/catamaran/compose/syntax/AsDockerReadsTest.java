package dev.catamaran.compose.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points in which other readers differ; {@code docker stack config} gave each of these answers. */
class AsDockerReadsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          {a:}                     ~ a:/
          {a:,b}                   ~ a://b/
          [a:[b]]                  ~ 1:4 broken YAML: a list or mapping in brackets
          [b?c]                    ~ 1:3 broken YAML: a list or mapping in brackets
          [?x]                     ~ x/
          [ -, b]                  ~ -/b
          [-]                      ~ -
          {"a":b}                  ~ a/b
          [!foo, b]                ~ b
          {b: !!str}               ~ 1:10 broken YAML: a tag that cannot be read
          "\\' x"                  ~ ' x
          "x\\/y"                  ~ 1:4 broken YAML: an escape that YAML does not know
          "\\ud800"                ~ 1:4 broken YAML: an escape that YAML does not know
          &ä b                     ~ 1:2 broken YAML: an anchor's name
          &b.c d                   ~ 1:3 broken YAML: an anchor's name
          a:\\tb                   ~ a/b
          [a,\\tb]                 ~ a/b
          -\\tb                    ~ 1:2 broken YAML: a tab stands
          a: b\\n\\tc              ~ 2:1 broken YAML: a tab stands
          a: b\\n\\t# c            ~ 2:1 broken YAML: a tab stands
          a: |\\n\\tb              ~ 2:1 broken YAML: a tab stands
          |#c\\n b                 ~ b
          |\\n b                   ~ b
          |\\n b\\n                ~ b\\n
          |+\\n b\\n\\n            ~ b\\n\\n
          >\\n   \\n b\\n          ~ 3:2 broken YAML: a document begins with ---
          %YAML 1.1\\n--- a        ~ a
          %YAML 1.3\\n--- a        ~ 1:10 broken YAML: a version of YAML
          %FOO bar\\n--- a         ~ 1:5 broken YAML: a directive that YAML does not know
          "a\\n--- b"              ~ 2:1 broken YAML: a document ends inside a quoted text
          a: !x!y b                ~ 1:4 broken YAML: a tag whose beginning
          ? a\\n"b"                ~ 3:1 broken YAML: a key without a ":" behind it
          a: b: c                  ~ 1:5 broken YAML: a second ": "
          a: - b                   ~ 1:4 broken YAML: a list item cannot begin here
          """)
  void scalars(String text, String expected) {
    var values =
        values(
            text.replace("\\\\", "\u0001")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace('\u0001', '\\'));
    assertThat(values).startsWith(expected.replace("\\n", "\n"));
  }

  private static String values(String text) {
    var values = new ArrayList<String>();
    try {
      var events = new Events("f", text + (text.startsWith("|") ? "" : "\n"));
      Event event;
      do {
        event = events.next();
        if (event.kind() == Event.Kind.PLAIN || event.kind() == Event.Kind.QUOTED) {
          values.add(event.value());
        }
      } while (event.kind() != Event.Kind.STREAM_END);
    } catch (BrokenYaml broken) {
      var where = broken.finding().where().orElseThrow();
      return where.line() + ":" + where.column() + " " + broken.finding().message();
    }
    return String.join("/", values);
  }
}
