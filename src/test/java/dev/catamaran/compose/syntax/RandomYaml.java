package dev.catamaran.compose.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small YAML texts, sound and broken, the same for the same seed. */
final class RandomYaml {
  private static final List<String> PIECES =
      List.of(
          "services:\n  web:\n    image: nginx\n    ports:\n      - \"80:80\"\n      - 443:443\n",
          "x: &a\n  k: v\n  l: [1, 2, {b: c}]\ny:\n  <<: *a\n",
          "list:\n- a\n- b: c\n  d: e\n-\n  - f\n- - g\n  - h\n",
          "text: |\n  one\n   two\n\n  three\nnext: >-\n  folded\n  line\n\n    more\n  end\n",
          "keep: |+\n  a\n\n\nstrip: >1-\n b\n c\n",
          "q: 'it''s'\nd: \"a\\n\\x41\\u00e9 \\\n  b\n\n  c\"\ns: 'one\n  two'\n",
          "# comment\na: b # more\n#last\nc: d#e\n",
          "plain: one\n  two\n\n  three\nurl: http://a:80/#x\n",
          "? complex\n: value\n? - a\n  - b\n: - c\n",
          "flow: {a: 1, b: [x, y], \"c\": d, e}\n",
          "t: !!str 1\nu: !reset null\nv: !override\n  - w\nz: ! x\n",
          "%YAML 1.2\n%TAG !e! tag:e,1:\n---\na: !e!b c\n...\n---\nd\n",
          "--- a\n--- |\n b\n---\n- c\n...\n",
          "a: &x b\nc: *x\n*x : d\n&y e: f\n",
          "empty:\nnull: ~\ntilde: ~\n'': \"\"\n",
          "- [a, [b, [c]], {d: {e: f}}]\n- {}\n- []\n",
          "a: [one\n  two,\n  three: four,\n  five]\n",
          "ü: 'ñ \uD83D\uDEA2 x'\n\uD83D\uDEA2: y\n",
          "windows: C:\\app\r\nnext: line\r\n",
          "0: -1\n- : x\n");

  private static final String SIGNS = "ab:-?[]{}&*!|>'\"#%, \n\n  01\\.@`~=<+";

  private final Random random;

  RandomYaml(long seed) {
    random = new Random(seed);
  }

  String next() {
    var text = new StringBuilder(piece());
    while (random.nextInt(3) == 0) {
      text.append(piece());
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      change(text);
    }
    // What was cut in the middle of a character or of a line's end is no text any more.
    return text.toString().replaceAll("[\\x{D800}-\\x{DFFF}]|\r(?!\n)", "") + "\n";
  }

  private String piece() {
    var piece = PIECES.get(random.nextInt(PIECES.size()));
    return random.nextInt(4) == 0 ? piece.indent(1 + random.nextInt(3)) : piece;
  }

  private void change(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(5)) {
      case 0 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
      case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
      case 2 -> text.insert(at, piece());
      case 3 -> moveLine(text);
      default -> text.setLength(random.nextInt(4) == 0 ? at : text.length());
    }
  }

  private void moveLine(StringBuilder text) {
    var lines = new ArrayList<>(text.toString().lines().toList());
    if (lines.size() < 2) {
      return;
    }
    var line = lines.remove(random.nextInt(lines.size()));
    var moved = random.nextBoolean() ? line : " ".repeat(random.nextInt(5)) + line.strip();
    lines.add(random.nextInt(lines.size() + 1), moved);
    text.setLength(0);
    lines.forEach(l -> text.append(l).append('\n'));
  }
}
