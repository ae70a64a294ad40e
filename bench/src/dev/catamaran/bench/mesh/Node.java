package dev.catamaran.bench.mesh;

import dev.catamaran.mesh.PlaneChoice;
import dev.catamaran.mesh.Relay;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable;
import dev.catamaran.route.RoutingTable.Backend;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A plane with fixed routes, until it is stopped: {@code Node kernel tcp:8080=ADDRESS:PORT,...}.
 */
final class Node {
  private Node() {}

  public static void main(String[] words) throws InterruptedException {
    var relay = Relay.start();
    var plane =
        PlaneChoice.valueOf(words[0].toUpperCase(java.util.Locale.ROOT))
            .open(List.of(new InetSocketAddress(0).getAddress()), relay)
            .plane();
    var routes = new TreeMap<ListenKey, Route>();
    for (int i = 1; i < words.length; i++) {
      var parts = words[i].split("[:=]", 3);
      var key = new ListenKey(Protocol.of(parts[0]).orElseThrow(), new Port(Integer.parseInt(parts[1])));
      routes.put(key, new Route("bench", backends(parts[2])));
    }
    plane.switchTo(new RoutingTable(routes));
    plane.states().forEach(System.out::println);
    Thread.sleep(Long.MAX_VALUE);
  }

  private static List<Backend> backends(String text) {
    var all = new ArrayList<Backend>();
    for (var one : text.split(",")) {
      var parts = one.split(":");
      all.add(new Backend("task", parts[0], new Port(Integer.parseInt(parts[1]))));
    }
    return all;
  }
}
