package dev.catamaran.plan;

import dev.catamaran.finding.Finding;
import dev.catamaran.model.ProjectName;
import dev.catamaran.spec.FileSpec;
import dev.catamaran.spec.NetworkSpec;
import java.util.List;

/**
 * What a project shall be on a cluster, with the reasons; or why it cannot be.
 *
 * @param services those that could be placed; one without a known platform is only among the
 *     findings
 * @param networks the project's own, external ones left out
 * @param files configs and secrets that the project brings
 * @param findings sorted by place
 */
public record Plan(
    ProjectName project,
    List<ServicePlan> services,
    List<NetworkSpec> networks,
    List<FileSpec> files,
    List<Finding> findings) {
  public Plan {
    services = List.copyOf(services);
    networks = List.copyOf(networks);
    files = List.copyOf(files);
    findings = findings.stream().distinct().sorted(Finding.BY_PLACE).toList();
  }

  /** An error stands: nothing may be changed. */
  public boolean refused() {
    return findings.stream().anyMatch(Finding::refuses);
  }
}
