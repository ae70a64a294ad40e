package dev.catamaran.files;

import dev.catamaran.compose.source.Variables;
import dev.catamaran.compose.text.Dotenv;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables of {@code .env} or of the files named instead, below the process environment. */
final class EnvFiles {
  private static final String USUAL = ".env";

  private EnvFiles() {}

  /**
   * Named files are relative to where the command runs and count as the user's own words; the usual
   * one is the project's.
   */
  static Outcome<Variables> variables(Request request, Disk project, Disk here) {
    var process = request.environment();
    if (!request.envFiles().isEmpty()) {
      return read(process, request.envFiles(), here)
          .then(named -> Outcome.of(new Variables(new Variables(process, named).all(), Map.of())));
    }
    return project.has(USUAL)
        ? read(process, List.of(USUAL), project)
            .then(usual -> Outcome.of(new Variables(process, usual)))
        : Outcome.of(new Variables(process, Map.of()));
  }

  private static Outcome<Map<String, String>> read(
      Map<String, String> process, List<String> names, Disk disk) {
    var findings = new ArrayList<Finding>();
    var read = new LinkedHashMap<String, String>();
    for (var name : names) {
      var known = new LinkedHashMap<>(read);
      known.putAll(process);
      var outcome = one(name, disk, known);
      findings.addAll(outcome.findings());
      if (outcome instanceof Outcome.Accepted<Map<String, String>>(var more, var _)) {
        read.putAll(more);
      }
    }
    return Outcome.of(read, findings);
  }

  private static Outcome<Map<String, String>> one(
      String name, Disk disk, Map<String, String> known) {
    return disk.read(name)
        .map(bytes -> Dotenv.read(name, new String(bytes, StandardCharsets.UTF_8), known))
        .orElseGet(() ->
            Outcome.refused(
                Finding.error(Code.FILE_MISSING, "the env file " + name + " cannot be read")));
  }
}
