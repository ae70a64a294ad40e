package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Services that wait for each other would never start. */
final class DependencyCycles {
  /** A service on the way, and the dependencies that are still to be followed. */
  private record Step(String service, Iterator<Entry> rest) {}

  private final Map<String, Entry> services;
  private final Faults faults;
  private final Set<String> done = new HashSet<>();
  private final Set<String> onTheWay = new HashSet<>();
  private final Deque<Step> way = new ArrayDeque<>();

  private DependencyCycles(Map<String, Entry> services, Faults faults) {
    this.services = services;
    this.faults = faults;
  }

  static void check(ActiveServices services, Faults faults) {
    var cycles = new DependencyCycles(services.active(), faults);
    services.active().keySet().forEach(cycles::from);
  }

  /** A walk without recursion, as a chain may be thousands of services long. */
  private void from(String start) {
    enter(start);
    while (!way.isEmpty()) {
      var here = way.getLast();
      if (here.rest().hasNext()) {
        follow(here.rest().next());
      } else {
        way.removeLast();
        onTheWay.remove(here.service());
        done.add(here.service());
      }
    }
  }

  private void follow(Entry dependency) {
    if (onTheWay.contains(dependency.name())) {
      report(dependency);
    } else {
      enter(dependency.name());
    }
  }

  private void enter(String name) {
    var service = services.get(name);
    if (service != null && service.value() instanceof Mapping m && !done.contains(name)) {
      onTheWay.add(name);
      way.add(new Step(name, Found.entries(m, "depends_on").iterator()));
    }
  }

  private void report(Entry last) {
    var circle = new ArrayList<String>();
    way.forEach(s -> circle.add(s.service()));
    List<String> part = circle.subList(circle.indexOf(last.name()), circle.size());
    faults.add(
        Finding.error(
                Code.VALUE_INVALID,
                "services wait for each other: " + String.join(" -> ", part) + " -> " + last.name())
            .at(last.key().where())
            .tryThis("remove one of these dependencies"));
  }
}
