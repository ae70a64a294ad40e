package dev.catamaran.compose.specification;

import dev.catamaran.compose.text.Dotenv;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.Where;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variables of included files: those of the including project, and env files below them. */
final class IncludedVariables {
  private static final String USUAL = ".env";

  /** How people say: no env file, not even the usual one. */
  private static final String NONE = "/dev/null";

  private final Reading reading;
  private final Scope scope;
  private final Map<String, String> variables;
  private boolean failed;

  IncludedVariables(Reading reading, Scope scope) {
    this.reading = reading;
    this.scope = scope;
    this.variables = new HashMap<>();
  }

  /** Empty where an env file is at fault. */
  Optional<Map<String, String>> of(Inclusion wanted) {
    if (wanted.envFiles().isEmpty()) {
      var usual = wanted.directory() + "/" + USUAL;
      reading.files().read(usual).ifPresent(bytes -> read(usual, bytes, wanted.main().where()));
    }
    for (var file : wanted.envFiles()) {
      if (!file.text().equals(NONE)) {
        var path = scope.absolute(file.text());
        var bytes = reading.bytes(path, file.where());
        failed = failed || bytes.isEmpty();
        bytes.ifPresent(b -> read(path, b, file.where()));
      }
    }
    variables.putAll(scope.environment());
    return failed ? Optional.empty() : Optional.of(Map.copyOf(variables));
  }

  private void read(String path, byte[] bytes, Where named) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    switch (Dotenv.read(reading.shown(path), text, scope.environment(), variables)) {
      case Outcome.Accepted<Map<String, String>>(var more, var findings) -> {
        variables.putAll(more);
        reading.faults().addAll(findings);
      }
      case Outcome.Refused<Map<String, String>>(var findings) -> {
        failed = true;
        reading.faults().addAll(findings);
        reading
            .faults()
            .add(
                Finding.info(Code.FILE_MISSING, "the variables of this include cannot be read")
                    .at(named));
      }
    }
  }
}
