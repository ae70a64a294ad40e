package dev.catamaran.plan;

import dev.catamaran.compose.Service;
import dev.catamaran.compose.support.Attributes;
import dev.catamaran.compose.support.Engine;
import dev.catamaran.compose.support.Support;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Os;
import dev.catamaran.plan.placement.Offer;
import dev.catamaran.plan.storage.Fault;
import dev.catamaran.plan.storage.StorageFaults;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says which attributes of a service its Windows tasks are rejected for, or do without. */
final class WindowsKeys {
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  private final Attributes table;

  private final StorageFaults faults;

  WindowsKeys(Attributes table, StorageFaults faults) {
    this.table = table;
    this.faults = faults;
  }

  List<Finding> findings(Service service, Offer offer) {
    boolean windows = offer.platforms().stream().allMatch(p -> p.os() == Os.WINDOWS);
    if (!windows) {
      return List.of();
    }
    var faulty = faults.of(service, Os.WINDOWS).stream().map(Fault::path).toList();
    return service.places().paths().stream()
        .filter(path -> faulty.stream().noneMatch(f -> within(f, path) || within(path, f)))
        .sorted(Comparator.naturalOrder())
        .flatMap(path -> finding(service, path).stream())
        .toList();
  }

  /** What is rejected as a mount is told as one, and not as an attribute once more. */
  private static boolean within(String path, String whole) {
    return path.startsWith(whole)
        && path.length() > whole.length()
        && ".[".indexOf(path.charAt(whole.length())) >= 0;
  }

  private Optional<Finding> finding(Service service, String path) {
    var row = "services.*." + INDEX.matcher(path).replaceAll(".[]");
    var attribute = table.at(row);
    return attribute
        .on(Engine.WINDOWS)
        .filter(_ -> carried(attribute))
        .flatMap(s -> finding(path, s))
        .map(f -> f.at(service.places().of(path)).of(service.name()));
  }

  /** What Swarm itself leaves out was told when the file was read. */
  private static boolean carried(Attributes attribute) {
    return attribute
        .on(Engine.SWARM)
        .map(Support::verdict)
        .filter(v -> v != Support.Verdict.YES && v != Support.Verdict.PARTLY)
        .isEmpty();
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
