package dev.catamaran.compose.grammar;

import dev.catamaran.compose.grammar.Shape.AnyOf;
import dev.catamaran.compose.grammar.Shape.Anything;
import dev.catamaran.compose.grammar.Shape.Items;
import dev.catamaran.compose.grammar.Shape.Keys;
import dev.catamaran.compose.grammar.Shape.Since;
import dev.catamaran.compose.grammar.Shape.Value;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.ServiceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks a file beside its grammar; what does not fit is reported and left out. */
final class ShapeCheck {
  private final Version version;
  private final Faults faults;

  ShapeCheck(Version version, Faults faults) {
    this.version = version;
    this.faults = faults;
  }

  Mapping file(Mapping file, Shape root) {
    var kept = node(file, root, Path.ROOT);
    return kept.isPresent() && kept.get() instanceof Mapping m
        ? m
        : new Mapping(List.of(), Optional.empty(), file.where());
  }

  /** The node without what does not fit; empty where it does not fit itself. */
  private Optional<YamlNode> node(YamlNode node, Shape shape, Path path) {
    return switch (shape) {
      case Anything _ -> Optional.of(node);
      case Value value -> value(node, value, path);
      case Items items -> items(node, items, path);
      case Keys keys -> mapping(node, keys, path);
      case AnyOf several -> anyOf(node, several, path);
      case Since(var since, var inner) ->
          since.compareTo(version) > 0 ? tooNew(node, since, path) : node(node, inner, path);
    };
  }

  private Optional<YamlNode> anyOf(YamlNode node, AnyOf several, Path path) {
    Optional<Shape> tooNew = Optional.empty();
    for (var shape : several.shapes()) {
      if (Kinds.fits(node, shape)) {
        if (!(shape instanceof Since(var since, var _)) || since.compareTo(version) <= 0) {
          return node(node, shape, path);
        }
        tooNew = tooNew.or(() -> Optional.of(shape));
      }
    }
    return tooNew.isPresent() ? node(node, tooNew.get(), path) : wrongKind(node, several, path);
  }

  private Optional<YamlNode> value(YamlNode node, Value shape, Path path) {
    if (!(node instanceof Scalar scalar) || !Kinds.fits(scalar, shape)) {
      return wrongKind(node, shape, path);
    }
    return switch (shape.limit()) {
      case Shape.Limit.None _ -> Optional.of(scalar);
      case Shape.Limit.Words(var words) ->
          words.contains(scalar.text())
              ? Optional.of(scalar)
              : wrong(
                  node,
                  path.name() + " is one of " + String.join(", ", words) + ", not " + shown(node),
                  Wording.choice(scalar.text(), words),
                  path);
      case Shape.Limit.Range(var lowest, var highest) ->
          Kinds.whole(scalar).filter(n -> n >= lowest && n <= highest).isPresent()
              ? Optional.of(scalar)
              : wrong(
                  node,
                  path.name()
                      + " is a number "
                      + Wording.range(lowest, highest)
                      + ", not "
                      + shown(node),
                  "write a number in this range",
                  path);
      case Shape.Limit.Matching(var pattern, var example) ->
          pattern.matcher(scalar.text()).find()
              ? Optional.of(scalar)
              : wrong(
                  node,
                  "\"" + scalar.text() + "\" cannot be the value of " + path.name(),
                  "write it like " + example,
                  path);
    };
  }

  private Optional<YamlNode> items(YamlNode node, Items shape, Path path) {
    if (!(node instanceof Sequence list)) {
      return wrongKind(node, shape, path);
    }
    var kept = new ArrayList<YamlNode>();
    Map<Object, YamlNode> seen = new HashMap<>();
    for (var item : list.items()) {
      var fitting = node(item, shape.item(), path.item());
      if (fitting.isEmpty()) {
        continue;
      }
      var earlier = shape.unique() ? seen.putIfAbsent(Sameness.of(item), item) : null;
      if (earlier == null) {
        kept.add(fitting.get());
      } else {
        add(
            Finding.error(Code.VALUE_INVALID, "the same item stands in " + path.name() + " twice")
                .at(item.where())
                .because("the first is at " + earlier.where())
                .tryThis("remove one of the two"),
            path);
      }
    }
    return Optional.of(list.with(kept));
  }

  private Optional<YamlNode> mapping(YamlNode node, Keys shape, Path path) {
    if (!(node instanceof Mapping mapping)) {
      return wrongKind(node, shape, path);
    }
    var kept = new ArrayList<Entry>();
    for (var entry : mapping.entries()) {
      entry(entry, shape, path).ifPresent(kept::add);
    }
    var missing = shape.required().stream().filter(k -> mapping.entry(k).isEmpty()).toList();
    if (!missing.isEmpty()) {
      return wrong(
          mapping,
          path.name() + " needs " + String.join(" and ", missing),
          "write " + missing.getFirst() + ":",
          path);
    }
    return Optional.of(mapping.with(kept));
  }

  private Optional<Entry> entry(Entry entry, Keys shape, Path path) {
    if (entry.key().kind() != ScalarKind.STRING) {
      add(
          Finding.error(
                  Code.VALUE_INVALID,
                  "a key must be a string, and " + entry.name() + " is " + entry.key().words())
              .at(entry.key().where())
              .tryThis("put quotes around it"),
          path);
      return Optional.empty();
    }
    var name = entry.name();
    var known = shape.named().get(name);
    var inside = path.key(name);
    if (known instanceof Since(var since, var _) && since.compareTo(version) > 0) {
      return tooNew(entry, since, path);
    }
    if (known != null) {
      return node(entry.value(), known, inside).map(entry::with);
    }
    if (shape.others().isPresent() && shape.others().get().names().matcher(name).matches()) {
      return node(entry.value(), shape.others().get().shape(), inside).map(entry::with);
    }
    if (shape.open()) {
      return Optional.of(entry);
    }
    if (name.startsWith("x-") && shape.extensions().isPresent()) {
      var since = shape.extensions().get();
      return since.compareTo(version) > 0 ? tooNew(entry, since, path) : Optional.of(entry);
    }
    add(Wording.unknown(entry, shape, path), path);
    return Optional.empty();
  }

  private Optional<Entry> tooNew(Entry entry, Version since, Path path) {
    add(Wording.tooNew("\"" + entry.name() + "\"", since, version).at(entry.key().where()), path);
    return Optional.empty();
  }

  private Optional<YamlNode> tooNew(YamlNode node, Version since, Path path) {
    add(
        Wording.tooNew(path.name() + " written as " + node.words(), since, version)
            .at(node.where()),
        path);
    return Optional.empty();
  }

  private Optional<YamlNode> wrongKind(YamlNode node, Shape shape, Path path) {
    return wrong(
        node,
        path.name() + " must be " + Wording.kinds(shape) + ", not " + shown(node),
        Wording.way(node, shape),
        path);
  }

  private Optional<YamlNode> wrong(YamlNode node, String message, String way, Path path) {
    add(Finding.error(Code.VALUE_INVALID, message).at(node.where()).tryThis(way), path);
    return Optional.empty();
  }

  private static String shown(YamlNode node) {
    return node instanceof Scalar s && !s.isNull()
        ? s.words() + ", \"" + s.text() + "\""
        : node.words();
  }

  private void add(Finding finding, Path path) {
    faults.add(path.service().flatMap(ServiceName::parse).map(finding::of).orElse(finding));
  }
}
