package dev.catamaran.compose.specification;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Lays one file over another: mappings by key, lists one behind the other, other values by the
 * later one, and {@link MergeRule} where that is not meant.
 */
final class Overlay {
  private final Faults faults;

  Overlay(Faults faults) {
    this.faults = faults;
  }

  Mapping files(Mapping base, Mapping over) {
    return base.entries().isEmpty() ? over : mappings(base, over, MergeRule.TABLE);
  }

  /** One service over the one that it extends. */
  Mapping services(Mapping base, Mapping over) {
    return mappings(base, over, MergeRule.TABLE.at("services").at("*"));
  }

  private YamlNode nodes(Entry base, Entry over, PathTable<MergeRule> here) {
    var earlier = base.value();
    var later = over.value();
    if (here.here().isPresent()) {
      return byRule(here.here().get(), base, over, here);
    }
    if (Nodes.isNull(later)) {
      return earlier;
    }
    return switch (earlier) {
      case Mapping m when later instanceof Mapping o -> mappings(m, o, here);
      case Sequence s when later instanceof Sequence o -> behind(s, o.items());
      case Scalar _ -> later;
      case Mapping _, Sequence _ -> misfit(base, over);
    };
  }

  private Mapping mappings(Mapping base, Mapping over, PathTable<MergeRule> here) {
    var merged = Nodes.byName(base);
    for (var entry : over.entries()) {
      merged.merge(entry.name(), entry, (b, o) -> o.with(nodes(b, o, here.at(o.name()))));
    }
    return Nodes.of(base, merged.values());
  }

  private static Sequence behind(Sequence first, List<YamlNode> then) {
    var items = new ArrayList<>(first.items());
    items.addAll(then);
    return Nodes.of(first, items);
  }

  /** The later value goes on alone, so that whatever else is wrong with it is found as well. */
  private YamlNode misfit(Entry base, Entry over) {
    faults.invalid(
        over.value().where(),
        over.name()
            + " is "
            + over.value().words()
            + " here, and "
            + base.value().words()
            + " at "
            + base.value().where()
            + ", so one cannot be laid over the other",
        "write both in the same form",
        "put !override before the value, if it is to stand alone");
    return over.value();
  }

  private YamlNode byRule(MergeRule rule, Entry base, Entry over, PathTable<MergeRule> here) {
    return switch (rule) {
      case REPLACE -> over.value();
      case LISTS -> lists(base, over, false);
      case NEW_ITEMS -> lists(base, over, true);
      case BUILD ->
          keyed(base, over, ListForms.build(base.value()), ListForms.build(over.value()), here);
      case DEPENDENCIES ->
          keyed(
              base,
              over,
              ListForms.dependencies(base.value()),
              ListForms.dependencies(over.value()),
              here);
      case NAMES ->
          keyed(base, over, ListForms.names(base.value()), ListForms.names(over.value()), here);
      case LOGGING -> logging(base, over, here);
      case POOLS -> pools(base, over);
    };
  }

  private YamlNode keyed(
      Entry base,
      Entry over,
      Optional<Mapping> earlier,
      Optional<Mapping> later,
      PathTable<MergeRule> here) {
    if (Nodes.isNull(over.value())) {
      return base.value();
    }
    if (later.isEmpty() || Nodes.isNull(base.value())) {
      return over.value();
    }
    return earlier.<YamlNode>map(e -> mappings(e, later.get(), here)).orElse(over.value());
  }

  private YamlNode lists(Entry base, Entry over, boolean onlyNew) {
    var earlier = ListForms.items(base.value());
    var later = ListForms.items(over.value());
    if (earlier.isEmpty() && later.isEmpty()) {
      return over.value();
    }
    var all = new ArrayList<>(earlier.orElse(List.of()));
    var known = new HashSet<Object>();
    if (onlyNew) {
      all.forEach(i -> known.add(Sameness.of(i)));
    }
    for (var item : later.orElse(List.of())) {
      if (!onlyNew || !known.contains(Sameness.of(item))) {
        all.add(item);
      }
    }
    // Neither a list nor a mapping: it goes on as it is, for the grammar to refuse.
    boolean odd = later.isEmpty() && !Nodes.isNull(over.value());
    return odd ? over.value() : new Sequence(all, Optional.empty(), over.value().where());
  }

  private YamlNode logging(Entry base, Entry over, PathTable<MergeRule> here) {
    if (!(base.value() instanceof Mapping earlier) || !(over.value() instanceof Mapping later)) {
      return over.value();
    }
    var one = earlier.get("driver");
    var other = later.get("driver");
    boolean same =
        one.isEmpty() || other.isEmpty() || Sameness.of(one.get()).equals(Sameness.of(other.get()));
    return same ? mappings(earlier, later, here) : later;
  }

  private YamlNode pools(Entry base, Entry over) {
    if (base.value() instanceof Sequence earlier && over.value() instanceof Sequence later) {
      return new AddressPools(this::plainly).merge(earlier, later);
    }
    return misfit(base, over);
  }

  private Mapping plainly(Mapping base, Mapping over) {
    return mappings(base, over, new PathTable<>());
  }
}
