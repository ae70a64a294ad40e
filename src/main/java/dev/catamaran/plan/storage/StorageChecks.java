package dev.catamaran.plan.storage;

import dev.catamaran.capability.Matrix;
import dev.catamaran.compose.FileDeclaration;
import dev.catamaran.compose.Project;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What is to be said of what the services of a project mount. */
public final class StorageChecks {
  /** An attribute of its own, which is refused for Windows as such. */
  private static final String PROPAGATION = ".bind.propagation";

  private final Matrix matrix;
  private final StorageFaults faults;

  public StorageChecks(Matrix matrix, StorageFaults faults) {
    this.matrix = matrix;
    this.faults = faults;
  }

  /** Files that no Swarm keeps, whoever uses them. */
  public static List<Finding> files(Project project) {
    return Stream.of(project.configs(), project.secrets())
        .flatMap(files -> files.values().stream())
        .flatMap((FileDeclaration f) -> FileSizes.check(f).stream())
        .toList();
  }

  /**
   * What refuses a service on every node that runs its image, where that is made for one system;
   * for several, each node's placement tells.
   */
  public List<Finding> refusals(Service service, Collection<Platform> offered) {
    var systems = offered.stream().map(Platform::os).distinct().toList();
    return systems.size() == 1
        ? faults.of(service, systems.getFirst()).stream()
            .filter(f -> !f.path().endsWith(PROPAGATION))
            .map(f -> refusal(service, f))
            .toList()
        : List.of();
  }

  private static Finding refusal(Service service, Fault fault) {
    var finding =
        Finding.error(fault.code(), fault.text())
            .at(service.places().of(fault.path()))
            .of(service.name())
            .tryThis(fault.ways());
    return fault.source().map(finding::says).orElse(finding);
  }

  /** What to look at where the service may run. */
  public List<Finding> notes(Tenancy tenancy) {
    boolean refused =
        !faults.of(tenancy.service(), tenancy.windows() ? Os.WINDOWS : Os.LINUX).isEmpty();
    return refused || tenancy.nodes().isEmpty()
        ? List.of()
        : Stream.concat(MountNotes.of(tenancy).stream(), FileNotes.of(matrix, tenancy).stream())
            .toList();
  }
}
