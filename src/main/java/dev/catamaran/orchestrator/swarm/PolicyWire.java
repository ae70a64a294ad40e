package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.spec.RestartPolicy;
import dev.catamaran.spec.UpdatePolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Restart, update and rollback policies. An engine writes its defaults into a policy it was given,
 * so the words of those defaults read back as "not said".
 */
final class PolicyWire {
  private static final String ANY = "any";
  private static final String PAUSE = "pause";
  private static final String STOP_FIRST = "stop-first";

  /** What an engine does without a policy. In a policy, an absent number would mean all at once. */
  private static final int ONE_AT_A_TIME = 1;

  private final ApiVersion api;

  PolicyWire(ApiVersion api) {
    this.api = api;
  }

  static Patch writeRestart(Patch task, Optional<RestartPolicy> policy) {
    return task.insideIf(
        "RestartPolicy",
        policy.isPresent(),
        p ->
            p.text("Condition", policy.flatMap(RestartPolicy::condition))
                .nanos("Delay", policy.flatMap(RestartPolicy::delay))
                .number("MaxAttempts", policy.orElseThrow().maxAttempts())
                .nanos("Window", policy.flatMap(RestartPolicy::window)));
  }

  static Optional<RestartPolicy> readRestart(Json policy) {
    return policy.isNull()
        ? Optional.empty()
        : Optional.of(
            new RestartPolicy(
                said(policy.get("Condition"), ANY),
                duration(policy.get("Delay")),
                DeploymentWire.readNumber(policy.get("MaxAttempts")),
                duration(policy.get("Window"))));
  }

  /** RollbackConfig came with API 1.28. */
  Patch writeRollback(Patch service, Optional<UpdatePolicy> policy) {
    return api.atLeast(1, 28) ? writeUpdate(service, "RollbackConfig", policy) : service;
  }

  /** The order came with API 1.29; before, an engine always stops first. */
  Patch writeUpdate(Patch service, String key, Optional<UpdatePolicy> policy) {
    return service.insideIf(
        key,
        policy.isPresent(),
        p ->
            p.number("Parallelism", policy.orElseThrow().parallelism().orElse(ONE_AT_A_TIME))
                .nanos("Delay", policy.flatMap(UpdatePolicy::delay))
                .text("FailureAction", policy.flatMap(UpdatePolicy::failureAction))
                .nanos("Monitor", policy.flatMap(UpdatePolicy::monitor))
                .json(
                    "MaxFailureRatio",
                    policy
                        .flatMap(UpdatePolicy::maxFailureRatio)
                        .map(r -> new Json.Num(BigDecimal.valueOf(r))))
                .text(
                    "Order",
                    api.atLeast(1, 29) ? policy.flatMap(UpdatePolicy::order) : Optional.empty()));
  }

  static Optional<UpdatePolicy> readUpdate(Json policy) {
    if (policy.isNull()) {
      return Optional.empty();
    }
    long parallelism = policy.get("Parallelism").number().orElse(0);
    return Optional.of(
        new UpdatePolicy(
            parallelism == ONE_AT_A_TIME
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(parallelism)),
            duration(policy.get("Delay")),
            said(policy.get("FailureAction"), PAUSE),
            duration(policy.get("Monitor")),
            ratio(policy.get("MaxFailureRatio")),
            said(policy.get("Order"), STOP_FIRST)));
  }

  private static Optional<Double> ratio(Json ratio) {
    return ratio instanceof Json.Num(var value) && value.signum() > 0
        ? Optional.of(value.doubleValue())
        : Optional.empty();
  }

  private static Optional<String> said(Json word, String byDefault) {
    return word.nonEmptyText().filter(w -> !w.equals(byDefault));
  }

  /** Zero is Go's way to say nothing. */
  static Optional<Duration> duration(Json nanos) {
    long value = nanos.number().orElse(0);
    return value == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(value));
  }
}
