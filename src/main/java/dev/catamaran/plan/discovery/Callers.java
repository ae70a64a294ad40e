package dev.catamaran.plan.discovery;

import dev.catamaran.compose.Project;
import dev.catamaran.compose.Service;
import dev.catamaran.model.ServiceName;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.Healthcheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who may call whom: whoever shares a network may, and the file often says who does. Read once, by
 * networks and by names, so that it takes no longer than the file is long.
 */
public final class Callers {
  private final Map<ServiceName, Set<String>> networks = new HashMap<>();
  private final Map<String, List<Service>> members = new LinkedHashMap<>();

  /** What a word may lead to; the same word may mean several services. */
  private final Map<String, List<ServiceName>> names = new HashMap<>();

  private final Map<ServiceName, Map<ServiceName, Caller>> named = new HashMap<>();

  /** One caller and how we know. */
  public record Caller(Service service, String evidence) {}

  public Callers(Project project) {
    project.services().values().forEach(this::index);
    project.services().values().forEach(this::read);
  }

  /** Those that the file says call it, each with the strongest evidence. */
  public List<Caller> named(ServiceName called) {
    return List.copyOf(named.getOrDefault(called, Map.of()).values());
  }

  /** The networks it is on, by Compose key. */
  public Set<String> networks(ServiceName service) {
    return networks.getOrDefault(service, Set.of());
  }

  /** Who is on a network, of those that are asked for. */
  public List<Service> members(String network, Predicate<Service> which) {
    return members.getOrDefault(network, List.of()).stream().filter(which).toList();
  }

  private void index(Service service) {
    var own = new TreeSet<String>();
    lead(service.name().text(), service);
    service.container().hostname().ifPresent(h -> lead(h, service));
    for (var attachment : service.networks()) {
      if (own.add(attachment.network())) {
        members.computeIfAbsent(attachment.network(), _ -> new ArrayList<>()).add(service);
      }
      attachment.aliases().forEach(a -> lead(a, service));
    }
    networks.put(service.name(), own);
  }

  private void lead(String word, Service service) {
    var services = names.computeIfAbsent(word, _ -> new ArrayList<>(1));
    if (!services.contains(service.name())) {
      services.add(service.name());
    }
  }

  /** The strongest evidence comes first, and the first is kept. */
  private void read(Service caller) {
    var ties = caller.ties();
    ties.needs().forEach(n -> note(caller, n, "depends on it"));
    var container = caller.container();
    container
        .command()
        .environment()
        .forEach((key, value) -> value.ifPresent(v -> words(caller, v, "in " + key)));
    container.command().entrypoint().forEach(w -> words(caller, w, "in its entrypoint"));
    container.command().arguments().forEach(w -> words(caller, w, "in its command"));
    container
        .healthcheck()
        .map(Healthcheck::test)
        .orElse(List.of())
        .forEach(w -> words(caller, w, "in its healthcheck"));
  }

  private void words(Service caller, String text, String place) {
    for (var word : HostWords.in(text)) {
      var linked = caller.ties().links().get(word);
      if (linked != null) {
        note(caller, linked, "names it " + word + " " + place);
      }
      for (var called : names.getOrDefault(word, List.of())) {
        var it = called.text().equals(word) ? "names it " : "names it " + word + " ";
        note(caller, called, it + place);
      }
    }
  }

  private void note(Service caller, ServiceName called, String evidence) {
    if (!called.equals(caller.name()) && shares(caller, called)) {
      named
          .computeIfAbsent(called, _ -> new LinkedHashMap<>())
          .putIfAbsent(caller.name(), new Caller(caller, evidence));
    }
  }

  private boolean shares(Service caller, ServiceName called) {
    var theirs = networks(called);
    return caller.networks().stream().map(Attachment::network).anyMatch(theirs::contains);
  }
}
