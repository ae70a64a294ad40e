package dev.catamaran.compose.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One text, read by two readers, as lines that can be compared. */
final class EventLines {
  /** Instead of all lines: a block text begins with an emptier line, which yaml.v3 lets pass. */
  static final String TOO_STRICT = "too strict";

  private EventLines() {}

  static List<String> ours(String text) {
    var lines = new ArrayList<String>();
    try {
      var events = new Events("f", text);
      Event event;
      do {
        event = events.next();
        lines.add(line(event));
      } while (event.kind() != Event.Kind.STREAM_END);
    } catch (BrokenYaml broken) {
      lines.add("broken at " + broken.finding().where().orElseThrow());
    }
    return lines;
  }

  private static String line(Event event) {
    return "%s %s %s %s [%s]"
        .formatted(
            event.where(),
            event.kind(),
            event.properties().anchor().orElse(""),
            event.properties().tag().orElse(""),
            event.value());
  }

  static List<String> others(String text) {
    var lines = new ArrayList<String>();
    var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      for (var event : new Parse(settings).parseString(text)) {
        if (event.getEventId() != org.snakeyaml.engine.v2.events.Event.ID.StreamStart) {
          lines.add(line(event));
        }
      }
    } catch (MarkedYamlEngineException broken) {
      if (String.valueOf(broken.getMessage()).contains("leading empty lines")) {
        return List.of(TOO_STRICT);
      }
      lines.add(
          "broken at " + place(broken.getProblemMark().or(broken::getContextMark).orElseThrow()));
    } catch (YamlEngineException broken) {
      lines.add("broken");
    }
    return lines;
  }

  private static String line(org.snakeyaml.engine.v2.events.Event event) {
    return "%s %s %s %s [%s]"
        .formatted(
            place(event.getStartMark().orElseThrow()),
            kind(event),
            anchor(event),
            tag(event),
            value(event));
  }

  private static Event.Kind kind(org.snakeyaml.engine.v2.events.Event event) {
    return switch (event.getEventId()) {
      case DocumentStart -> Event.Kind.DOCUMENT_START;
      case DocumentEnd -> Event.Kind.DOCUMENT_END;
      case StreamEnd -> Event.Kind.STREAM_END;
      case SequenceStart -> Event.Kind.SEQUENCE_START;
      case SequenceEnd -> Event.Kind.SEQUENCE_END;
      case MappingStart -> Event.Kind.MAPPING_START;
      case MappingEnd -> Event.Kind.MAPPING_END;
      case Alias -> Event.Kind.ALIAS;
      case Scalar -> ((ScalarEvent) event).isPlain() ? Event.Kind.PLAIN : Event.Kind.QUOTED;
      case StreamStart, Comment -> throw new IllegalStateException("not asked for: " + event);
    };
  }

  private static String value(org.snakeyaml.engine.v2.events.Event event) {
    return switch (event) {
      case AliasEvent alias -> alias.getAlias().getValue();
      case ScalarEvent scalar -> scalar.getValue();
      default -> "";
    };
  }

  private static String anchor(org.snakeyaml.engine.v2.events.Event event) {
    return event instanceof NodeEvent node && !(event instanceof AliasEvent)
        ? node.getAnchor().map(Anchor::getValue).orElse("")
        : "";
  }

  private static String tag(org.snakeyaml.engine.v2.events.Event event) {
    Optional<String> tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent start -> start.getTag();
          default -> Optional.empty();
        };
    return tag.orElse("");
  }

  private static String place(Mark mark) {
    return "f:" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }
}
