package dev.catamaran.compose.syntax;

import dev.catamaran.compose.syntax.Event.Properties;
import dev.catamaran.compose.syntax.Token.Kind;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The events of one YAML text, each read when it is asked for. */
public final class Events {
  /** What is read next. */
  private enum State {
    FIRST_DOCUMENT,
    DOCUMENT,
    DOCUMENT_CONTENT,
    DOCUMENT_END,
    BLOCK_NODE,
    BLOCK_ITEM,
    INDENTLESS_ITEM,
    BLOCK_KEY,
    BLOCK_VALUE,
    FIRST_FLOW_ITEM,
    FLOW_ITEM,
    PAIR_KEY,
    PAIR_VALUE,
    PAIR_END,
    FIRST_FLOW_KEY,
    FLOW_KEY,
    FLOW_VALUE,
    FLOW_VALUE_LEFT_OUT
  }

  private static final Set<Kind> DOCUMENT_BEGINS =
      EnumSet.of(Kind.TAG_DIRECTIVE, Kind.VERSION_DIRECTIVE, Kind.DOCUMENT_START);
  private static final Set<Kind> DOCUMENT_ENDS =
      EnumSet.of(
          Kind.TAG_DIRECTIVE,
          Kind.VERSION_DIRECTIVE,
          Kind.DOCUMENT_START,
          Kind.DOCUMENT_END,
          Kind.STREAM_END);
  private static final Set<Kind> ITEM_ENDS = EnumSet.of(Kind.BLOCK_ENTRY, Kind.BLOCK_END);
  private static final Set<Kind> BLOCK_VALUE_ENDS =
      EnumSet.of(Kind.KEY, Kind.VALUE, Kind.BLOCK_END);
  private static final Set<Kind> INDENTLESS_ITEM_ENDS =
      EnumSet.of(Kind.BLOCK_ENTRY, Kind.KEY, Kind.VALUE, Kind.BLOCK_END);
  private static final Set<Kind> PAIR_ENDS = EnumSet.of(Kind.FLOW_ENTRY, Kind.FLOW_SEQUENCE_END);
  private static final Set<Kind> PAIR_KEY_ENDS =
      EnumSet.of(Kind.VALUE, Kind.FLOW_ENTRY, Kind.FLOW_SEQUENCE_END);
  private static final Set<Kind> FLOW_VALUE_ENDS =
      EnumSet.of(Kind.FLOW_ENTRY, Kind.FLOW_MAPPING_END);
  private static final Set<Kind> FLOW_KEY_ENDS =
      EnumSet.of(Kind.VALUE, Kind.FLOW_ENTRY, Kind.FLOW_MAPPING_END);

  private final String file;
  private final Letters letters;
  private final Scanner scanner;
  private final Tags tags;
  private final List<State> states = new ArrayList<>();
  private final List<Spot> begun = new ArrayList<>();
  private State state = State.FIRST_DOCUMENT;

  /**
   * The text's first event is that of its first document.
   *
   * @param file how places name the text
   * @throws BrokenYaml if a character of the text is not allowed in YAML
   */
  public Events(String file, String text) {
    this.file = file;
    letters = new Letters(file, text);
    scanner = new Scanner(new Cursor(file, letters));
    tags = new Tags(file);
  }

  /**
   * The next event; not to be asked for behind the end of the stream.
   *
   * @throws BrokenYaml if the text is not YAML here
   */
  public Event next() {
    return switch (state) {
      case FIRST_DOCUMENT -> document(true);
      case DOCUMENT -> document(false);
      case DOCUMENT_CONTENT -> documentContent();
      case DOCUMENT_END -> documentEnd();
      case BLOCK_NODE -> node(true, false);
      case BLOCK_ITEM -> blockItem();
      case INDENTLESS_ITEM -> indentlessItem();
      case BLOCK_KEY -> blockKey();
      case BLOCK_VALUE -> blockValue();
      case FIRST_FLOW_ITEM -> flowItem(true);
      case FLOW_ITEM -> flowItem(false);
      case PAIR_KEY -> pairKey();
      case PAIR_VALUE -> pairValue();
      case PAIR_END -> end(Event.Kind.MAPPING_END, State.FLOW_ITEM);
      case FIRST_FLOW_KEY -> flowKey(true);
      case FLOW_KEY -> flowKey(false);
      case FLOW_VALUE -> flowValue();
      case FLOW_VALUE_LEFT_OUT -> empty(scanner.token().start(), State.FLOW_KEY);
    };
  }

  private Event document(boolean first) {
    while (!first && is(Kind.DOCUMENT_END)) {
      scanner.take();
    }
    var token = scanner.token();
    var where = where(token.start());
    if (token.kind() == Kind.STREAM_END) {
      return new Event(Event.Kind.STREAM_END, where);
    }
    if (first && !isAny(DOCUMENT_BEGINS)) {
      tags.none();
      state = State.BLOCK_NODE;
    } else {
      tags.declare(scanner);
      if (!is(Kind.DOCUMENT_START)) {
        throw Complaint.DOCUMENT_START.at(where(scanner.token().start()));
      }
      scanner.take();
      state = State.DOCUMENT_CONTENT;
    }
    states.add(State.DOCUMENT_END);
    return new Event(Event.Kind.DOCUMENT_START, where);
  }

  private Event documentContent() {
    return isAny(DOCUMENT_ENDS)
        ? empty(scanner.token().start(), states.removeLast())
        : node(true, false);
  }

  private Event documentEnd() {
    var event = new Event(Event.Kind.DOCUMENT_END, where(scanner.token().start()));
    if (is(Kind.DOCUMENT_END)) {
      scanner.take();
    }
    state = State.DOCUMENT;
    return event;
  }

  /**
   * Any node.
   *
   * @param block whether it may be a collection without brackets
   * @param indentless whether it may be a list whose dashes stand in its key's column
   */
  private Event node(boolean block, boolean indentless) {
    var first = scanner.token();
    if (first.kind() == Kind.ALIAS) {
      scanner.take();
      return new Event(Event.Kind.ALIAS, first.text(), "", Properties.NONE, goOn(first.start()));
    }
    var start = first.start();
    var properties = properties(first);
    var kind = scanner.kind();
    if (kind == Kind.BLOCK_ENTRY && indentless) {
      state = State.INDENTLESS_ITEM;
      return new Event(Event.Kind.SEQUENCE_START, "", "", properties, where(start));
    }
    if (!block && (kind == Kind.BLOCK_SEQUENCE_START || kind == Kind.BLOCK_MAPPING_START)) {
      return nothing(start, properties);
    }
    return switch (kind) {
      case PLAIN, QUOTED -> scalar(scanner.take(), start, properties);
      case FLOW_SEQUENCE_START -> list(State.FIRST_FLOW_ITEM, start, properties);
      case BLOCK_SEQUENCE_START -> list(State.BLOCK_ITEM, start, properties);
      case FLOW_MAPPING_START -> mapping(State.FIRST_FLOW_KEY, start, properties);
      case BLOCK_MAPPING_START -> mapping(State.BLOCK_KEY, start, properties);
      default -> nothing(start, properties);
    };
  }

  private Properties properties(Token first) {
    if (first.kind() != Kind.ANCHOR && first.kind() != Kind.TAG) {
      return Properties.NONE;
    }
    Optional<String> anchor = Optional.empty();
    Optional<String> tag = Optional.empty();
    while (true) {
      if (is(Kind.ANCHOR) && anchor.isEmpty()) {
        anchor = Optional.of(scanner.take().text());
      } else if (is(Kind.TAG) && tag.isEmpty()) {
        tag = Optional.of(tags.full(scanner.take(), first.start()));
      } else {
        return new Properties(anchor, tag);
      }
    }
  }

  private Event scalar(Token token, Spot start, Properties properties) {
    var kind = token.kind() == Kind.PLAIN ? Event.Kind.PLAIN : Event.Kind.QUOTED;
    var value = token.text();
    // Most values are written as they are, and one of the two is enough.
    boolean same =
        kind == Event.Kind.PLAIN
            && start.index() == token.start().index()
            && value.length() == token.end() - start.index()
            && value.indexOf('\n') < 0;
    var source = same ? value : letters.text(start.index(), token.end());
    return new Event(kind, value, source, properties, goOn(start));
  }

  /** Nothing is a value where something stands before it. */
  private Event nothing(Spot start, Properties properties) {
    if (properties.equals(Properties.NONE)) {
      throw Complaint.NO_VALUE.at(where(scanner.token().start()));
    }
    return new Event(Event.Kind.PLAIN, "", "", properties, goOn(start));
  }

  private Event list(State inside, Spot start, Properties properties) {
    return open(new Event(Event.Kind.SEQUENCE_START, "", "", properties, where(start)), inside);
  }

  private Event mapping(State inside, Spot start, Properties properties) {
    return open(new Event(Event.Kind.MAPPING_START, "", "", properties, where(start)), inside);
  }

  private Event open(Event event, State inside) {
    begun.add(scanner.take().start());
    state = inside;
    return event;
  }

  private Event blockItem() {
    if (is(Kind.BLOCK_ENTRY)) {
      var dash = scanner.take();
      return isAny(ITEM_ENDS)
          ? empty(dash.behind(), State.BLOCK_ITEM)
          : node(State.BLOCK_ITEM, true, false);
    }
    return close(Kind.BLOCK_END, Event.Kind.SEQUENCE_END, "while parsing a block collection");
  }

  private Event indentlessItem() {
    if (!is(Kind.BLOCK_ENTRY)) {
      return end(Event.Kind.SEQUENCE_END, states.removeLast());
    }
    var dash = scanner.take();
    return isAny(INDENTLESS_ITEM_ENDS)
        ? empty(dash.behind(), State.INDENTLESS_ITEM)
        : node(State.INDENTLESS_ITEM, true, false);
  }

  private Event blockKey() {
    if (is(Kind.KEY)) {
      var key = scanner.take();
      return isAny(BLOCK_VALUE_ENDS)
          ? empty(key.behind(), State.BLOCK_VALUE)
          : node(State.BLOCK_VALUE, true, true);
    }
    return close(Kind.BLOCK_END, Event.Kind.MAPPING_END, "while parsing a block mapping");
  }

  private Event blockValue() {
    if (!is(Kind.VALUE)) {
      return empty(scanner.token().start(), State.BLOCK_KEY);
    }
    var colon = scanner.take();
    return isAny(BLOCK_VALUE_ENDS)
        ? empty(colon.behind(), State.BLOCK_KEY)
        : node(State.BLOCK_KEY, true, true);
  }

  private Event flowItem(boolean first) {
    if (!is(Kind.FLOW_SEQUENCE_END)) {
      takeComma(first, "while parsing a flow sequence");
      if (is(Kind.KEY)) {
        state = State.PAIR_KEY;
        return new Event(Event.Kind.MAPPING_START, where(scanner.token().start()));
      }
      if (!is(Kind.FLOW_SEQUENCE_END)) {
        return node(State.FLOW_ITEM, false, false);
      }
    }
    return close(Kind.FLOW_SEQUENCE_END, Event.Kind.SEQUENCE_END, "");
  }

  private Event pairKey() {
    var key = scanner.take();
    return isAny(PAIR_KEY_ENDS)
        ? empty(key.behind(), State.PAIR_VALUE)
        : node(State.PAIR_VALUE, false, false);
  }

  private Event pairValue() {
    if (!is(Kind.VALUE)) {
      return empty(scanner.token().start(), State.PAIR_END);
    }
    var colon = scanner.take();
    return isAny(PAIR_ENDS)
        ? empty(colon.behind(), State.PAIR_END)
        : node(State.PAIR_END, false, false);
  }

  private Event flowKey(boolean first) {
    if (!is(Kind.FLOW_MAPPING_END)) {
      takeComma(first, "while parsing a flow mapping");
      if (is(Kind.KEY)) {
        var key = scanner.take();
        return isAny(FLOW_KEY_ENDS)
            ? empty(key.behind(), State.FLOW_VALUE)
            : node(State.FLOW_VALUE, false, false);
      }
      if (!is(Kind.FLOW_MAPPING_END)) {
        return node(State.FLOW_VALUE_LEFT_OUT, false, false);
      }
    }
    return close(Kind.FLOW_MAPPING_END, Event.Kind.MAPPING_END, "");
  }

  private Event flowValue() {
    if (!is(Kind.VALUE)) {
      return empty(scanner.token().start(), State.FLOW_KEY);
    }
    var colon = scanner.take();
    return isAny(FLOW_VALUE_ENDS)
        ? empty(colon.behind(), State.FLOW_KEY)
        : node(State.FLOW_KEY, false, false);
  }

  private void takeComma(boolean first, String doing) {
    if (first) {
      return;
    }
    if (!is(Kind.FLOW_ENTRY)) {
      throw Complaint.OPEN_BRACKETS.at(
          where(scanner.token().start()), doing, where(begun.getLast()));
    }
    scanner.take();
  }

  private Event node(State behind, boolean block, boolean indentless) {
    states.add(behind);
    return node(block, indentless);
  }

  private Event close(Kind wanted, Event.Kind kind, String doing) {
    var token = scanner.token();
    if (token.kind() != wanted) {
      throw Complaint.INDENTATION.at(where(token.start()), doing, where(begun.getLast()));
    }
    scanner.take();
    begun.removeLast();
    return new Event(kind, goOn(token.start()));
  }

  /** The end of what no token ends. */
  private Event end(Event.Kind kind, State next) {
    state = next;
    return new Event(kind, where(scanner.token().start()));
  }

  /** A value that is not written. */
  private Event empty(Spot spot, State next) {
    state = next;
    return new Event(Event.Kind.PLAIN, where(spot));
  }

  private Where goOn(Spot spot) {
    state = states.removeLast();
    return where(spot);
  }

  private Where where(Spot spot) {
    return spot.in(file);
  }

  private boolean is(Kind kind) {
    return scanner.kind() == kind;
  }

  private boolean isAny(Set<Kind> kinds) {
    return kinds.contains(scanner.kind());
  }
}
