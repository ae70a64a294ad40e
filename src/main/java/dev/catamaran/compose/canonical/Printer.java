package dev.catamaran.compose.canonical;

import dev.catamaran.compose.canonical.Form.Group;
import dev.catamaran.compose.canonical.Form.Kept;
import dev.catamaran.compose.canonical.Form.ListOf;
import dev.catamaran.compose.canonical.Form.Named;
import dev.catamaran.compose.canonical.Form.Value;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.ServiceName;
import java.util.ArrayList;
import java.util.Optional;

/** Writes a tree in the one form that Docker Compose prints; values it cannot take are told. */
final class Printer {
  private final Faults faults;
  private final ValueText values;

  private Printer(Faults faults) {
    this.faults = faults;
    this.values = new ValueText(faults);
  }

  static Mapping print(Mapping file, Faults faults) {
    return new Printer(faults).group(file, FileForm.FILE);
  }

  private YamlNode node(YamlNode node, Form form) {
    return switch (form) {
      case Value value -> values.print(node, value);
      case Kept(var inner) -> node(node, inner);
      case Group group -> node instanceof Mapping m ? group(m, group) : node;
      case ListOf(var item) ->
          node instanceof Sequence s
              ? Made.list(s.where(), s.items().stream().map(i -> node(i, item)).toList())
              : node;
      case Named named -> node instanceof Mapping m ? named(m, named) : node;
    };
  }

  private Mapping group(Mapping mapping, Group group) {
    var ranked = new ArrayList<Entry>(mapping.entries().size());
    var extensions = new ArrayList<Entry>();
    for (var entry : mapping.entries()) {
      var form = group.keys().get(entry.name());
      if (form != null) {
        printed(entry, form).ifPresent(ranked::add);
      } else if (group.extensions() && entry.name().startsWith("x-")) {
        extensions.add(entry);
      }
    }
    ranked.sort((a, b) -> Integer.compare(group.rank(a.name()), group.rank(b.name())));
    extensions.sort((a, b) -> a.name().compareTo(b.name()));
    ranked.addAll(extensions);
    return Made.like(mapping, ranked);
  }

  private Optional<Entry> printed(Entry entry, Form form) {
    if (entry.value() instanceof Scalar s && s.isNull()) {
      return Optional.empty();
    }
    var value = node(entry.value(), form);
    return isZero(value, form) ? Optional.empty() : Optional.of(entry.with(value));
  }

  private Mapping named(Mapping mapping, Named named) {
    var value = named.value();
    var entries = new ArrayList<Entry>(mapping.entries().size());
    for (var entry : mapping.entries()) {
      boolean nothing = entry.value() instanceof Scalar s && s.isNull();
      var printed =
          nothing && value == Value.TEXT
              ? Made.text("", entry.value().where())
              : nothing ? entry.value() : of(entry, named).node(entry.value(), value);
      entries.add(entry.with(printed));
    }
    entries.sort((a, b) -> a.name().compareTo(b.name()));
    return Made.like(mapping, entries);
  }

  /** What is found in a service is told in its name. */
  private Printer of(Entry entry, Named named) {
    return named.services()
        ? ServiceName.parse(entry.name()).map(n -> new Printer(faults.of(n))).orElse(this)
        : this;
  }

  /** What Docker Compose takes for not written. */
  private static boolean isZero(YamlNode node, Form form) {
    return switch (form) {
      case Kept _ -> false;
      case Value value -> isZero(node, value);
      case Group group -> group.dropsEmpty() && isEmpty(node);
      case ListOf _, Named _ -> isEmpty(node);
    };
  }

  private static boolean isZero(YamlNode node, Value value) {
    return switch (value) {
      case COMMAND, LIMITS, MODE -> false;
      case BYTES, WHOLE, COUNT, REAL, DEVICES -> isText(node, "0");
      case SPAN -> isText(node, "0s");
      case FLAG -> isText(node, "false");
      case TEXT -> isText(node, "");
      case TEXTS, PROBE, PAIRS, ENVIRONMENT, HOSTS, SSH, OPTIONS -> isEmpty(node);
    };
  }

  private static boolean isText(YamlNode node, String text) {
    return node instanceof Scalar s && s.text().equals(text);
  }

  private static boolean isEmpty(YamlNode node) {
    return switch (node) {
      case Mapping m -> m.entries().isEmpty();
      case Sequence s -> s.items().isEmpty();
      case Scalar _ -> false;
    };
  }
}
