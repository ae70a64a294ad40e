package dev.catamaran.compose.phase;

import dev.catamaran.compose.phase.KeyRow.Treatment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The table of keys as a tree, so that a walk over a file finds its row step by step. */
final class KeyTree {
  private static final String ANY = "*";
  private static final String ITEM = "[]";

  /** Every key of the Compose Specification. */
  static final KeyTree COMPOSE =
      of(
          Stream.of(TopKeys.ROWS, ServiceKeys.ROWS, ServicePartKeys.ROWS, DeployKeys.ROWS)
              .flatMap(Collection::stream)
              .toList());

  private final Map<String, KeyTree> below = new LinkedHashMap<>();
  private MergeRule merge = MergeRule.AUTO;
  private Treatment treatment = new Treatment.Handled();

  static KeyTree of(List<KeyRow> rows) {
    var root = new KeyTree();
    for (var row : rows) {
      var here = root;
      for (var step : row.path().split("\\.", -1)) {
        here = here.below.computeIfAbsent(step, _ -> new KeyTree());
      }
      here.merge = row.merge();
      here.treatment = row.treatment();
    }
    return root;
  }

  /** The row below this one; a name the table does not have gives a row without rules. */
  KeyTree key(String name) {
    var exact = below.get(name);
    return exact != null ? exact : below.getOrDefault(ANY, new KeyTree());
  }

  KeyTree item() {
    return below.getOrDefault(ITEM, new KeyTree());
  }

  /** Whether the key may stand here; extensions may stand everywhere. */
  boolean allows(String name) {
    return free() || below.containsKey(ANY) || below.containsKey(name) || name.startsWith("x-");
  }

  /** The table says nothing about what is inside. */
  boolean free() {
    return below.keySet().stream().allMatch(ITEM::equals);
  }

  Set<String> names() {
    return below.keySet();
  }

  MergeRule merge() {
    return merge;
  }

  Treatment treatment() {
    return treatment;
  }
}
