package dev.catamaran.plan;

import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.spec.Command;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.EndpointSpec;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.ServiceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small specifications for tests. */
final class Specs {
  private Specs() {}

  static ServiceSpec service(String name, Map<String, String> labels, PortSpec... ports) {
    return new ServiceSpec(
        name,
        labels,
        ImageRef.parse("shop/front:1.4"),
        container(Map.of()),
        deployment(1),
        List.of(),
        new EndpointSpec(EndpointMode.VIP, List.of(ports)));
  }

  static ServiceSpec named(ServiceSpec spec, String name) {
    return new ServiceSpec(
        name,
        Map.of(),
        spec.image(),
        spec.container(),
        spec.deployment(),
        spec.networks(),
        spec.endpoint());
  }

  static Map<String, String> of(String project) {
    return Map.of(Labels.STACK, project);
  }

  static PortSpec ingress(int published, int target) {
    return new PortSpec(
        Optional.of(new Port(published)), new Port(target), Protocol.TCP, PublishMode.INGRESS);
  }

  static PortSpec host(int published, int target) {
    return new PortSpec(
        Optional.of(new Port(published)), new Port(target), Protocol.TCP, PublishMode.HOST);
  }

  static Container container(Map<String, Optional<String>> environment) {
    return new Container(
        new Command(List.of(), List.of(), environment, Optional.empty(), Optional.empty()),
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Deployment deployment(int replicas) {
    return new Deployment(
        new Deployment.Mode.Replicated(replicas),
        new Deployment.Placement(List.of(), List.of()),
        Resources.NONE,
        Deployment.Policies.DEFAULT);
  }
}
