package dev.catamaran.bench.mesh;

import dev.catamaran.mesh.PlaneChoice;
import dev.catamaran.mesh.Relay;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RouteChanges;
import dev.catamaran.route.RoutingTable;
import dev.catamaran.route.RoutingTable.Backend;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How long the kernel plane takes to change one service of many, and to be told all of them:
 * {@code Scale SERVICES REPETITIONS}. Prints milliseconds, one line a measure.
 */
final class Scale {
  private static final int FIRST_PORT = 10_000;

  /** Kept here, because a logger that nobody holds forgets its level. */
  private static final Logger LOG = Logger.getLogger("dev.catamaran");

  private Scale() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    // Each full table is one that somebody deleted, and says so.
    LOG.setLevel(Level.OFF);
    int services = Integer.parseInt(words[0]);
    int repetitions = Integer.parseInt(words[1]);
    try (var relay = Relay.start();
        var plane =
            PlaneChoice.KERNEL.open(List.of(new InetSocketAddress(0).getAddress()), relay).plane()) {
      var routes = new TreeMap<ListenKey, Route>();
      for (int i = 0; i < services; i++) {
        routes.put(key(i), route(i, 3));
      }
      long begin = System.nanoTime();
      plane.switchTo(new RoutingTable(routes));
      System.out.printf("start %.3f%n", (System.nanoTime() - begin) / 1e6);

      var changes = new double[repetitions];
      for (int i = 0; i < 2 * repetitions; i++) {
        var change = RouteChanges.of(key(i * 7 % services), route(i * 7 % services, 2 + i % 2));
        begin = System.nanoTime();
        plane.apply(change);
        // The first half is warm-up.
        changes[i % repetitions] = (System.nanoTime() - begin) / 1e6;
      }
      Arrays.sort(changes);
      System.out.printf(
          "change %.4f p99 %.4f%n", changes[repetitions / 2], changes[repetitions * 99 / 100]);

      var full = new ArrayList<Double>();
      for (int i = 0; i < 7; i++) {
        new ProcessBuilder("nft", "delete", "table", "ip", "catamaran").start().waitFor();
        begin = System.nanoTime();
        plane.retry();
        full.add((System.nanoTime() - begin) / 1e6);
      }
      full.sort(null);
      System.out.printf("full %.3f%n", full.get(full.size() / 2));
    }
  }

  private static ListenKey key(int service) {
    return new ListenKey(Protocol.TCP, new Port(FIRST_PORT + service));
  }

  private static Route route(int service, int endpoints) {
    var backends = new ArrayList<Backend>();
    for (int i = 0; i < endpoints; i++) {
      var address = "10." + (i + 1) + "." + service / 250 + "." + (service % 250 + 1);
      backends.add(new Backend("task" + i, address, new Port(32_768 + i)));
    }
    return new Route("service" + service, backends);
  }
}
