package dev.catamaran.compose;

import dev.catamaran.model.Where;
import dev.catamaran.spec.Addressing;
import dev.catamaran.spec.Driver;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A network of the file's {@code networks:}.
 *
 * @param places where its attributes were written, {@code driver_opts.encrypted} for one
 * @param name the engine's name where the user fixed it; else project and key make it; an external
 *     one always has it
 * @param external the user made it, we only use it
 * @param driver without a name overlay on a Swarm
 */
public record NetworkDeclaration(
    String key,
    Places places,
    Optional<String> name,
    boolean external,
    Driver driver,
    boolean attachable,
    boolean internal,
    Map<String, String> labels,
    Addressing addressing) {
  public NetworkDeclaration {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** Nothing written of addresses. */
  public NetworkDeclaration(
      String key,
      Places places,
      Optional<String> name,
      boolean external,
      Optional<String> driver,
      Map<String, String> options,
      boolean attachable,
      boolean internal,
      Map<String, String> labels) {
    this(
        key,
        places,
        name,
        external,
        new Driver(driver, options),
        attachable,
        internal,
        labels,
        Addressing.DEFAULT);
  }

  /** Where the network's key stands. */
  public Where where() {
    return places.of("");
  }
}
