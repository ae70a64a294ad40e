package dev.catamaran.simulate;

import dev.catamaran.json.Json;
import dev.catamaran.scheduling.Constraint;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.EndpointSpec;
import dev.catamaran.spec.Isolation;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.RestartPolicy;
import dev.catamaran.spec.UpdatePolicy;
import java.util.List;
import java.util.Optional;

/**
 * What the simulation understands of a service's spec; the rest stays in the wire JSON, untouched.
 *
 * @param spec the whole, as the caller wrote it, network names replaced by ids as an engine does
 * @param blueprint the parts of the spec that make a task out of date when they change
 */
public record Wish(
    Json.Obj spec,
    String name,
    Deployment.Mode mode,
    Load load,
    Placement placement,
    List<String> networks,
    EndpointSpec endpoint,
    Policies policies,
    Json blueprint) {

  /**
   * What a node has to run.
   *
   * @param image as written
   * @param generic what only nodes that say so have, such as GPUs
   * @param drivers plugins that the node's engine must have
   */
  public record Load(
      String image,
      Optional<Isolation> isolation,
      Resources.Amount reserved,
      List<Resources.Generic> generic,
      Drivers drivers) {
    public Load {
      generic = List.copyOf(generic);
    }
  }

  /**
   * Plugins by name.
   *
   * @param volumes other than the local one
   * @param log empty where nothing or {@code none} was written
   */
  public record Drivers(List<String> volumes, Optional<String> log) {
    public Drivers {
      volumes = List.copyOf(volumes);
    }
  }

  /**
   * Where.
   *
   * @param spreads attributes of nodes to spread over, as the caller wrote them
   * @param perNode the most tasks of the service on one node; 0 is Swarm's word for no limit
   */
  public record Placement(
      List<Constraint> constraints,
      List<OfferedPlatform> platforms,
      List<String> spreads,
      long perNode) {
    public Placement {
      spreads = List.copyOf(spreads);
      constraints = List.copyOf(constraints);
      platforms = List.copyOf(platforms);
    }

    /** Whether the node meets every constraint. */
    boolean admits(SimNode node) {
      var seen = node.seen();
      return constraints.stream().allMatch(c -> c.holds(seen));
    }
  }

  /** A platform as the caller sent it; an empty word is a wildcard to Swarm. */
  public record OfferedPlatform(String os, String architecture) {}

  /** How tasks are replaced. */
  public record Policies(
      Optional<UpdatePolicy> update,
      Optional<UpdatePolicy> rollback,
      Optional<RestartPolicy> restart) {}

  public Wish {
    networks = List.copyOf(networks);
  }
}
