package dev.catamaran.capability;

import java.util.List;
import java.util.Optional;

/**
 * All that the matrix says of one feature.
 *
 * @param means what works where the verdict is yes, as a clause
 * @param rows the first whose condition holds decides
 */
public record FeatureRows(Feature feature, String means, List<Row> rows) {

  public FeatureRows {
    rows = List.copyOf(rows);
    for (var os : List.of("windows", "linux")) {
      if (rows.stream().noneMatch(r -> r.when().isAll(os))) {
        throw new IllegalArgumentException(feature + " has no last row os=" + os);
      }
    }
    requireReachable(rows);
  }

  /** A row behind one that always holds is a mistake in the order. */
  private static void requireReachable(List<Row> rows) {
    Optional<Row> last = Optional.empty();
    for (var row : rows) {
      if (last.isPresent()) {
        throw new IllegalArgumentException("no node reaches the row " + row.when());
      }
      last = Optional.of(row).filter(r -> r.when().isAll("windows") && r.when().isAll("linux"));
    }
  }
}
