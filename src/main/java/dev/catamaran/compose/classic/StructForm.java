package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping with known keys.
 *
 * @param fields in the order they are printed
 * @param keeps whether an empty one is more than not written
 * @param extras whether {@code x-} keys are kept
 */
record StructForm(Map<String, Form> fields, boolean keeps, boolean extras) implements Form {
  private static final String EXTRA = "x-";

  /** Keys and their forms: key, form, key, form. */
  static StructForm of(Object... keysAndForms) {
    var fields = new LinkedHashMap<String, Form>();
    for (int i = 0; i < keysAndForms.length; i += 2) {
      fields.put((String) keysAndForms[i], (Form) keysAndForms[i + 1]);
    }
    return new StructForm(fields, false, false);
  }

  /** An empty one is printed as such. */
  StructForm kept() {
    return new StructForm(fields, true, extras);
  }

  StructForm withExtras() {
    return new StructForm(fields, keeps, true);
  }

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (!(node instanceof Mapping mapping)) {
      reading.misfit(node, "a mapping");
      return Optional.empty();
    }
    var found = new ArrayList<Entry>();
    for (var entry : mapping.entries()) {
      var name = nameOf(entry.name(), mapping);
      var field = fields.get(name);
      if (field != null && !Nodes.isNull(entry.value())) {
        var key = name.equals(entry.name()) ? entry.key() : Nodes.text(name, entry.key().where());
        field.read(entry.value(), reading).ifPresent(v -> found.add(new Entry(key, v)));
      }
      if (extras && field == null && name.startsWith(EXTRA)) {
        found.add(new Entry(entry.key(), ExtraForm.EXTRA.plain(entry.value())));
      }
    }
    return Optional.of(Nodes.mapping(found, mapping.where()));
  }

  /** Where the format lets unknown keys stand, Docker finds a known one in capitals as well. */
  private String nameOf(String written, Mapping mapping) {
    if (fields.containsKey(written)) {
      return written;
    }
    var lower = written.toLowerCase(Locale.ROOT);
    return fields.containsKey(lower) && mapping.entry(lower).isEmpty() ? lower : written;
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    var rest = Nodes.index(later);
    var merged = new ArrayList<Entry>();
    for (var entry : Nodes.index(earlier).values()) {
      var form = fields.getOrDefault(entry.name(), ExtraForm.EXTRA);
      var over = rest.remove(entry.name());
      merged.add(
          over == null
              ? new Entry(entry.key(), form.kept(entry.value()))
              : new Entry(over.key(), form.merge(entry.value(), over.value(), faults)));
    }
    merged.addAll(rest.values());
    return Nodes.mapping(merged, earlier.where());
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    var found = Nodes.index(node);
    var shown = new ArrayList<Entry>();
    fields.forEach((name, form) -> {
      var entry = found.remove(name);
      if (entry != null) {
        form.printed(entry.value()).ifPresent(v -> shown.add(new Entry(entry.key(), v)));
      }
    });
    KeyOrder.sorted(Nodes.mapping(found.values(), node.where()))
        .ifPresent(e -> shown.addAll(((Mapping) e).entries()));
    return shown.isEmpty() && !keeps
        ? Optional.empty()
        : Optional.of(Nodes.mapping(shown, node.where()));
  }
}
