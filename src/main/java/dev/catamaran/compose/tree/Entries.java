package dev.catamaran.compose.tree;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of one mapping while it is read: refuses duplicates, then applies merge keys. */
final class Entries {
  private static final String MERGE = "<<";

  private final Map<String, Entry> own = new LinkedHashMap<>();
  private final List<Mapping> merges = new ArrayList<>();
  private final List<Finding> findings;
  private Optional<Scalar> mergedBefore = Optional.empty();

  Entries(List<Finding> findings) {
    this.findings = findings;
  }

  void add(YamlNode key, YamlNode value) {
    if (!(key instanceof Scalar name)) {
      findings.add(error("a key must be a text, not " + key.words(), key.where()));
    } else if (name.text().equals(MERGE) && !name.quoted()) {
      mergedBefore.ifPresent(first -> second(name, first));
      mergedBefore = Optional.of(name);
      merge(value);
    } else if (name.kind() != ScalarKind.STRING) {
      findings.add(
          error("a key must be a text, and this is " + name.words(), name.where())
              .tryThis("put it in quotes"));
    } else {
      var earlier = own.putIfAbsent(name.text(), new Entry(name, value));
      if (earlier != null) {
        second(name, earlier.key());
      }
    }
  }

  private void second(Scalar name, Scalar first) {
    findings.add(
        error("the key \"" + name.text() + "\" stands here a second time", name.where())
            .because("the first is at " + first.where())
            .tryThis(
                name.text().equals(MERGE)
                    ? "write one \"<<\" with a list: <<: [*one, *other]"
                    : "remove one of the two"));
  }

  private void merge(YamlNode value) {
    switch (value) {
      case Mapping mapping -> merges.add(mapping);
      case Sequence several -> several.items().forEach(this::mergeItem);
      case Scalar other -> notMergeable(other);
    }
  }

  private void mergeItem(YamlNode item) {
    if (item instanceof Mapping mapping) {
      merges.add(mapping);
    } else {
      notMergeable(item);
    }
  }

  private void notMergeable(YamlNode value) {
    findings.add(
        error("\"<<\" takes a mapping or a list of mappings, not " + value.words(), value.where()));
  }

  /** Own keys win over merged ones, and the earlier of two merges over the later. */
  List<Entry> merged() {
    for (var mapping : merges) {
      mapping.entries().forEach(e -> own.putIfAbsent(e.name(), e));
    }
    return List.copyOf(own.values());
  }

  private static Finding error(String message, Where where) {
    return Finding.error(Code.YAML_BROKEN, message).at(where);
  }
}
