package dev.catamaran.compose.classic;

import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.ServiceName;
import java.util.Map;
import java.util.Optional;

/**
 * What a value is read with.
 *
 * @param faults where to complain, in the name of the service that is read
 * @param name the name that the user gave to what is read, such as a network's
 */
record Reading(Input input, Faults faults, String name) {
  /** For what the user named so. */
  Reading named(String user) {
    return new Reading(input, faults, user);
  }

  /** Complains in the name of the service. */
  Reading forService() {
    return ServiceName.parse(name)
        .map(service -> new Reading(input, faults.of(service), name))
        .orElse(this);
  }

  /** The variable in the operator's environment; {@code .env} is never read. */
  Optional<String> variable(String called) {
    return Optional.ofNullable(environment().get(called));
  }

  private Map<String, String> environment() {
    return input.variables().process();
  }

  /** Only met where the format forgets to say what may stand there. */
  void misfit(YamlNode node, String wanted) {
    var shown = node instanceof Scalar s ? ", \"" + s.text() + "\"" : "";
    faults.invalid(
        node.where(), "expected " + wanted + ", not " + node.words() + shown, "write " + wanted);
  }
}
