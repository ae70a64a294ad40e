package dev.catamaran.orchestrator.swarm;

import dev.catamaran.cluster.LiveService;
import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.model.ImageRef;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A service specification and its JSON, both ways. */
final class ServiceWire {
  private final ApiVersion api;
  private final Names names;

  ServiceWire(ApiVersion api, Names names) {
    this.api = api;
    this.names = names;
  }

  /** Patches the engine's specification, or an empty one for a new service. */
  Json.Obj write(Json base, ServiceSpec spec) {
    var container = new ContainerWire(api, names);
    var deployment = new DeploymentWire(api);
    return Patch.on(base)
        .text("Name", spec.name())
        .texts("Labels", spec.labels())
        .inside(
            "TaskTemplate",
            task ->
                networks(deployment.writeTask(task, spec.deployment()), true, spec)
                    .inside(
                        "ContainerSpec",
                        c ->
                            container.write(
                                c.text("Image", spec.image().familiar()), spec.container()))
                    .with(t -> logging(t, spec.container())))
        .with(p -> deployment.writeService(p, spec.deployment()))
        .with(p -> networks(p, false, spec))
        .inside("EndpointSpec", e -> EndpointWire.write(e, spec.endpoint()))
        .tree();
  }

  private static Patch logging(Patch task, Container container) {
    return DriverWire.write(task, "LogDriver", container.execution().logging());
  }

  /**
   * Networks moved from the service to its task in the API; docker's own client draws the line at
   * 1.29, since older engines do not move a service's networks over.
   */
  private Patch networks(Patch patch, boolean task, ServiceSpec spec) {
    var base = patch.tree().get("Networks").items();
    var attachments =
        task == api.atLeast(1, 29)
            ? spec.networks().stream().map(a -> attachment(base, a)).toList()
            : List.<Json>of();
    return patch.items("Networks", attachments);
  }

  /** What the network's driver is told came with API 1.32. */
  private Json attachment(List<Json> base, Attachment attachment) {
    var id = names.networkId(attachment.network());
    return Patch.on(like(base, "Target", id))
        .text("Target", id)
        .texts("Aliases", attachment.aliases())
        .when(api.atLeast(1, 32), a -> a.texts("DriverOpts", attachment.options()))
        .tree();
  }

  /** The object of a list that speaks of the same thing, so that its unknown members live on. */
  static Json like(List<Json> items, String key, String value) {
    return items.stream()
        .filter(i -> i.get(key).text().orElse("").equals(value))
        .findFirst()
        .orElse(Json.Null.NULL);
  }

  LiveService readLive(Json service) {
    return new LiveService(
        service.get("ID").text().orElse(""),
        service.at("Version", "Index").number().orElse(0),
        read(service.get("Spec")),
        service.at("UpdateStatus", "State").nonEmptyText(),
        EndpointWire.readPorts(service.at("Endpoint", "Ports")));
  }

  ServiceSpec read(Json spec) {
    var name = spec.get("Name").text().orElse("");
    try {
      var task = spec.get("TaskTemplate");
      return new ServiceSpec(
          name,
          spec.get("Labels").textMembers(),
          image(task.at("ContainerSpec", "Image").text().orElse("")),
          new ContainerWire(api, names).read(task),
          new DeploymentWire(api).read(spec),
          attachments(spec),
          EndpointWire.read(spec.get("EndpointSpec")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("service " + name + ": " + e.getMessage(), e);
    }
  }

  /**
   * Before API 1.30 an engine adds the digest it found to the tag it was given, so there the tag
   * alone tells what was asked for.
   */
  private ImageRef image(String text) {
    var image = ImageRef.parse(text);
    return api.atLeast(1, 30) || image.tag().isEmpty()
        ? image
        : new ImageRef(image.registry(), image.repository(), image.tag(), Optional.empty());
  }

  private List<Attachment> attachments(Json spec) {
    var wires = new ArrayList<>(spec.at("TaskTemplate", "Networks").items());
    if (wires.isEmpty()) {
      wires.addAll(spec.get("Networks").items());
    }
    return wires.stream()
        .map(w ->
            new Attachment(
                names.networkName(w.get("Target").text().orElse("")),
                w.get("Aliases").textItems(),
                w.get("DriverOpts").textMembers()))
        .toList();
  }
}
