package dev.catamaran.lab;

import dev.catamaran.json.Json;
import dev.catamaran.simulate.SimNetwork;
import java.util.List;

/** Simulated networks as the Engine API writes them. */
final class NetworkWire {
  private NetworkWire() {}

  static Json.Obj json(SimNetwork network) {
    var body = network.body();
    var asked = body.at("IPAM", "Config").items();
    var config =
        Json.object()
            .with("Subnet", network.block().toString())
            .with("Gateway", network.block().address(1));
    return Json.object()
        .with("Name", network.name())
        .with("Id", network.id())
        .with("Created", network.meta().created().toString())
        .with("Scope", scope(network))
        .with("Driver", network.driver())
        .with("EnableIPv4", true)
        .with("EnableIPv6", body.get("EnableIPv6").isTrue())
        .with(
            "IPAM",
            Json.object()
                .with("Driver", "default")
                .with("Options", Json.Null.NULL)
                .with(
                    "Config",
                    network.overlay()
                        ? Json.array(asked.isEmpty() ? List.of(config) : asked)
                        : Json.Arr.EMPTY))
        .with("Internal", body.get("Internal").isTrue())
        .with("Attachable", body.get("Attachable").isTrue())
        .with("Ingress", network.ingress())
        .with("ConfigFrom", Json.object().with("Network", ""))
        .with("ConfigOnly", false)
        .with("Containers", Json.object())
        .with("Options", Json.texts(body.get("Options").textMembers()))
        .with("Labels", Json.texts(body.get("Labels").textMembers()));
  }

  static String scope(SimNetwork network) {
    return network.local() ? "local" : "swarm";
  }
}
