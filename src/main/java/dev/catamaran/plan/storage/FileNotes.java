package dev.catamaran.plan.storage;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.compose.Service;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Verdict;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is different about secrets and configs in Windows tasks. */
final class FileNotes {
  private static final Set<String> ADMINISTRATORS =
      Set.of("containeradministrator", "administrator", "system", "nt authority\\system");
  private static final String SECRETS = "C:\\ProgramData\\Docker\\secrets";
  private static final String CONTAINERS = "moby, daemon/container/container_windows.go";
  private static final NodeFacts ANY_WINDOWS =
      new NodeFacts(
          Platform.of(Os.WINDOWS, "x86_64"), Optional.empty(), Optional.empty(), Optional.empty());

  private final Matrix matrix;
  private final Tenancy tenancy;
  private final List<Finding> findings = new ArrayList<>();

  private FileNotes(Matrix matrix, Tenancy tenancy) {
    this.matrix = matrix;
    this.tenancy = tenancy;
  }

  static List<Finding> of(Matrix matrix, Tenancy tenancy) {
    var files = tenancy.service().container().files();
    if (!tenancy.windows() || files.isEmpty()) {
      return List.of();
    }
    var notes = new FileNotes(matrix, tenancy);
    notes.readers(files);
    notes.disk(files);
    for (var kind : FileKind.values()) {
      notes.targets(kind, files.stream().filter(f -> f.kind() == kind).toList());
    }
    return notes.findings;
  }

  private void add(Finding finding, String path) {
    findings.add(finding.at(tenancy.service().places().of(path)).of(tenancy.service().name()));
  }

  /** Who does not administer the container cannot open them. */
  private void readers(List<FileUse> files) {
    var user = reader(tenancy.service());
    if (user.isEmpty()
        || !(matrix.judge(new Feature("svc.files.readable"), ANY_WINDOWS)
            instanceof Verdict.No no)) {
      return;
    }
    var path = files.getFirst().kind().word() + "s";
    add(
        Finding.warning(
                Code.FILE_READERS,
                user.get() + " cannot read the " + path + " of service " + tenancy.service().name())
            .because(no.reason(), "its tasks may run on " + tenancy.names())
            .tryThis(no.wayOut())
            .says(no.source()),
        path);
  }

  private static Optional<String> reader(Service service) {
    var written = service.container().command().user();
    if (written.isPresent()) {
      return written.filter(u -> !ADMINISTRATORS.contains(u.toLowerCase(Locale.ROOT)));
    }
    boolean nano = service.image().filter(i -> i.familiar().contains("nanoserver")).isPresent();
    return nano ? Optional.of("ContainerUser, as whom nanoserver images run,") : Optional.empty();
  }

  private void disk(List<FileUse> files) {
    if (files.stream().anyMatch(f -> f.kind() == FileKind.SECRET)
        && matrix.judge(new Feature("svc.secrets.memory"), ANY_WINDOWS) instanceof Verdict.No no) {
      add(
          Finding.info(Code.FILE_READERS, no.reason())
              .because("its tasks may run on " + tenancy.names())
              .tryThis(no.wayOut())
              .says(no.source()),
          "secrets");
    }
  }

  private void targets(FileKind kind, List<FileUse> files) {
    for (int i = 0; i < files.size(); i++) {
      var target = new WindowsPath(files.get(i).target());
      var path = kind.word() + "s[" + i + "].target";
      if (target.absolute() && !target.drive().equals("C")) {
        elsewhere(target, path);
      } else if (!target.absolute() && target.backslashes().indexOf('\\') >= 0) {
        below(kind, target, path);
      }
    }
  }

  private void elsewhere(WindowsPath target, String path) {
    add(
        Finding.warning(
                Code.FILE_TARGET,
                target.text()
                    + " is on drive "
                    + target.drive()
                    + ":, which a container has only where"
                    + " a volume is mounted there")
            .tryThis("a target on C:")
            .says(CONTAINERS),
        path);
  }

  /** What begins with a slash is meant for Linux, and lands somewhere. */
  private void below(FileKind kind, WindowsPath target, String path) {
    var base = kind == FileKind.SECRET ? SECRETS : "C:";
    var rest = target.backslashes();
    var place = base + (rest.startsWith("\\") ? "" : "\\") + rest;
    add(
        Finding.warning(
                Code.FILE_TARGET,
                target.text() + " has no drive, and in Windows tasks the file is " + place)
            .tryThis("write where it shall be: C:\\..., or " + place)
            .says(CONTAINERS),
        path);
  }
}
