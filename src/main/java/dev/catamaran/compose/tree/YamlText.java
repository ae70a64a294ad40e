package dev.catamaran.compose.tree;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Writes a tree as YAML that reads back as the same tree. */
public final class YamlText {
  private static final int NEVER_FOLD = Integer.MAX_VALUE;

  private final List<Event> events = new ArrayList<>();

  private YamlText() {}

  /** The tree as one document, ending with a line break. */
  public static String of(YamlNode root) {
    var text = new YamlText();
    text.events.add(new StreamStartEvent());
    text.events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
    text.add(root);
    text.events.add(new DocumentEndEvent(false));
    text.events.add(new StreamEndEvent());
    return new Present(DumpSettings.builder().setWidth(NEVER_FOLD).build())
        .emitToString(text.events.iterator());
  }

  private void add(YamlNode node) {
    switch (node) {
      case Mapping m -> {
        var style = m.entries().isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
        events.add(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style));
        m.entries()
            .forEach(e -> {
              events.add(scalar(e.key()));
              add(e.value());
            });
        events.add(new MappingEndEvent());
      }
      case Sequence s -> {
        var style = s.items().isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
        events.add(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style));
        s.items().forEach(this::add);
        events.add(new SequenceEndEvent());
      }
      case Scalar s -> events.add(scalar(s));
    }
  }

  private static ScalarEvent scalar(Scalar scalar) {
    var text =
        switch (scalar.kind()) {
          case NULL -> "null";
          case DATE -> Dates.written(scalar.text());
          case STRING, BOOLEAN, INTEGER, FLOAT -> scalar.asText();
        };
    boolean string = scalar.kind() == ScalarKind.STRING;
    boolean plain = !string || isPlain(text);
    var style =
        plain
            ? ScalarStyle.PLAIN
            : text.indexOf('\n') >= 0 ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
    return new ScalarEvent(
        Optional.empty(), Optional.empty(), new ImplicitTuple(plain, true), text, style);
  }

  /** Other readers know more words and numbers than ours, so what looks like one is quoted. */
  private static boolean isPlain(String text) {
    return ScalarResolver.resolve(text) == ScalarKind.STRING && !Lookalikes.found(text);
  }
}
