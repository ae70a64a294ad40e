package dev.catamaran.plan;

import dev.catamaran.capability.Matrix;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.compose.Places;
import dev.catamaran.compose.Service;
import dev.catamaran.compose.Ties;
import dev.catamaran.model.Os;
import dev.catamaran.model.Platform;
import dev.catamaran.model.ServiceName;
import dev.catamaran.model.Sourced;
import dev.catamaran.model.Where;
import dev.catamaran.plan.discovery.Discovery;
import dev.catamaran.plan.placement.Offer;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.placement.Placer;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans for tests of what is done with them. */
final class Plans {
  private Plans() {}

  /** A planned service that has this specification, whatever the reasons. */
  static ServicePlan holding(ServiceSpec spec) {
    var service =
        new Service(
            new ServiceName(spec.name().substring(spec.name().indexOf('_') + 1)),
            Optional.of(spec.image()),
            Optional.empty(),
            spec.container(),
            List.of(),
            spec.networks(),
            new Service.Deploy(
                spec.deployment(), Sourced.defaulted(EndpointMode.VIP), spec.labels()),
            Ties.NONE,
            new Places(Map.of("", new Where("compose.yaml", 1, 1))));
    return new ServicePlan(
        service,
        nowhere(service),
        new Discovery(spec.endpoint().mode(), "", ""),
        List.of(),
        Optional.of(spec));
  }

  private static Placement nowhere(Service service) {
    var empty = new Cluster("none", List.of(), List.of(), List.of(), Cluster.Work.NONE);
    var linux = List.of(Platform.of(Os.LINUX, "amd64"));
    var offer = new Offer(linux, linux, Optional.empty(), "as the test says");
    return new Placer(empty, Matrix.load(), Map.of())
        .place(new Placer.Asking(service, offer, List.of(), Optional.empty()), new ArrayList<>());
  }
}
