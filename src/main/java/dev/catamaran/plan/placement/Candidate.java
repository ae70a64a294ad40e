package dev.catamaran.plan.placement;

import dev.catamaran.compose.Service;
import dev.catamaran.spec.NetworkSpec;
import java.util.List;

/**
 * A service on its way to nodes.
 *
 * @param offer what its image runs on
 * @param networks the overlay networks its tasks join
 * @param constraints the user's own, already readable
 */
record Candidate(
    Service service, Offer offer, List<NetworkSpec> networks, List<Constraint> constraints) {
  Candidate {
    networks = List.copyOf(networks);
    constraints = List.copyOf(constraints);
  }
}
