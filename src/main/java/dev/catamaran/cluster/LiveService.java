package dev.catamaran.cluster;

import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.ServiceSpec;
import java.util.List;
import java.util.Optional;

/**
 * A service the engine has.
 *
 * @param version the engine's version index; an update names it, and loses if it moved
 * @param updateState the engine's word for a running or ended update: updating, completed, paused,
 *     rollback_started…
 * @param ports the published ports as the engine granted them, those it chose itself included
 */
public record LiveService(
    String id, long version, ServiceSpec spec, Optional<String> updateState, List<PortSpec> ports) {
  public LiveService {
    ports = List.copyOf(ports);
  }

  /** A service whose ports are those it asked for. */
  public LiveService(String id, long version, ServiceSpec spec, Optional<String> updateState) {
    this(id, version, spec, updateState, spec.endpoint().ports());
  }
}
