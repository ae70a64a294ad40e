package dev.catamaran.compose;

import dev.catamaran.compose.text.Quantities;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads nodes as the types their keys take; what is not so becomes a finding and is left out. */
final class Values {
  private static final int MODE_BITS = 07777;

  private final Faults faults;

  Values(Faults faults) {
    this.faults = faults;
  }

  Faults faults() {
    return faults;
  }

  /** A string; numbers and booleans must be quoted to be one. */
  Optional<String> text(YamlNode node) {
    if (node instanceof Scalar s && s.kind() == ScalarKind.STRING) {
      return Optional.of(s.text());
    }
    boolean plain = node instanceof Scalar s && !s.isNull();
    return wrong(node, "a string", plain ? "put quotes around it" : "write one text");
  }

  /** A string or a number, as text. */
  Optional<String> loose(YamlNode node) {
    return node instanceof Scalar s && !s.isNull()
        ? Optional.of(s.asText())
        : wrong(node, "a string or a number", "write one value");
  }

  Optional<Boolean> flag(YamlNode node) {
    var word = node instanceof Scalar s ? s.asText().toLowerCase(Locale.ROOT) : "";
    return switch (word) {
      case "true", "yes", "on", "y" -> Optional.of(true);
      case "false", "no", "off", "n" -> Optional.of(false);
      default -> wrong(node, "true or false", "write true or false");
    };
  }

  /** A whole number from 0; digits in quotes count, since a variable gives them. */
  Optional<Integer> count(YamlNode node) {
    var digits = node instanceof Scalar s ? s.asText() : "";
    return digits.matches("\\d{1,9}")
        ? Optional.of(Integer.valueOf(digits))
        : wrong(node, "a whole number from 0", "write digits only");
  }

  /** A whole number, -1 included; digits in quotes count as well. */
  Optional<Long> whole(YamlNode node) {
    var digits = node instanceof Scalar s ? s.asText() : "";
    return digits.matches("-?\\d{1,18}")
        ? Optional.of(Long.valueOf(digits))
        : wrong(node, "a whole number", "write digits only");
  }

  /** Permission bits: a number as it is, digits in quotes in octal. */
  Optional<Integer> mode(YamlNode node) {
    if (node instanceof Scalar s) {
      var bits =
          s.asLong()
              .or(() ->
                  s.text().matches("(?:0o?)?[0-7]{1,5}")
                      ? Optional.of(Long.parseLong(s.text().replace("o", ""), 8))
                      : Optional.empty());
      if (bits.filter(n -> n >= 0 && n <= MODE_BITS).isPresent()) {
        return bits.map(Long::intValue);
      }
    }
    return wrong(node, "permission bits", "write them in octal, such as 0440");
  }

  Optional<Duration> duration(YamlNode node) {
    return text(node)
        .flatMap(t ->
            Quantities.duration(t)
                .or(() -> wrong(node, "a duration", "write a number with a unit, such as 1m30s")));
  }

  /** Bytes; the number alone is refused, as Compose does. */
  Optional<Long> bytes(YamlNode node) {
    return text(node)
        .flatMap(t ->
            Quantities.bytes(t)
                .or(() ->
                    wrong(
                        node, "an amount of memory", "write a number with a unit, such as 512M")));
  }

  /** Billionths of a CPU. */
  Optional<Long> cpus(YamlNode node) {
    return loose(node)
        .flatMap(t ->
            Quantities.nanoCpus(t)
                .or(() -> wrong(node, "a number of CPUs", "write a number, such as 0.5")));
  }

  /** A list of strings. */
  List<String> texts(YamlNode node) {
    return items(node).stream().flatMap(i -> text(i).stream()).toList();
  }

  List<YamlNode> items(YamlNode node) {
    if (node instanceof Sequence list) {
      return list.items();
    }
    wrong(node, "a list", "begin each item with \"- \"");
    return List.of();
  }

  Optional<Mapping> mapping(YamlNode node) {
    return node instanceof Mapping m
        ? Optional.of(m)
        : wrong(node, "a mapping", "write \"key: value\" lines");
  }

  /** Names with texts; a name without a value has none. */
  Map<String, Optional<String>> keyed(YamlNode node) {
    var result = new LinkedHashMap<String, Optional<String>>();
    for (var entry : mapping(node).stream().flatMap(m -> m.entries().stream()).toList()) {
      var absent = entry.value() instanceof Scalar s && s.isNull();
      if (!entry.name().equals(entry.name().strip()) || entry.name().isEmpty()) {
        faults.invalid(
            entry.key().where(),
            "\"" + entry.name() + "\" is no name: it is empty, or a blank stands around it");
      } else {
        result.put(entry.name(), absent ? Optional.empty() : loose(entry.value()));
      }
    }
    return result;
  }

  /** As {@link #keyed}, and a key without a value has the empty one. */
  Map<String, String> labels(YamlNode node) {
    var result = new LinkedHashMap<String, String>();
    keyed(node).forEach((k, v) -> result.put(k, v.orElse("")));
    return result;
  }

  /** Reports that the node is not what it must be. */
  <T> Optional<T> wrong(YamlNode node, String wanted, String way) {
    var shown = node instanceof Scalar s && !s.isNull() ? "\"" + s.text() + "\"" : node.words();
    faults.invalid(node.where(), "expected " + wanted + ", not " + shown, way);
    return Optional.empty();
  }
}
