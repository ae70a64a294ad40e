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
  <R> Outcome<R> then(Function<? super T, Outcome<R>> next);

  /** The same, found after other things. */
  Outcome<T> after(List<Finding> earlier);

  private static List<Finding> joined(List<Finding> earlier, List<Finding> later) {
    var all = new ArrayList<>(earlier);
    all.addAll(later);
    return all;
  }

  /** A value was made. */
  record Accepted<T>(T value, List<Finding> findings) implements Outcome<T> {
    public Accepted {
      findings = List.copyOf(findings);
    }

    @Override
    public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
      return next.apply(value).after(findings);
    }

    @Override
    public Outcome<T> after(List<Finding> earlier) {
      return earlier.isEmpty() ? this : new Accepted<>(value, joined(earlier, findings));
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

    @Override
    public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
      return new Refused<>(findings);
    }

    @Override
    public Outcome<T> after(List<Finding> earlier) {
      return earlier.isEmpty() ? this : new Refused<>(joined(earlier, findings));
    }
  }
}
