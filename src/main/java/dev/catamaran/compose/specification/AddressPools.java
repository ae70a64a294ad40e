package dev.catamaran.compose.specification;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The address pools of a network: one with a known subnet is laid over it, others are added. */
final class AddressPools {
  private final BinaryOperator<Mapping> overlay;
  private final Map<Object, YamlNode> bySubnet = new LinkedHashMap<>();

  AddressPools(BinaryOperator<Mapping> overlay) {
    this.overlay = overlay;
  }

  Sequence merge(Sequence base, Sequence over) {
    for (var original : pools(base)) {
      var pool = original;
      for (var later : pools(over)) {
        if (!subnet(later).equals(subnet(pool)) && !bySubnet.containsKey(subnet(later))) {
          bySubnet.put(subnet(later), later);
          continue;
        }
        pool = overlay.apply(pool, later);
        bySubnet.put(subnet(pool), pool);
      }
    }
    return new Sequence(new ArrayList<>(bySubnet.values()), Optional.empty(), over.where());
  }

  private static List<Mapping> pools(Sequence list) {
    return list.items().stream().filter(i -> i instanceof Mapping).map(i -> (Mapping) i).toList();
  }

  private static Object subnet(Mapping pool) {
    return pool.get("subnet").map(Sameness::of).orElse("");
  }
}
