package dev.catamaran.finding;

import dev.catamaran.model.Where;
import java.util.Comparator;
import java.util.Optional;

/** By place, those without one last; then the gravest first. */
record ByPlace() implements Comparator<Finding> {
  @Override
  public int compare(Finding one, Finding other) {
    int order = places(one.where(), other.where());
    order = order == 0 ? one.severity().compareTo(other.severity()) : order;
    order = order == 0 ? one.code().compareTo(other.code()) : order;
    return order == 0 ? one.message().compareTo(other.message()) : order;
  }

  private static int places(Optional<Where> one, Optional<Where> other) {
    return one.isPresent() && other.isPresent()
        ? one.get().compareTo(other.get())
        : Boolean.compare(one.isEmpty(), other.isEmpty());
  }
}
