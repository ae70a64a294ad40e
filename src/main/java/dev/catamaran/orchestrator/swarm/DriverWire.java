package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.spec.Driver;

/** The object that names a plugin and its options, wherever the API has one. */
final class DriverWire {
  private DriverWire() {}

  static Patch write(Patch patch, String key, Driver driver) {
    return patch.inside(key, d -> d.text("Name", driver.name()).texts("Options", driver.options()));
  }

  static Driver read(Json driver) {
    return new Driver(driver.get("Name").nonEmptyText(), driver.get("Options").textMembers());
  }
}
