package dev.catamaran.orchestrator.swarm;

import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.json.Json;
import dev.catamaran.spec.Addressing;
import dev.catamaran.spec.Addressing.Pool;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.NetworkSpec;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Networks, both ways. */
final class NetworkWire {
  /** The engine writes the VXLAN numbers it allotted among the options it was given. */
  private static final String ALLOTTED = "com.docker.network.driver.overlay.vxlanid_list";

  /** What an engine calls its own address management. */
  private static final String OWN_IPAM = "default";

  private NetworkWire() {}

  static Json.Obj write(NetworkSpec network) {
    return Patch.NEW
        .text("Name", network.name())
        // Before API 1.44 an engine takes a second network of one name unless told otherwise.
        .json("CheckDuplicate", Optional.of(new Json.Bool(true)))
        .text("Driver", network.driver())
        .texts("Options", network.options())
        .json("Attachable", Optional.of(new Json.Bool(network.attachable())))
        .json("Internal", Optional.of(new Json.Bool(network.internal())))
        .texts("Labels", network.labels())
        .flag("EnableIPv6", network.addressing().ipv6())
        .inside("IPAM", i -> ipam(i, network.addressing()))
        .tree();
  }

  private static Patch ipam(Patch patch, Addressing addressing) {
    return patch
        .text("Driver", addressing.ipam().name())
        .texts("Options", addressing.ipam().options())
        .items("Config", addressing.pools().stream().map(NetworkWire::pool).toList());
  }

  private static Json pool(Pool pool) {
    return Patch.NEW
        .text("Subnet", pool.subnet())
        .text("IPRange", pool.range())
        .text("Gateway", pool.gateway())
        .tree();
  }

  static LiveNetwork read(Json network) {
    var name = network.get("Name").text().orElse("");
    var options = new LinkedHashMap<>(network.get("Options").textMembers());
    options.remove(ALLOTTED);
    var spec =
        new NetworkSpec(
            name,
            network.get("Driver").text().orElse(""),
            options,
            network.get("Attachable").isTrue(),
            network.get("Internal").isTrue(),
            network.get("Labels").textMembers(),
            addressing(network));
    boolean swarm = network.get("Scope").text().orElse("").equals("swarm");
    // Before API 1.29 only its name tells the routing mesh's network.
    boolean ingress =
        network.get("Ingress").isTrue()
            || (swarm && network.get("Ingress").isNull() && name.equals("ingress"));
    return new LiveNetwork(network.get("Id").text().orElse(""), spec, swarm, ingress);
  }

  private static Addressing addressing(Json network) {
    var ipam = network.get("IPAM");
    return new Addressing(
        network.get("EnableIPv6").isTrue(),
        new Driver(
            ipam.get("Driver").nonEmptyText().filter(d -> !d.equals(OWN_IPAM)),
            ipam.get("Options").textMembers()),
        ipam.get("Config").items().stream().map(NetworkWire::pool).toList());
  }

  private static Pool pool(Json pool) {
    return new Pool(
        pool.get("Subnet").nonEmptyText(),
        pool.get("Gateway").nonEmptyText(),
        pool.get("IPRange").nonEmptyText());
  }
}
