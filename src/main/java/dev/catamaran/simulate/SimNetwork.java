package dev.catamaran.simulate;

import dev.catamaran.json.Json;
import dev.catamaran.model.Cidr;

/**
 * A network the simulated engine has.
 *
 * @param body what it was created with, as the caller wrote it
 * @param local true for a network that every node has for itself, such as bridge and host
 * @param subnet the first three numbers of its /24, {@code 10.0.1}
 */
public record SimNetwork(
    Meta meta, String name, String driver, Json.Obj body, boolean local, String subnet) {
  /** Bits of a subnet that nobody asked for. */
  public static final int PREFIX = 24;

  public String id() {
    return meta.id();
  }

  public boolean ingress() {
    return body.get("Ingress").isTrue();
  }

  public boolean overlay() {
    return driver.equals("overlay");
  }

  /** All of its addresses: those that were asked for, else a /24. */
  public Cidr block() {
    return body.at("IPAM", "Config").items().stream()
        .flatMap(c -> c.get("Subnet").text().stream())
        .flatMap(s -> Cidr.parse(s).stream())
        .filter(Cidr::ipv4)
        .findFirst()
        .orElseGet(() -> Cidr.parse(subnet + ".0/" + PREFIX).orElseThrow());
  }

  SimNetwork with(Meta other) {
    return new SimNetwork(other, name, driver, body, local, subnet);
  }
}
