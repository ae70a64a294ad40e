package dev.catamaran.compose.tree;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Outcome;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
  @Test
  void everyKeyAndValueKnowsItsPlace() {
    assertThat(Trees.print(Trees.read("a:\n  - b: 1\n    'c': {d: [x, y]}\nlast:\n")))
        .isEqualTo(
            "{a@1:1: [{b@2:5: 1@2:8, c@3:5: {d@3:11: [x@3:15, y@3:18]@3:14}@3:10}@2:5]@2:3,"
                + " last@4:1: @4:6}@1:1");
  }

  @Test
  void anAliasHasItsOwnPlaceAndItsContentKeepsTheAnchors() {
    assertThat(Trees.print(Trees.read("a: &x {k: v}\nb: *x\nc: &y text\nd: *y\n")))
        .isEqualTo(
            "{a@1:1: {k@1:8: v@1:11}@1:4, b@2:1: {k@1:8: v@1:11}@2:4, c@3:1: text@3:4,"
                + " d@4:1: text@4:4}@1:1");
  }

  @Test
  void ownKeysWinOverMergedOnesAndTheEarlierMergeOverTheLater() {
    var text =
        """
        a: &a {k: a, l: a}
        b: &b {k: b, l: b, m: b}
        own: {<<: *a, k: own}
        list: {<<: [*a, *b]}
        quoted: {"<<": text}
        """;
    var tree = Trees.read(text);
    assertThat(Trees.scalar(tree, "own", "k").text()).isEqualTo("own");
    assertThat(Trees.scalar(tree, "own", "l").text()).isEqualTo("a");
    assertThat(Trees.scalar(tree, "list", "k").text()).isEqualTo("a");
    assertThat(Trees.scalar(tree, "list", "m").text()).isEqualTo("b");
    assertThat(Trees.scalar(tree, "quoted", "<<").text()).isEqualTo("text");
  }

  @Test
  void aMergeOfSomethingElseIsRefused() {
    assertThat(Trees.complaints("a: {<<: text}"))
        .containsExactly(
            "c.yaml:1:9 error YAML-BROKEN: \"<<\" takes a mapping or a list of mappings, not a"
                + " string");
  }

  @Test
  void aSecondMergeKeyIsADuplicateToo() {
    assertThat(Trees.complaints("a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a\n"))
        .containsExactly("c.yaml:4:3 error YAML-BROKEN: the key \"<<\" stands here a second time");
  }

  @Test
  void keysAreTextsAndNothingElse() {
    assertThat(Trees.complaints("1: a\n\"2\": b\ntrue: c\n~: d\n2020-01-01: e\n"))
        .containsExactly(
            "c.yaml:1:1 error YAML-BROKEN: a key must be a text, and this is a whole number",
            "c.yaml:3:1 error YAML-BROKEN: a key must be a text, and this is a boolean",
            "c.yaml:4:1 error YAML-BROKEN: a key must be a text, and this is null",
            "c.yaml:5:1 error YAML-BROKEN: a key must be a text, and this is a date");
  }

  @Test
  void aTagThatItsValueDoesNotFitIsRefused() {
    assertThat(Trees.complaints("a: !!int x\nb: !!float 1\n"))
        .containsExactly(
            "c.yaml:1:4 error YAML-BROKEN: \"x\" is not a whole number, as its tag says");
  }

  @Test
  void thousandsMayShareOneAnchor() {
    var text = new StringBuilder("x: &x {a: 1, b: {c: [1, 2, 3, 4]}, d: 5}\nservices:\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("  s").append(i).append(": {<<: *x, image: i}\n");
    }
    assertThat(Trees.complaints(text.toString())).isEmpty();
  }

  @Test
  void aDuplicateKeyNamesBothPlaces() {
    var findings = YamlReader.read("c.yaml", "a: 1\nb: 2\na: 3\n").findings();
    assertThat(findings)
        .singleElement()
        .satisfies(f -> {
          assertThat(Trees.line(f))
              .isEqualTo("c.yaml:3:1 error YAML-BROKEN: the key \"a\" stands here a second time");
          assertThat(f.reasons()).containsExactly("the first is at c.yaml:1:1");
        });
  }

  @Test
  void composeTagsStayOnTheNode() {
    assertThat(Trees.print(Trees.read("a: !reset null\nb: !override [x]\nc: !reset {}\n")))
        .isEqualTo(
            "{a@1:1: !reset null@1:4, b@2:1: !override [x@2:15]@2:4, c@3:1: !reset {}@3:4}@1:1");
  }

  @Test
  void theFirstOfSeveralDocumentsIsReadWithAWarning() {
    var outcome = YamlReader.read("c.yaml", "a: 1\n---\na: 2\n");
    assertThat(outcome.findings().stream().map(Trees::line))
        .containsExactly(
            "c.yaml:2:1 warning YAML-BROKEN: only the first document is read; a second one begins"
                + " here");
    assertThat(((Outcome.Accepted<YamlNode>) outcome).value())
        .satisfies(t -> assertThat(Trees.scalar(t, "a").text()).isEqualTo("1"));
  }

  @Test
  void anEmptyTextIsNull() {
    assertThat(Trees.scalar(Trees.read("")).isNull()).isTrue();
    assertThat(Trees.scalar(Trees.read("# only a comment\n")).isNull()).isTrue();
  }

  @Test
  void byteOrderMarkAndWindowsLineEndsDoNotMovePlaces() {
    var text = "\uFEFFa: 1\r\nb:\r\n  c: 2\r\n";
    assertThat(Trees.print(Trees.read(text)))
        .isEqualTo("{a@1:1: 1@1:4, b@2:1: {c@3:3: 2@3:6}@3:3}@1:1");
  }

  @Test
  void charactersBeyondTheBasicPlaneCountAsOne() {
    assertThat(Trees.scalar(Trees.read("'🚢': '$x'"), "🚢").placeOf('$', 0).column()).isEqualTo(7);
  }

  @Test
  void utf16FromPowerShellIsRead() {
    var outcome = YamlReader.read("c.yaml", "\uFEFFa: ü\r\n".getBytes(UTF_16LE));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void bytesThatAreNoUtf8AreRefusedAtTheirPlace() {
    var bytes = "a: 1\nbü: x".getBytes(UTF_8);
    bytes[6] = (byte) 0xFF;
    assertThat(YamlReader.read("c.yaml", bytes).findings().stream().map(Trees::line))
        .containsExactly("c.yaml:2:2 error YAML-BROKEN: the file is not UTF-8 text from here on");
  }

  @Test
  void controlCharactersAreRefusedAtTheirPlace() {
    assertThat(Trees.complaints("a: 1\nb: x\u0007\n"))
        .containsExactly(
            "c.yaml:2:5 error YAML-BROKEN: the character U+0007 is not allowed in YAML");
  }

  @Test
  void syntaxErrorsAreOneFindingInPlainWords() {
    assertThat(Trees.complaints("a:\n\t- b\n"))
        .containsExactly(
            "c.yaml:2:1 error YAML-BROKEN: broken YAML: a tab stands where YAML wants spaces");
    assertThat(Trees.complaints("a: b: c\n"))
        .containsExactly(
            "c.yaml:1:5 error YAML-BROKEN: broken YAML: a second \": \" in one line, or a line that"
                + " is indented too far");
    assertThat(Trees.complaints("a: 'x\n"))
        .containsExactly(
            "c.yaml:2:1 error YAML-BROKEN: broken YAML: a quoted text that begins above is never"
                + " closed");
    assertThat(Trees.complaints("a: [x, y\nb: 1\n"))
        .containsExactly(
            "c.yaml:2:2 error YAML-BROKEN: broken YAML: a list or mapping in brackets is not"
                + " closed, or lacks a comma");
    assertThat(Trees.complaints("a: \"C:\\web\"\n"))
        .containsExactly(
            "c.yaml:1:8 error YAML-BROKEN: broken YAML: an escape that YAML does not know, in a"
                + " double-quoted text");
    assertThat(Trees.complaints("a:\n  b: 1\n c: 2\n"))
        .containsExactly(
            "c.yaml:3:2 error YAML-BROKEN: broken YAML: the indentation does not fit the lines"
                + " above");
    assertThat(Trees.complaints("a: *none\n"))
        .containsExactly("c.yaml:1:4 error YAML-BROKEN: no anchor &none stands before this alias");
    assertThat(Trees.complaints("? [a]\n: 1\n"))
        .containsExactly("c.yaml:1:3 error YAML-BROKEN: a key must be a text, not a list");
  }

  @Test
  void deepNestingIsAFinding() {
    assertThat(Trees.complaints("[".repeat(100_000)))
        .containsExactly("c.yaml:1:102 error YAML-BROKEN: nested more than 100 levels deep");
  }

  @Test
  void deepNestingThroughAliasesIsAFinding() {
    var text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 200; i++) {
      text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertThat(Trees.complaints(text.toString()))
        .singleElement()
        .asString()
        .endsWith("nested more than 100 levels deep");
  }

  @Test
  void anAliasBombIsAFinding() {
    var text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 10; i++) {
      text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
    }
    assertThat(Trees.complaints(text.toString()))
        .singleElement()
        .asString()
        .endsWith("the aliases up to here stand for far more than the file says");
  }

  @Test
  void anAliasInsideItsOwnAnchorIsRefused() {
    assertThat(Trees.complaints("a: &a [*a]\n"))
        .containsExactly("c.yaml:1:8 error YAML-BROKEN: the alias *a stands inside its own anchor");
  }

  @Test
  void aTextBeyondAllMeasureIsRefused() {
    assertThat(Trees.complaints("a".repeat(YamlReader.LONGEST_TEXT + 1)))
        .containsExactly("c.yaml:1:1 error YAML-BROKEN: the file is larger than 16 MiB");
  }

  @Test
  void aCharacterIsFoundInPlainQuotedAndBlockScalars() {
    var tree = Trees.read("a: x$1\nb: 'y $2'\nc: |\n  one\n  two $3\nd: \"\\x24 $\"\n");
    assertThat(Trees.scalar(tree, "a").placeOf('$', 0)).hasToString("c.yaml:1:5");
    assertThat(Trees.scalar(tree, "b").placeOf('$', 0)).hasToString("c.yaml:2:7");
    assertThat(Trees.scalar(tree, "c").placeOf('$', 0)).hasToString("c.yaml:5:7");
    assertThat(Trees.scalar(tree, "d").placeOf('$', 1)).hasToString("c.yaml:6:4");
  }

  @Test
  void unknownKeysAreReportedWithTheNearestKnownOne() {
    var mapping = (YamlNode.Mapping) Trees.read("imagee: x\nzzz: y\nports: []\n");
    assertThat(mapping.unknownKeys(Set.of("image", "ports"), "in the service"))
        .satisfiesExactly(
            f -> {
              assertThat(Trees.line(f))
                  .isEqualTo("c.yaml:1:1 error KEY-UNKNOWN: unknown key \"imagee\" in the service");
              assertThat(f.ways()).containsExactly("did you mean \"image\"?");
            },
            f -> assertThat(f.ways()).isEmpty());
  }
}
