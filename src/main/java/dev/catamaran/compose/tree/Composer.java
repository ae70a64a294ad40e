package dev.catamaran.compose.tree;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds the tree from the parser's events: anchors, aliases, merge keys, duplicate keys. Aliases
 * share what they stand for, so the bounds count what a walk over the tree would meet.
 */
final class Composer {
  /** Levels of nesting, aliases followed. */
  static final int DEEPEST = 100;

  /** Documents in one text; whoever lays them over one another works for each of them. */
  static final int MOST_DOCUMENTS = 1_000;

  private static final String YAML_TAGS = "tag:yaml.org,2002:";
  private static final Map<String, ScalarKind> OWN_KINDS =
      Map.of(
          YAML_TAGS + "int", ScalarKind.INTEGER,
          YAML_TAGS + "float", ScalarKind.FLOAT,
          YAML_TAGS + "bool", ScalarKind.BOOLEAN,
          YAML_TAGS + "null", ScalarKind.NULL,
          YAML_TAGS + "timestamp", ScalarKind.DATE);

  /** A node, how many nodes a walk over it meets, and how deep it goes. */
  private record Built(YamlNode node, long visits, int height) {}

  private final String file;
  private final Sources sources;
  private final Iterator<Event> events;
  private final List<Finding> findings;
  private final Map<String, Optional<Built>> anchors = new HashMap<>();
  private final AliasBound bound = new AliasBound();

  Composer(String file, String text, Iterator<Event> events, List<Finding> findings) {
    this.file = file;
    this.sources = new Sources(text);
    this.events = events;
    this.findings = findings;
  }

  /** The first document of the stream. */
  YamlNode document() {
    events.next();
    var first = events.next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      return emptyDocument();
    }
    var root = build(events.next(), 0).node();
    events.next();
    var next = events.next();
    if (next.getEventId() == Event.ID.DocumentStart) {
      findings.add(
          Finding.warning(
                  Code.YAML_BROKEN, "only the first document is read; a second one begins here")
              .at(where(next))
              .tryThis("put it into a file of its own and name both with -f"));
    }
    return root;
  }

  /** Every document of the stream, at least one. */
  List<YamlNode> documents() {
    events.next();
    var documents = new ArrayList<YamlNode>();
    while (events.next().getEventId() != Event.ID.StreamEnd) {
      anchors.clear();
      if (documents.size() == MOST_DOCUMENTS) {
        throw new TooMuch(
            Finding.error(
                    Code.YAML_BROKEN, "more than " + MOST_DOCUMENTS + " documents in one file")
                .at(documents.getLast().where())
                .tryThis("lay them over one another in fewer documents"));
      }
      documents.add(build(events.next(), 0).node());
      events.next();
    }
    return documents.isEmpty() ? List.of(emptyDocument()) : List.copyOf(documents);
  }

  private YamlNode emptyDocument() {
    return new Scalar("", ScalarKind.NULL, false, "", Optional.empty(), new Where(file, 1, 1));
  }

  private Built build(Event event, int depth) {
    if (depth > DEEPEST) {
      throw tooDeep(event);
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    bound.met();
    var anchor = ((NodeEvent) event).getAnchor();
    if (anchor.isEmpty()) {
      return node(event, depth);
    }
    // An anchor is known, but stands for nothing, until its node is complete.
    var name = anchor.get().getValue();
    anchors.put(name, Optional.empty());
    var built = node(event, depth);
    anchors.put(name, Optional.of(built));
    return built;
  }

  private Built node(Event event, int depth) {
    return switch (event.getEventId()) {
      case Scalar -> new Built(scalar((ScalarEvent) event), 1, 0);
      case SequenceStart -> sequence((SequenceStartEvent) event, depth);
      case MappingStart -> mapping((MappingStartEvent) event, depth);
      default -> throw new IllegalStateException("no node: " + event);
    };
  }

  private Built alias(AliasEvent event, int depth) {
    var name = event.getAlias().getValue();
    var target = anchors.get(name);
    if (target == null) {
      throw new TooMuch(error("no anchor &" + name + " stands before this alias", where(event)));
    }
    if (target.isEmpty()) {
      throw new TooMuch(
          error("the alias *" + name + " stands inside its own anchor", where(event)));
    }
    var built = target.get();
    if (bound.exceededBy(built.visits())) {
      throw new TooMuch(
          error("the aliases up to here stand for far more than the file says", where(event))
              .because("they stand for " + bound.throughAliases() + " values")
              .tryThis("write less through aliases of aliases"));
    }
    if (depth + built.height() > DEEPEST) {
      throw tooDeep(event);
    }
    return new Built(Moved.to(built.node(), where(event)), built.visits(), built.height());
  }

  private TooMuch tooDeep(Event event) {
    return new TooMuch(error("nested more than " + DEEPEST + " levels deep", where(event)));
  }

  private Scalar scalar(ScalarEvent event) {
    var tag = event.getTag();
    var kind =
        tag.isEmpty() || tag.get().equals("!")
            ? event.isPlain() ? ScalarResolver.resolve(event.getValue()) : ScalarKind.STRING
            : tagged(tag.get(), event);
    return new Scalar(
        event.getValue(),
        kind,
        !event.isPlain(),
        sources.of(event, mark(event)),
        ownTag(tag),
        where(event));
  }

  /** A tag that is not YAML's own makes a text of whatever it stands before. */
  private ScalarKind tagged(String tag, ScalarEvent event) {
    var wanted = OWN_KINDS.get(tag);
    if (wanted == null) {
      return ScalarKind.STRING;
    }
    var found = ScalarResolver.resolve(event.getValue());
    boolean fits = found == wanted || (wanted == ScalarKind.FLOAT && found == ScalarKind.INTEGER);
    if (!fits) {
      findings.add(
          error(
              "\"" + event.getValue() + "\" is not " + wanted.words() + ", as its tag says",
              where(event)));
    }
    return wanted;
  }

  private static Optional<String> ownTag(Optional<String> tag) {
    return tag.filter(t -> !t.startsWith(YAML_TAGS) && !t.equals("!"));
  }

  private Built sequence(CollectionStartEvent start, int depth) {
    var items = new ArrayList<YamlNode>();
    long visits = 1;
    int height = 0;
    for (var event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      var item = build(event, depth + 1);
      items.add(item.node());
      visits += item.visits();
      height = Math.max(height, item.height() + 1);
    }
    return new Built(new Sequence(items, ownTag(start.getTag()), where(start)), visits, height);
  }

  private Built mapping(CollectionStartEvent start, int depth) {
    var entries = new Entries(findings);
    long visits = 1;
    int height = 0;
    for (var event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      var key = build(event, depth + 1);
      var value = build(events.next(), depth + 1);
      entries.add(key.node(), value.node());
      visits += key.visits() + value.visits();
      height = Math.max(height, Math.max(key.height(), value.height()) + 1);
    }
    var mapping = new Mapping(entries.merged(), ownTag(start.getTag()), where(start));
    return new Built(mapping, visits, height);
  }

  private Where where(Event event) {
    return SyntaxMessages.where(file, mark(event));
  }

  private static Mark mark(Event event) {
    return event.getStartMark().orElseThrow();
  }

  private static Finding error(String message, Where where) {
    return Finding.error(Code.YAML_BROKEN, message).at(where);
  }

  /** Ends the reading at once: beyond here there is no tree to speak of. */
  static final class TooMuch extends RuntimeException {
    private final transient Finding finding;

    TooMuch(Finding finding) {
      super(finding.message());
      this.finding = finding;
    }

    Finding finding() {
      return finding;
    }
  }
}
