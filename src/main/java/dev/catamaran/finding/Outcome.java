package dev.catamaran.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What a step made of its input: a value, perhaps with warnings, or a refusal with its causes. */
public sealed interface Outcome<T> {
  List<Finding> findings();

  static <T> Outcome<T> of(T value) {
    return new Accepted<>(value, List.of());
  }

  /** Refused if any of the findings is an error, else accepted with them. */
  static <T> Outcome<T> of(T value, Collection<Finding> findings) {
    var sorted = findings.stream().sorted(Finding.BY_PLACE).toList();
    return sorted.stream().anyMatch(Finding::refuses)
        ? new Refused<>(sorted)
        : new Accepted<>(value, sorted);
  }

  static <T> Outcome<T> refused(Finding... causes) {
    return new Refused<>(List.of(causes));
  }

  /** Goes on with the value; the findings of both steps are kept. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Refused<T>(var causes) -> new Refused<>(causes);
      case Accepted<T>(var value, var earlier) -> {
        var result = next.apply(value);
        var all = new ArrayList<>(earlier);
        all.addAll(result.findings());
        yield switch (result) {
          case Accepted<R>(var made, var _) -> new Accepted<>(made, all);
          case Refused<R> _ -> new Refused<>(all);
        };
      }
    };
  }

  /** A value was made. */
  record Accepted<T>(T value, List<Finding> findings) implements Outcome<T> {
    public Accepted {
      findings = List.copyOf(findings);
    }
  }

  /** No value: at least one finding is an error. */
  record Refused<T>(List<Finding> findings) implements Outcome<T> {
    public Refused {
      findings = List.copyOf(findings);
      if (findings.stream().noneMatch(Finding::refuses)) {
        throw new IllegalArgumentException("a refusal needs an error");
      }
    }
  }
}
