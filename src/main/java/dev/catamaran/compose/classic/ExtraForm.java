package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.util.Optional;

/** Whatever stands behind an {@code x-} key. */
record ExtraForm() implements Form {
  static final ExtraForm EXTRA = new ExtraForm();

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    return Optional.of(plain(node));
  }

  /** As Docker prints it: dates in full. */
  YamlNode plain(YamlNode node) {
    return switch (node) {
      case Mapping m ->
          Nodes.mapping(
              m.entries().stream().map(e -> e.with(plain(e.value()))).toList(), m.where());
      case Sequence s -> s.with(s.items().stream().map(this::plain).toList());
      case Scalar s -> s.dateInFull();
    };
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    if (earlier instanceof Mapping && later instanceof Mapping) {
      return mappings(earlier, later, faults);
    }
    if (!(later instanceof Sequence) || Nodes.isNull(earlier)) {
      return later;
    }
    if (!(earlier instanceof Sequence)) {
      faults.invalid(
          later.where(),
          "docker stack cannot lay a list over " + earlier.words() + " of an earlier file",
          "make both a list, or give one another name");
      return earlier;
    }
    return TextsForm.joined(earlier, later);
  }

  private YamlNode mappings(YamlNode earlier, YamlNode later, Faults faults) {
    var entries = Nodes.index(earlier);
    Nodes.index(later)
        .forEach((name, over) ->
            entries.merge(name, over, (a, b) -> b.with(merge(a.value(), b.value(), faults))));
    return Nodes.mapping(entries.values(), earlier.where());
  }
}
