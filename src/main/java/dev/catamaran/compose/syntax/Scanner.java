package dev.catamaran.compose.syntax;

import dev.catamaran.compose.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Text to tokens. Indentation becomes tokens too, and so does a key that only its colon tells to be
 * one: what may be a key is held back until that is known.
 */
final class Scanner {
  private static final int NO_INDENT = -1;
  private static final int MARK_LENGTH = "---".length();

  private final Cursor cursor;
  private final PlainText plain;
  private final QuotedText quoted;
  private final BlockText block;
  private final Names names;
  private final SimpleKeys keys;

  private final List<Token> queue = new ArrayList<>();
  private int head;
  private int taken;

  private final List<Integer> outerIndents = new ArrayList<>();
  private int indent = NO_INDENT;

  /** How many brackets are open. */
  private int flowLevel;

  private boolean keyAllowed = true;
  private boolean done;

  /** Whether nothing can come before the next token any more. */
  private boolean ready;

  Scanner(Cursor cursor) {
    this.cursor = cursor;
    plain = new PlainText(cursor);
    quoted = new QuotedText(cursor);
    block = new BlockText(cursor);
    names = new Names(cursor);
    keys = new SimpleKeys(cursor);
  }

  /** The next token's kind. */
  Kind kind() {
    return token().kind();
  }

  /** The next token, which stays. */
  Token token() {
    while (!ready && needsMore()) {
      fetch();
    }
    ready = true;
    return queue.get(head);
  }

  Token take() {
    var token = token();
    ready = false;
    taken++;
    head++;
    if (head == queue.size()) {
      queue.clear();
      head = 0;
    }
    return token;
  }

  private boolean needsMore() {
    return !done && (queue.isEmpty() || keys.oldest(flowLevel) == taken);
  }

  private void fetch() {
    skipToToken();
    keys.oldest(flowLevel);
    unwind(cursor.column());
    char c = cursor.letter();
    if (c == Letters.END) {
      end();
    } else if (cursor.column() == 0 && c == '%') {
      unwind(NO_INDENT);
      forbidKeys();
      queue.add(names.directive());
    } else if (cursor.atDocumentMark()) {
      unwind(NO_INDENT);
      forbidKeys();
      add(c == '-' ? Kind.DOCUMENT_START : Kind.DOCUMENT_END, MARK_LENGTH);
    } else {
      fetchInside(c);
    }
  }

  private void skipToToken() {
    while (true) {
      char c = cursor.letter();
      if (c == ' ' || (c == '\t' && (flowLevel > 0 || !keyAllowed))) {
        cursor.forward();
      } else if (c == '#') {
        cursor.skipToLineEnd();
      } else if (Letters.isBreak(c)) {
        cursor.lineBreak();
        keyAllowed |= flowLevel == 0;
      } else {
        return;
      }
    }
  }

  private void fetchInside(char c) {
    switch (c) {
      case '[' -> open(Kind.FLOW_SEQUENCE_START);
      case '{' -> open(Kind.FLOW_MAPPING_START);
      case ']' -> close(Kind.FLOW_SEQUENCE_END);
      case '}' -> close(Kind.FLOW_MAPPING_END);
      case ',' -> allowKeyBehind(Kind.FLOW_ENTRY);
      case '*' -> {
        mayBeKey();
        queue.add(names.anchor(Kind.ALIAS));
      }
      case '&' -> {
        mayBeKey();
        queue.add(names.anchor(Kind.ANCHOR));
      }
      case '!' -> {
        mayBeKey();
        queue.add(names.tag());
      }
      case '\'', '"' -> {
        mayBeKey();
        queue.add(quoted.read());
      }
      case '-', '?', ':' -> fetchMark(c);
      case '|', '>' -> fetchBlock();
      case '\t', '@', '`', '%' ->
          throw (c == '\t' ? Complaint.TAB : Complaint.CHARACTER).at(cursor.where());
      default -> fetchPlain();
    }
  }

  /** A mark only if a gap follows, or, for two of them, in brackets. */
  private void fetchMark(char c) {
    boolean gap = Letters.isGap(cursor.letter(1));
    if (c == '-' && gap) {
      blockEntry();
    } else if (c == '?' && (gap || flowLevel > 0)) {
      explicitKey();
    } else if (c == ':' && (gap || flowLevel > 0)) {
      value();
    } else {
      fetchPlain();
    }
  }

  private void fetchPlain() {
    mayBeKey();
    queue.add(plain.read(indent + 1, flowLevel > 0));
    keyAllowed = plain.endedItsLine();
  }

  private void fetchBlock() {
    if (flowLevel > 0) {
      throw Complaint.CHARACTER.at(cursor.where());
    }
    keys.remove(flowLevel);
    keyAllowed = true;
    queue.add(block.read(indent));
  }

  private void end() {
    unwind(NO_INDENT);
    keys.remove(flowLevel);
    keyAllowed = false;
    add(Kind.STREAM_END, 0);
    done = true;
  }

  private void forbidKeys() {
    keys.remove(flowLevel);
    keyAllowed = false;
  }

  /** What begins here may turn out to be a key; behind it no other can begin. */
  private void mayBeKey() {
    if (keyAllowed) {
      boolean required = flowLevel == 0 && indent == cursor.column();
      keys.save(flowLevel, taken + queue.size() - head, required);
    }
    keyAllowed = false;
  }

  private void open(Kind kind) {
    mayBeKey();
    flowLevel++;
    keyAllowed = true;
    add(kind, 1);
  }

  private void close(Kind kind) {
    keys.remove(flowLevel);
    flowLevel = Math.max(0, flowLevel - 1);
    keyAllowed = false;
    add(kind, 1);
  }

  private void allowKeyBehind(Kind kind) {
    keys.remove(flowLevel);
    keyAllowed = true;
    add(kind, 1);
  }

  private void blockEntry() {
    if (flowLevel == 0) {
      begin(Kind.BLOCK_SEQUENCE_START, Complaint.LIST_ITEM);
    }
    allowKeyBehind(Kind.BLOCK_ENTRY);
  }

  private void explicitKey() {
    if (flowLevel == 0) {
      begin(Kind.BLOCK_MAPPING_START, Complaint.KEY);
    }
    keys.remove(flowLevel);
    keyAllowed = flowLevel == 0;
    add(Kind.KEY, 1);
  }

  private void value() {
    var key = keys.take(flowLevel);
    if (key.isPossible()) {
      int place = head + key.number() - taken;
      int at = key.start().index();
      queue.add(place, new Token(Kind.KEY, key.start(), at));
      if (flowLevel == 0 && deepens(key.start().column())) {
        queue.add(place, new Token(Kind.BLOCK_MAPPING_START, key.start(), at));
      }
      keyAllowed = false;
    } else {
      if (flowLevel == 0) {
        begin(Kind.BLOCK_MAPPING_START, Complaint.SECOND_COLON);
      }
      keyAllowed = flowLevel == 0;
    }
    add(Kind.VALUE, 1);
  }

  /** A collection without brackets, if this column is deeper than the last. */
  private void begin(Kind collection, Complaint otherwise) {
    if (!keyAllowed) {
      throw otherwise.at(cursor.where());
    }
    if (deepens(cursor.column())) {
      add(collection, 0);
    }
  }

  private boolean deepens(int column) {
    if (indent >= column) {
      return false;
    }
    outerIndents.add(indent);
    indent = column;
    return true;
  }

  private void unwind(int column) {
    while (flowLevel == 0 && indent > column) {
      add(Kind.BLOCK_END, 0);
      indent = outerIndents.removeLast();
    }
  }

  private void add(Kind kind, int length) {
    var start = cursor.spot();
    cursor.moveTo(start.index() + length);
    queue.add(new Token(kind, start, start.index() + length));
  }
}
