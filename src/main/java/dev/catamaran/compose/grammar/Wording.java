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
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Closest;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shapes and their violations in words for the person who wrote the file. */
final class Wording {
  private Wording() {}

  /** What would fit: {@code a string or a list}. */
  static String kinds(Shape shape) {
    return parts(shape).distinct().collect(Collectors.joining(" or "));
  }

  private static Stream<String> parts(Shape shape) {
    return switch (shape) {
      case Anything _ -> Stream.of("anything");
      case Value value -> scalar(value);
      case Items _ -> Stream.of("a list");
      case Keys _ -> Stream.of("a mapping");
      case AnyOf(var shapes) -> shapes.stream().flatMap(Wording::parts);
      case Since(var _, var inner) -> parts(inner);
    };
  }

  private static Stream<String> scalar(Value value) {
    boolean anyNumber = value.kinds().contains(ScalarKind.FLOAT);
    return Stream.of(ScalarKind.values())
        .filter(value.kinds()::contains)
        .filter(k -> !(k == ScalarKind.INTEGER && anyNumber))
        .map(k -> k == ScalarKind.BOOLEAN ? "true or false" : k.words());
  }

  /** How to write it instead. */
  static String way(YamlNode node, Shape shape) {
    boolean scalar = node instanceof Scalar s && !s.isNull();
    if (scalar && Kinds.fits(asText((Scalar) node), shape)) {
      return "put quotes around it";
    }
    if (accepts(shape, ScalarKind.BOOLEAN)) {
      return "write true or false, without quotes";
    }
    if (accepts(shape, ScalarKind.INTEGER)) {
      return "write digits only, without quotes";
    }
    if (Kinds.fits(new Sequence(List.of(), node.tag(), node.where()), shape)) {
      return "begin each item with \"- \"";
    }
    return accepts(shape, ScalarKind.STRING) ? "write one text" : "write \"key: value\" lines";
  }

  private static boolean accepts(Shape shape, ScalarKind kind) {
    return switch (shape) {
      case Value value -> value.kinds().contains(kind);
      case AnyOf(var shapes) -> shapes.stream().anyMatch(s -> accepts(s, kind));
      case Since(var _, var inner) -> accepts(inner, kind);
      case Anything _, Items _, Keys _ -> false;
    };
  }

  private static Scalar asText(Scalar scalar) {
    return new Scalar(scalar.text(), ScalarKind.STRING, true, "", scalar.tag(), scalar.where());
  }

  static String choice(String typed, List<String> words) {
    return Closest.to(typed, words)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse("choose one of them");
  }

  static String range(long lowest, long highest) {
    return highest == Long.MAX_VALUE ? "from " + lowest : "from " + lowest + " to " + highest;
  }

  static Finding unknown(Entry entry, Keys shape, Path path) {
    if (shape.others().isPresent() && shape.named().isEmpty()) {
      return Finding.error(
              Code.NAME_INVALID, "\"" + entry.name() + "\" cannot be a name in " + path.name())
          .at(entry.key().where())
          .tryThis("use letters, digits, \".\", \"_\" and \"-\" only");
    }
    var finding =
        Finding.error(Code.KEY_UNKNOWN, "unknown key \"" + entry.name() + "\" in " + path.name())
            .at(entry.key().where());
    return Closest.to(entry.name(), shape.named().keySet())
        .map(near -> finding.tryThis("did you mean \"" + near + "\"?"))
        .orElse(finding);
  }

  static Finding tooNew(String what, Version since, Version version) {
    return Finding.error(
            Code.KEY_TOO_NEW, what + " needs version " + since + "; the file says " + version)
        .tryThis("write version: \"" + since + "\" or later");
  }
}
