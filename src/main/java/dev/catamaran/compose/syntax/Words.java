package dev.catamaran.compose.syntax;

/** Makes one string of a short word however often it stands in a text: files repeat their keys. */
final class Words {
  private static final int LONGEST = 24;
  private static final int PLACES = 512;
  private static final int FACTOR = 31;

  private final Letters letters;
  private final String[] known = new String[PLACES];

  Words(Letters letters) {
    this.letters = letters;
    java.util.Arrays.fill(known, "");
  }

  String of(int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return letters.text(from, to);
    }
    int hash = length;
    for (int i = from; i < to; i++) {
      hash = hash * FACTOR + letters.at(i);
    }
    int place = (hash ^ (hash >>> 9)) & (PLACES - 1);
    var word = known[place];
    if (word.length() != length || !isAt(from, word)) {
      word = letters.text(from, to);
      known[place] = word;
    }
    return word;
  }

  private boolean isAt(int from, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != letters.at(from + i)) {
        return false;
      }
    }
    return true;
  }
}
