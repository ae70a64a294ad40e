package dev.catamaran.compose.tree;

import dev.catamaran.compose.syntax.BrokenYaml;
import dev.catamaran.compose.syntax.Event;
import dev.catamaran.compose.syntax.Events;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  private final Events events;
  private final List<Finding> findings;
  private final Map<String, Optional<Built>> anchors = new HashMap<>();
  private final AliasBound bound = new AliasBound();

  Composer(String file, Events events, List<Finding> findings) {
    this.file = file;
    this.events = events;
    this.findings = findings;
  }

  /** The first document of the stream. */
  YamlNode document() {
    if (events.next().kind() == Event.Kind.STREAM_END) {
      return emptyDocument();
    }
    var root = build(events.next(), 0).node();
    events.next();
    var next = events.next();
    if (next.kind() == Event.Kind.DOCUMENT_START) {
      findings.add(
          Finding.warning(
                  Code.YAML_BROKEN, "only the first document is read; a second one begins here")
              .at(next.where())
              .tryThis("put it into a file of its own and name both with -f"));
    }
    return root;
  }

  /** Every document of the stream, at least one. */
  List<YamlNode> documents() {
    var documents = new ArrayList<YamlNode>();
    while (events.next().kind() != Event.Kind.STREAM_END) {
      anchors.clear();
      if (documents.size() == MOST_DOCUMENTS) {
        throw new BrokenYaml(
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
    if (event.kind() == Event.Kind.ALIAS) {
      return alias(event, depth);
    }
    bound.met();
    var anchor = event.properties().anchor();
    if (anchor.isEmpty()) {
      return node(event, depth);
    }
    // An anchor is known, but stands for nothing, until its node is complete.
    anchors.put(anchor.get(), Optional.empty());
    var built = node(event, depth);
    anchors.put(anchor.get(), Optional.of(built));
    return built;
  }

  private Built node(Event event, int depth) {
    return switch (event.kind()) {
      case PLAIN, QUOTED -> new Built(scalar(event), 1, 0);
      case SEQUENCE_START -> sequence(event, depth);
      case MAPPING_START -> mapping(event, depth);
      case ALIAS, DOCUMENT_START, DOCUMENT_END, STREAM_END, SEQUENCE_END, MAPPING_END ->
          throw new IllegalStateException("no node: " + event);
    };
  }

  private Built alias(Event event, int depth) {
    var name = event.value();
    var target = anchors.get(name);
    if (target == null) {
      throw new BrokenYaml(
          error("no anchor &" + name + " stands before this alias", event.where()));
    }
    if (target.isEmpty()) {
      throw new BrokenYaml(
          error("the alias *" + name + " stands inside its own anchor", event.where()));
    }
    var built = target.get();
    if (bound.exceededBy(built.visits())) {
      throw new BrokenYaml(
          error("the aliases up to here stand for far more than the file says", event.where())
              .because("they stand for " + bound.throughAliases() + " values")
              .tryThis("write less through aliases of aliases"));
    }
    if (depth + built.height() > DEEPEST) {
      throw tooDeep(event);
    }
    return new Built(Moved.to(built.node(), event.where()), built.visits(), built.height());
  }

  private BrokenYaml tooDeep(Event event) {
    return new BrokenYaml(error("nested more than " + DEEPEST + " levels deep", event.where()));
  }

  private Scalar scalar(Event event) {
    boolean quoted = event.kind() == Event.Kind.QUOTED;
    var tag = event.properties().tag();
    var kind =
        tag.isEmpty() || tag.get().equals("!")
            ? quoted ? ScalarKind.STRING : ScalarResolver.resolve(event.value())
            : tagged(tag.get(), event);
    return new Scalar(event.value(), kind, quoted, event.source(), ownTag(tag), event.where());
  }

  /** A tag that is not YAML's own makes a text of whatever it stands before. */
  private ScalarKind tagged(String tag, Event event) {
    var wanted = OWN_KINDS.get(tag);
    if (wanted == null) {
      return ScalarKind.STRING;
    }
    var found = ScalarResolver.resolve(event.value());
    boolean fits = found == wanted || (wanted == ScalarKind.FLOAT && found == ScalarKind.INTEGER);
    if (!fits) {
      findings.add(
          error(
              "\"" + event.value() + "\" is not " + wanted.words() + ", as its tag says",
              event.where()));
    }
    return wanted;
  }

  private static Optional<String> ownTag(Optional<String> tag) {
    return tag.filter(t -> !t.startsWith(YAML_TAGS) && !t.equals("!"));
  }

  private Built sequence(Event start, int depth) {
    var items = new ArrayList<YamlNode>();
    long visits = 1;
    int height = 0;
    for (var event = events.next();
        event.kind() != Event.Kind.SEQUENCE_END;
        event = events.next()) {
      var item = build(event, depth + 1);
      items.add(item.node());
      visits += item.visits();
      height = Math.max(height, item.height() + 1);
    }
    return new Built(
        new Sequence(items, ownTag(start.properties().tag()), start.where()), visits, height);
  }

  private Built mapping(Event start, int depth) {
    var entries = new Entries(findings);
    long visits = 1;
    int height = 0;
    for (var event = events.next(); event.kind() != Event.Kind.MAPPING_END; event = events.next()) {
      var key = build(event, depth + 1);
      var value = build(events.next(), depth + 1);
      entries.add(key.node(), value.node());
      visits += key.visits() + value.visits();
      height = Math.max(height, Math.max(key.height(), value.height()) + 1);
    }
    var mapping = new Mapping(entries.merged(), ownTag(start.properties().tag()), start.where());
    return new Built(mapping, visits, height);
  }

  private static Finding error(String message, Where where) {
    return Finding.error(Code.YAML_BROKEN, message).at(where);
  }
}
