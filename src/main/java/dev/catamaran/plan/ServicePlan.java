package dev.catamaran.plan;

import dev.catamaran.compose.Service;
import dev.catamaran.model.Os;
import dev.catamaran.plan.addresses.Tenant;
import dev.catamaran.plan.discovery.Discovery;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.placement.Placement.EligibleNode;
import dev.catamaran.plan.ports.PortGrant;
import dev.catamaran.plan.ports.PortGrant.Reach;
import dev.catamaran.plan.storage.Tenancy;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.ServiceSpec;
import java.util.List;
import java.util.Optional;

/**
 * What was decided for one service, and what the engine is asked to hold because of it.
 *
 * @param spec empty where the service is refused
 */
public record ServicePlan(
    Service service,
    Placement placement,
    Discovery discovery,
    List<PortGrant> ports,
    Optional<ServiceSpec> spec) {
  public ServicePlan {
    ports = List.copyOf(ports);
  }

  /** The service as one that mounts what its nodes have. */
  Tenancy tenancy() {
    return new Tenancy(
        service,
        placement.eligible().stream().map(EligibleNode::name).toList(),
        placement.systems().contains(Os.WINDOWS),
        placement.isolation());
  }

  /** The service as one that takes addresses. */
  Tenant tenant() {
    return new Tenant(
        service,
        placement.eligible().size(),
        discovery.mode() == EndpointMode.VIP,
        ports.stream().anyMatch(g -> g.reach() == Reach.ENGINE_MESH));
  }
}
