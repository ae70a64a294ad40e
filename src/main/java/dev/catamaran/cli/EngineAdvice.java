package dev.catamaran.cli;

import dev.catamaran.orchestrator.swarm.EngineFailure;
import java.util.List;

/** What to try when an engine did not do what it was asked. */
final class EngineAdvice {
  private EngineAdvice() {}

  static List<String> of(EngineFailure failure) {
    return failure.advice().isEmpty() ? byKind(failure.kind()) : failure.advice();
  }

  private static List<String> byKind(EngineFailure.Kind kind) {
    return switch (kind) {
      case UNREACHABLE ->
          List.of(
              "is the engine running, and may you use it? docker -H URL info",
              "--host URL, --context NAME or DOCKER_HOST, to aim at another one",
              "--lab FILE, to rehearse on a simulated cluster instead");
      case NOT_A_MANAGER ->
          List.of(
              "--host or --context of a manager: `docker node ls` works there",
              "docker swarm init");
      case LOCKED -> List.of("docker swarm unlock, with the key that autolock gave");
      case CONFLICT -> List.of("the same command again: it plans from what is there now");
      case IN_USE -> List.of("the same command again in a moment");
      case REFUSED, BROKEN -> List.of();
    };
  }
}
