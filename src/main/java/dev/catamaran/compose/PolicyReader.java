package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.spec.RestartPolicy;
import dev.catamaran.spec.UpdatePolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads how tasks are restarted, updated and rolled back. */
final class PolicyReader {
  private PolicyReader() {}

  static Optional<UpdatePolicy> update(Fields deploy, String key) {
    return deploy
        .node(key)
        .map(n -> Fields.of(n, deploy.values()))
        .map(f ->
            new UpdatePolicy(
                f.count("parallelism").map(OptionalInt::of).orElseGet(OptionalInt::empty),
                f.duration("delay"),
                f.oneOf("failure_action", List.of("pause", "continue", "rollback")),
                f.duration("monitor"),
                f.node("max_failure_ratio").flatMap(n -> ratio(n, f.values())),
                f.oneOf("order", List.of("start-first", "stop-first"))));
  }

  private static Optional<Double> ratio(YamlNode node, Values values) {
    return values
        .loose(node)
        .flatMap(t ->
            t.matches("0|1|[01]?\\.\\d{1,9}") && Double.parseDouble(t) <= 1
                ? Optional.of(Double.valueOf(t))
                : values.wrong(node, "a number from 0 to 1", "write a fraction, such as 0.2"));
  }

  /** {@code deploy.restart_policy}, else what {@code restart:} means to a Swarm. */
  static Optional<RestartPolicy> restart(Fields service, Fields deploy) {
    return deploy
        .node("restart_policy")
        .map(n -> Fields.of(n, deploy.values()))
        .map(f ->
            new RestartPolicy(
                f.oneOf("condition", List.of("none", "on-failure", "any")),
                f.duration("delay"),
                f.count("max_attempts").map(OptionalLong::of).orElseGet(OptionalLong::empty),
                f.duration("window")))
        .or(() -> service.text("restart").flatMap(word -> ofWord(service, word)));
  }

  private static Optional<RestartPolicy> ofWord(Fields service, String word) {
    try {
      return RestartPolicy.ofWord(word);
    } catch (IllegalArgumentException wrong) {
      var node = service.node("restart").orElseThrow();
      return service
          .values()
          .wrong(
              node,
              "no, always, unless-stopped, on-failure or on-failure:TIMES",
              "write deploy.restart_policy.condition");
    }
  }
}
