package dev.catamaran.cli;

import dev.catamaran.compose.Project;
import dev.catamaran.files.ProjectFiles;
import dev.catamaran.files.Request;
import dev.catamaran.finding.Outcome;
import dev.catamaran.usage.UsageFailure;
import java.util.List;

/** The project that the Compose files here would make. */
final class ProjectNames {
  private ProjectNames() {}

  static String ofHere(List<String> files, Console console) {
    var request = Request.of(files, console.environment());
    return switch (ProjectFiles.load(request)) {
      case Outcome.Accepted<Project>(var project, var _) -> project.name().text();
      case Outcome.Refused<Project> refused ->
          throw new UsageFailure(
              "no project named: give -p NAME (" + refused.findings().getFirst().message() + ")");
    };
  }
}
