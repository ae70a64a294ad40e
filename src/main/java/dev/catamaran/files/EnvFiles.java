package dev.catamaran.files;

import dev.catamaran.compose.Dotenv;
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

  /** Named files are relative to where the command runs; the usual one is the project's. */
  static Outcome<Map<String, String>> environment(Request request, Disk project, Disk here) {
    if (request.envFiles().isEmpty()) {
      return project.has(USUAL)
          ? merged(request.environment(), List.of(USUAL), project)
          : Outcome.of(request.environment());
    }
    return merged(request.environment(), request.envFiles(), here);
  }

  private static Outcome<Map<String, String>> merged(
      Map<String, String> process, List<String> names, Disk disk) {
    var findings = new ArrayList<Finding>();
    var below = new LinkedHashMap<String, String>();
    for (var name : names) {
      var known = new LinkedHashMap<>(below);
      known.putAll(process);
      var outcome = one(name, disk, known);
      findings.addAll(outcome.findings());
      if (outcome instanceof Outcome.Accepted<Map<String, String>>(var read, var _)) {
        below.putAll(read);
      }
    }
    below.putAll(process);
    return Outcome.of(below, findings);
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
