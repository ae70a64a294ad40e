package dev.catamaran.plan.placement;

import dev.catamaran.compose.Service;
import dev.catamaran.model.Where;
import dev.catamaran.plan.network.PlannedNetwork;
import dev.catamaran.scheduling.Constraint;
import java.util.List;

/**
 * A service on its way to nodes.
 *
 * @param offer what its image runs on
 * @param networks the networks its tasks join
 * @param constraints the user's own, already readable
 */
record Candidate(
    Service service, Offer offer, List<PlannedNetwork> networks, List<Constraint> constraints) {
  Candidate {
    networks = List.copyOf(networks);
    constraints = List.copyOf(constraints);
  }

  /** Where the service says that. */
  Where place(String path) {
    return service.places().of(path);
  }

  Candidate with(Offer other) {
    return new Candidate(service, other, networks, constraints);
  }
}
