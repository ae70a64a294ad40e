package dev.catamaran.finding;

import dev.catamaran.model.ServiceName;
import dev.catamaran.model.Where;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what is wrong, each thing once; a part of it may speak for one service. */
public final class Faults {
  private final Set<Finding> findings;
  private final Optional<ServiceName> service;
  private final Set<Where> refused;

  public Faults() {
    this(new LinkedHashSet<>(), Optional.empty(), Set.of());
  }

  private Faults(Set<Finding> findings, Optional<ServiceName> service, Set<Where> refused) {
    this.findings = findings;
    this.service = service;
    this.refused = refused;
  }

  public Faults of(ServiceName name) {
    return new Faults(findings, Optional.of(name), refused);
  }

  /** For a later step: where something is refused already, it has nothing to add. */
  public Faults later() {
    var places =
        findings.stream()
            .filter(Finding::refuses)
            .flatMap(f -> f.where().stream())
            .collect(Collectors.toUnmodifiableSet());
    return new Faults(findings, service, places);
  }

  public void add(Finding finding) {
    if (finding.where().filter(refused::contains).isEmpty()) {
      findings.add(service.map(finding::of).orElse(finding));
    }
  }

  public void addAll(Collection<Finding> several) {
    several.forEach(this::add);
  }

  /** A value its key does not take. */
  public void invalid(Where where, String message, String... ways) {
    add(Finding.error(Code.VALUE_INVALID, message).at(where).tryThis(ways));
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
