package dev.catamaran.compose;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.ServiceName;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong; a part of it may speak for one service. */
final class Faults {
  private final List<Finding> findings;
  private final Optional<ServiceName> service;

  Faults() {
    this(new ArrayList<>(), Optional.empty());
  }

  private Faults(List<Finding> findings, Optional<ServiceName> service) {
    this.findings = findings;
    this.service = service;
  }

  Faults of(ServiceName name) {
    return new Faults(findings, Optional.of(name));
  }

  void add(Finding finding) {
    findings.add(service.map(finding::of).orElse(finding));
  }

  void addAll(Collection<Finding> several) {
    several.forEach(this::add);
  }

  /** A value its key does not take. */
  void invalid(Where where, String message, String... ways) {
    add(Finding.error(Code.VALUE_INVALID, message).at(where).tryThis(ways));
  }

  List<Finding> findings() {
    return findings;
  }
}
