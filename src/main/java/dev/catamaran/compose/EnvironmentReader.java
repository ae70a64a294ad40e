package dev.catamaran.compose;

import dev.catamaran.compose.text.Dotenv;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code environment:} over {@code env_file:}; a bare name takes the operator's value, else
 * the file's, else it stays without one.
 */
final class EnvironmentReader {
  private final Surroundings surroundings;
  private final Values values;

  EnvironmentReader(Surroundings surroundings, Values values) {
    this.surroundings = surroundings;
    this.values = values;
  }

  Map<String, Optional<String>> read(Fields service) {
    var result = new LinkedHashMap<String, Optional<String>>();
    service.node("env_file").ifPresent(n -> files(n, result));
    service
        .keyed("environment")
        .forEach((name, value) -> {
          var inherited = value.or(() -> surroundings.variable(name));
          if (inherited.isPresent() || !result.containsKey(name)) {
            result.put(name, inherited);
          }
        });
    return result;
  }

  private void files(YamlNode node, Map<String, Optional<String>> into) {
    switch (node) {
      case Sequence list -> list.items().forEach(i -> file(i, into));
      case Mapping _, Scalar _ -> file(node, into);
    }
  }

  private void file(YamlNode node, Map<String, Optional<String>> into) {
    if (node instanceof Mapping mapping) {
      var fields = new Fields(mapping, values);
      boolean required = !fields.has("required") || fields.flag("required");
      boolean raw = fields.oneOf("format", List.of("raw")).isPresent();
      var path = fields.text("path");
      if (path.isEmpty()) {
        values.faults().invalid(mapping.where(), "an env_file needs a path");
      }
      path.ifPresent(p -> read(p, fields.node("path").orElseThrow(), raw, required, into));
    } else {
      values.text(node).ifPresent(p -> read(p, node, false, true, into));
    }
  }

  private void read(
      String path,
      YamlNode place,
      boolean raw,
      boolean required,
      Map<String, Optional<String>> into) {
    var bytes = surroundings.files().read(path);
    if (bytes.isEmpty()) {
      if (required) {
        values
            .faults()
            .add(
                Finding.error(Code.FILE_MISSING, "the env file " + path + " cannot be read")
                    .at(place.where())
                    .tryThis("create it, or write required: false"));
      }
      return;
    }
    var text = new String(bytes.get(), StandardCharsets.UTF_8);
    var environment = surroundings.environment();
    var outcome =
        raw ? Outcome.of(Dotenv.raw(text, environment)) : Dotenv.read(path, text, environment);
    values.faults().addAll(outcome.findings());
    if (outcome instanceof Outcome.Accepted<Map<String, String>>(var read, var _)) {
      read.forEach((k, v) -> into.put(k, Optional.of(v)));
    }
  }
}
