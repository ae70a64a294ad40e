package dev.catamaran.lab;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Closest;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of one mapping of a lab file; what is wrong with them goes into one list. */
final class Keys {
  private final Mapping mapping;
  private final List<Finding> findings;

  private Keys(Mapping mapping, List<Finding> findings) {
    this.mapping = mapping;
    this.findings = findings;
  }

  /** Empty, with a finding, where the node is no mapping. */
  static Optional<Keys> of(YamlNode node, String what, List<String> known, List<Finding> findings) {
    if (!(node instanceof Mapping mapping)) {
      findings.add(invalid(what + " is a mapping, not " + node.words(), node.where()));
      return Optional.empty();
    }
    for (var entry : mapping.entries()) {
      if (!known.contains(entry.name())) {
        findings.add(unknown(entry, what, known));
      }
    }
    return Optional.of(new Keys(mapping, findings));
  }

  private static Finding unknown(Entry entry, String what, List<String> known) {
    var finding = invalid("unknown key \"" + entry.name() + "\" in " + what, entry.key().where());
    return Closest.to(entry.name(), known)
        .map(near -> finding.tryThis("did you mean \"" + near + "\"?"))
        .orElseGet(() -> finding.tryThis("known keys: " + String.join(", ", known)));
  }

  static Finding invalid(String message, Where where) {
    return Finding.error(Code.LAB_INVALID, message).at(where);
  }

  Where where() {
    return mapping.where();
  }

  Where where(String key) {
    return mapping.get(key).map(YamlNode::where).orElse(mapping.where());
  }

  boolean has(String key) {
    return mapping.get(key).isPresent();
  }

  void complain(String message, String key) {
    findings.add(invalid(message, where(key)));
  }

  void complain(String message, YamlNode at) {
    findings.add(invalid(message, at.where()));
  }

  /** The text of a scalar that says something. */
  Optional<String> text(String key) {
    return mapping.get(key).flatMap(value -> scalar(key, value));
  }

  private Optional<String> scalar(String key, YamlNode value) {
    if (value instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar.text());
    }
    findings.add(invalid("\"" + key + "\" takes a text, not " + value.words(), value.where()));
    return Optional.empty();
  }

  Optional<String> required(String key) {
    if (!has(key)) {
      findings.add(invalid("\"" + key + "\" is missing", mapping.where()));
    }
    return text(key);
  }

  /** A value read by a parser that gives nothing for what it does not take. */
  <T> Optional<T> parsed(String key, String expected, Function<String, Optional<T>> parser) {
    var text = text(key);
    var value = text.flatMap(parser);
    if (text.isPresent() && value.isEmpty()) {
      complain("\"" + text.get() + "\" is no " + expected, key);
    }
    return value;
  }

  Optional<Boolean> flag(String key) {
    return parsed(
        key,
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  List<YamlNode> list(String key) {
    var value = mapping.get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof Sequence sequence) {
      return sequence.items();
    }
    complain("\"" + key + "\" takes a list, not " + value.get().words(), key);
    return List.of();
  }

  Map<String, String> texts(String key) {
    var value = mapping.get(key);
    var texts = new LinkedHashMap<String, String>();
    if (value.isPresent() && value.get() instanceof Mapping inner) {
      for (var entry : inner.entries()) {
        scalar(entry.name(), entry.value()).ifPresent(t -> texts.put(entry.name(), t));
      }
    } else if (value.isPresent()) {
      complain("\"" + key + "\" takes a mapping, not " + value.get().words(), key);
    }
    return texts;
  }
}
