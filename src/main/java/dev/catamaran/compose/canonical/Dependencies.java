package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code depends_on}: a list of names, or what has to become of each of them. */
final class Dependencies {
  static final String STARTED = "service_started";
  private static final String CONDITION = "condition";
  private static final String REQUIRED = "required";

  private Dependencies() {}

  static YamlNode longForm(YamlNode node, Faults faults) {
    return switch (node) {
      case Mapping several -> withDefaults(several, faults);
      case Sequence names -> each(names);
      case Scalar other -> other;
    };
  }

  private static Mapping withDefaults(Mapping several, Faults faults) {
    var entries = new ArrayList<Entry>();
    for (var entry : several.entries()) {
      if (entry.value() instanceof Mapping one) {
        var where = one.where();
        var started = Made.putIfAbsent(one, CONDITION, Made.text(STARTED, where));
        entries.add(entry.with(Made.putIfAbsent(started, REQUIRED, Made.flag(true, where))));
      } else {
        faults.invalid(
            entry.value().where(),
            "the dependency on " + entry.name() + " is " + entry.value().words(),
            "write condition: " + STARTED + " below it");
      }
    }
    return Made.like(several, entries);
  }

  private static Mapping each(Sequence names) {
    var entries = new LinkedHashMap<String, Entry>();
    for (var item : names.items()) {
      if (item instanceof Scalar name) {
        entries.put(name.text(), new Entry(name, started(name.where())));
      }
    }
    return Made.mapping(names.where(), List.copyOf(entries.values()));
  }

  private static Mapping started(Where where) {
    return Made.mapping(
        where,
        Made.entry(CONDITION, Made.text(STARTED, where)),
        Made.entry(REQUIRED, Made.flag(true, where)));
  }

  /** A dependency that follows from another attribute. */
  static Mapping implied(boolean restart, Where where) {
    return Made.mapping(
        where,
        Made.entry(CONDITION, Made.text(STARTED, where)),
        Made.entry("restart", Made.flag(restart, where)),
        Made.entry(REQUIRED, Made.flag(true, where)));
  }
}
