package dev.catamaran.cluster;

import dev.catamaran.spec.ServiceSpec;
import java.util.Optional;

/**
 * A service the engine has.
 *
 * @param version the engine's version index; an update names it, and loses if it moved
 * @param updateState the engine's word for a running or ended update: updating, completed, paused,
 *     rollback_started…
 */
public record LiveService(
    String id, long version, ServiceSpec spec, Optional<String> updateState) {}
