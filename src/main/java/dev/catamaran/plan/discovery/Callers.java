package dev.catamaran.plan.discovery;

import dev.catamaran.compose.Project;
import dev.catamaran.compose.Service;
import dev.catamaran.spec.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who may call whom: whoever shares a network may, and the file often says who does. The strongest
 * evidence is kept for the reason.
 */
final class Callers {
  /** One caller and how we know. */
  record Caller(Service service, String evidence) {}

  private final Project project;

  Callers(Project project) {
    this.project = project;
  }

  /** Those the file names come first. */
  List<Caller> of(Service called) {
    var named = new ArrayList<Caller>();
    var others = new ArrayList<Caller>();
    for (var other : project.services().values()) {
      if (other.name().equals(called.name())) {
        continue;
      }
      var evidence = named(other, called);
      if (evidence.isPresent()) {
        named.add(new Caller(other, evidence.get()));
      } else {
        shared(other, called)
            .ifPresent(n -> others.add(new Caller(other, "shares network " + n + " with it")));
      }
    }
    named.addAll(others);
    return named;
  }

  private static Optional<String> named(Service caller, Service called) {
    if (shared(caller, called).isEmpty()) {
      return Optional.empty();
    }
    if (caller.needs().contains(called.name())) {
      return Optional.of("depends on it");
    }
    var host =
        Pattern.compile("(?<![\\w.-])" + Pattern.quote(called.name().text()) + "(?![\\w-]|\\.\\w)");
    return caller.container().command().environment().entrySet().stream()
        .filter(e -> e.getValue().filter(v -> host.matcher(v).find()).isPresent())
        .findFirst()
        .map(e -> "names it in " + e.getKey());
  }

  private static Optional<String> shared(Service one, Service other) {
    var theirs =
        other.networks().stream().map(Attachment::network).collect(Collectors.toUnmodifiableSet());
    return one.networks().stream().map(Attachment::network).filter(theirs::contains).findFirst();
  }
}
