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
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The variables of {@code .env} or of the files named instead, below the process environment. */
final class EnvFiles {
  private static final String USUAL = ".env";
  private static final Set<String> TRUE = Set.of("1", "t", "true");

  private EnvFiles() {}

  /**
   * Named files are relative to where the command runs and count as the user's own words; the usual
   * one is the project's.
   */
  static Outcome<Variables> variables(Request request, Disk project, Disk here) {
    var process = request.environment();
    var files = named(request);
    if (!files.isEmpty()) {
      return read(process, files, here)
          .then(named -> Outcome.of(new Variables(new Variables(process, named).all(), Map.of())));
    }
    return project.has(USUAL) && !disabled(process)
        ? read(process, List.of(USUAL), project)
            .then(usual -> Outcome.of(new Variables(process, usual)))
        : Outcome.of(new Variables(process, Map.of()));
  }

  private static List<String> named(Request request) {
    var variable = request.environment().getOrDefault("COMPOSE_ENV_FILES", "");
    return request.envFiles().isEmpty() && !variable.isEmpty()
        ? List.of(variable.split(",", -1))
        : request.envFiles();
  }

  private static boolean disabled(Map<String, String> process) {
    var said = process.getOrDefault("COMPOSE_DISABLE_ENV_FILE", "").toLowerCase(Locale.ROOT);
    return TRUE.contains(said);
  }

  private static Outcome<Map<String, String>> read(
      Map<String, String> process, List<String> names, Disk disk) {
    var findings = new ArrayList<Finding>();
    var read = new LinkedHashMap<String, String>();
    for (var name : names) {
      var outcome = one(name, disk, process, read);
      findings.addAll(outcome.findings());
      if (outcome instanceof Outcome.Accepted<Map<String, String>>(var more, var _)) {
        read.putAll(more);
      }
    }
    return Outcome.of(read, findings);
  }

  private static Outcome<Map<String, String>> one(
      String name, Disk disk, Map<String, String> process, Map<String, String> earlier) {
    return disk.read(name)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(text -> Dotenv.read(name, text, process, earlier))
        .orElseGet(() ->
            Outcome.refused(
                Finding.error(Code.FILE_MISSING, "the env file " + name + " cannot be read")
                    .because(disk.trouble(name))));
  }
}
