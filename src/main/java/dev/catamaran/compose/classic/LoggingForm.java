package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import java.util.Map;
import java.util.Optional;

/** Where a container's output goes. */
record LoggingForm() implements Form {
  private static final String DRIVER = "driver";
  private static final String OPTIONS = "options";
  private static final StructForm FIELDS =
      StructForm.of(DRIVER, TextForm.TEXT, OPTIONS, PairsForm.MAPPING).kept();

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    return FIELDS.read(node, reading);
  }

  /** Options of one driver mean nothing to another. */
  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    var base = Nodes.index(earlier);
    var over = Nodes.index(later);
    var before = text(base);
    var after = text(over);
    if (!before.isEmpty() && !after.isEmpty() && !before.equals(after)) {
      return later;
    }
    if (before.isEmpty() && over.containsKey(DRIVER)) {
      Optional.ofNullable(over.get(DRIVER)).ifPresent(d -> base.put(DRIVER, d));
    }
    options(base, over, faults);
    return Nodes.mapping(base.values(), earlier.where());
  }

  /** Docker drops the later file's options where the earlier one has none at all. */
  private static void options(Map<String, Entry> base, Map<String, Entry> over, Faults faults) {
    var first = base.get(OPTIONS);
    var second = over.get(OPTIONS);
    if (second == null) {
      return;
    }
    if (first == null) {
      faults.add(
          Finding.warning(
                  Code.KEY_NOT_APPLIED,
                  "docker stack drops these options, because the earlier file has none")
              .at(second.key().where())
              .tryThis("write options: {} in the earlier file"));
    } else {
      var merged = PairsForm.MAPPING.merge(first.value(), second.value(), faults);
      base.put(OPTIONS, new Entry(first.key(), merged));
    }
  }

  private static String text(Map<String, Entry> entries) {
    var driver = entries.get(DRIVER);
    return driver == null ? "" : Nodes.textOf(driver.value()).orElse("");
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    return FIELDS.printed(node);
  }
}
