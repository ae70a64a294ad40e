package dev.catamaran.compose.syntax;

import java.util.ArrayList;
import java.util.List;

/** What may be a key without a question mark before it, one for each level of brackets. */
final class SimpleKeys {
  private static final int LONGEST = 1024;

  /**
   * A token that is a key if a colon follows.
   *
   * @param number which token of the text it is
   * @param required whether it can be nothing else, by its indentation
   */
  record SimpleKey(int number, Spot start, boolean required) {
    static final SimpleKey NONE = new SimpleKey(-1, new Spot(0, 0, 0), false);

    boolean isPossible() {
      return number >= 0;
    }
  }

  private final Cursor cursor;
  private final List<SimpleKey> byLevel = new ArrayList<>();

  SimpleKeys(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * The number of the first token that may still be a key, -1 where none may; forgets those that
   * are too long or of another line. An outer one is older than an inner one.
   */
  int oldest(int level) {
    int known = Math.min(level + 1, byLevel.size());
    for (int i = 0; i < known; i++) {
      var key = byLevel.get(i);
      if (key.isPossible()) {
        if (!isStale(key)) {
          return key.number();
        }
        remove(i);
      }
    }
    return SimpleKey.NONE.number();
  }

  private boolean isStale(SimpleKey key) {
    return key.start().line() != cursor.line() || cursor.index() - key.start().index() > LONGEST;
  }

  void save(int level, int number, boolean required) {
    while (byLevel.size() <= level) {
      byLevel.add(SimpleKey.NONE);
    }
    remove(level);
    byLevel.set(level, new SimpleKey(number, cursor.spot(), required));
  }

  /** It is no key, which is a fault where it had to be one. */
  void remove(int level) {
    var key = take(level);
    if (key.required()) {
      throw Complaint.NO_COLON.at(
          cursor.where(), "while scanning a simple key", cursor.where(key.start()));
    }
  }

  /** The key of the level, which is forgotten. */
  SimpleKey take(int level) {
    return level < byLevel.size() ? byLevel.set(level, SimpleKey.NONE) : SimpleKey.NONE;
  }
}
