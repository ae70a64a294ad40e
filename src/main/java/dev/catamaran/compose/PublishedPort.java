package dev.catamaran.compose;

import dev.catamaran.model.Port;
import dev.catamaran.model.PortRange;
import dev.catamaran.model.Protocol;
import dev.catamaran.model.Sourced;
import dev.catamaran.model.Where;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.Optional;

/**
 * One port a service publishes; a range of equal length on both sides is one of these per port.
 *
 * @param hostAddress the address before the published port, where one was written
 */
public record PublishedPort(
    Publication published,
    Port target,
    Sourced<Protocol> protocol,
    Sourced<PublishMode> mode,
    Optional<String> hostAddress,
    Where where) {

  /** Which port callers use. */
  public sealed interface Publication {
    /** This one. */
    record Fixed(Port port) implements Publication {}

    /** Any one of these. */
    record AnyOf(PortRange range) implements Publication {}

    /** Whichever the engine allots. */
    record Automatic() implements Publication {}
  }
}
