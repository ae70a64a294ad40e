package dev.catamaran.lab;

import dev.catamaran.json.Json;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Port;
import dev.catamaran.simulate.SimNode;
import dev.catamaran.simulate.SimTask;

/** What a simulated task says of itself to whoever calls it. */
record Banner(SimTask task, SimNode node, Port target) {
  private String taskName() {
    return task.label() + "." + task.id();
  }

  private String build() {
    return node.facts().platform().osVersion().map(OsVersion::buildAndRevision).orElse("");
  }

  private String image() {
    return task.work().wish().load().image();
  }

  String text() {
    var build = build().isEmpty() ? "" : ", build " + build();
    return """
    SIMULATED task of a Catamaran lab
    service: %s
    task:    %s
    node:    %s
    os:      %s (%s)%s
    image:   %s
    port:    %s
    """
        .formatted(
            task.work().wish().name(),
            taskName(),
            node.name(),
            node.facts().platform().os(),
            node.machine().system(),
            build,
            image(),
            target);
  }

  Json json() {
    return Json.object()
        .with("simulated", true)
        .with("service", task.work().wish().name())
        .with("task", taskName())
        .with("node", node.name().text())
        .with("os", node.facts().platform().os().word())
        .with("system", node.machine().system())
        .with("build", build().isEmpty() ? Json.Null.NULL : new Json.Text(build()))
        .with("image", image())
        .with("port", target.number());
  }
}
