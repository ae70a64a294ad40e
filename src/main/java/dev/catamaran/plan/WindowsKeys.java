package dev.catamaran.plan;

import dev.catamaran.compose.Service;
import dev.catamaran.compose.support.Attributes;
import dev.catamaran.compose.support.Engine;
import dev.catamaran.compose.support.Support;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Os;
import dev.catamaran.plan.placement.Offer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says which attributes of a service its Windows tasks are rejected for, or do without. */
final class WindowsKeys {
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  private final Attributes table;

  WindowsKeys(Attributes table) {
    this.table = table;
  }

  List<Finding> findings(Service service, Offer offer) {
    boolean windows = offer.platforms().stream().allMatch(p -> p.os() == Os.WINDOWS);
    return windows
        ? service.places().paths().stream()
            .sorted(Comparator.naturalOrder())
            .flatMap(path -> finding(service, path).stream())
            .toList()
        : List.of();
  }

  private Optional<Finding> finding(Service service, String path) {
    var row = "services.*." + INDEX.matcher(path).replaceAll(".[]");
    return table
        .at(row)
        .on(Engine.WINDOWS)
        .flatMap(s -> finding(path, s))
        .map(f -> f.at(service.places().of(path)).of(service.name()));
  }

  private static Optional<Finding> finding(String path, Support support) {
    var message = path + " on Windows: " + support.why();
    var finding =
        switch (support.verdict()) {
          case YES, PARTLY, NOTED -> Optional.<Finding>empty();
          case IGNORED -> Optional.of(Finding.warning(Code.KEY_ON_WINDOWS, message));
          case REFUSED -> Optional.of(Finding.error(Code.KEY_ON_WINDOWS, message));
        };
    return finding
        .map(f -> f.tryThis(support.ways()))
        .map(f -> support.source().map(f::says).orElse(f));
  }
}
