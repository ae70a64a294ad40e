package dev.catamaran.simulate;

import dev.catamaran.json.Json;
import dev.catamaran.spec.RestartPolicy;
import dev.catamaran.spec.UpdatePolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The Engine API's update and restart policies; durations are nanoseconds there. */
final class PolicyReader {
  private PolicyReader() {}

  static Optional<UpdatePolicy> update(Json config) {
    if (config.members().isEmpty()) {
      return Optional.empty();
    }
    var parallelism = config.get("Parallelism").number();
    return Optional.of(
        new UpdatePolicy(
            OptionalInt.of((int) parallelism.orElse(0)),
            duration(config.get("Delay")),
            config.get("FailureAction").nonEmptyText(),
            duration(config.get("Monitor")),
            config.get("MaxFailureRatio") instanceof Json.Num(var ratio)
                ? Optional.of(ratio.doubleValue())
                : Optional.empty(),
            config.get("Order").nonEmptyText()));
  }

  static Optional<RestartPolicy> restart(Json policy) {
    if (policy.members().isEmpty()) {
      return Optional.empty();
    }
    var attempts = policy.get("MaxAttempts").number();
    return Optional.of(
        new RestartPolicy(
            policy.get("Condition").nonEmptyText(),
            duration(policy.get("Delay")),
            attempts.isPresent() && attempts.getAsLong() > 0 ? attempts : OptionalLong.empty(),
            duration(policy.get("Window"))));
  }

  private static Optional<Duration> duration(Json nanos) {
    var value = nanos.number();
    return value.isPresent() && value.getAsLong() >= 0
        ? Optional.of(Duration.ofNanos(value.getAsLong()))
        : Optional.empty();
  }
}
