package dev.catamaran.route;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RouteSnapshot.Generation;
import dev.catamaran.route.RoutingTable.Backend;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/** The JSON text in which agents pass routes to each other and keep them. */
public final class RouteText {
  private static final String VERSION = "catamaran.routes/v1";

  private RouteText() {}

  /** A text that is no route snapshot; the message says what is wrong in it. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  public static String write(RouteSnapshot snapshot) {
    return JsonText.compact(
        Json.object()
            .with("apiVersion", VERSION)
            .with("cluster", snapshot.cluster())
            .with("generation", snapshot.generation().toString())
            .with("routes", table(snapshot.table())));
  }

  private static Json table(RoutingTable table) {
    return Json.array(
        table.routes().entrySet().stream().map(e -> route(e.getKey(), e.getValue())).toList());
  }

  private static Json route(ListenKey key, Route route) {
    return Json.object()
        .with("port", key.port().number())
        .with("protocol", key.protocol().word())
        .with("service", route.service())
        .with("spread", route.spread().word())
        .with("proxyHeader", route.proxyHeader().word())
        .with("backends", Json.array(route.backends().stream().map(RouteText::backend).toList()));
  }

  private static Json backend(Backend backend) {
    return Json.object()
        .with("task", backend.taskId())
        .with("address", backend.address())
        .with("port", backend.port().number());
  }

  /**
   * Reads what {@link #write} wrote, and nothing else.
   *
   * @throws Unreadable for any other text
   */
  public static RouteSnapshot read(String text) {
    try {
      var json = JsonText.parse(text);
      var version = required(json, "apiVersion");
      if (!version.equals(VERSION)) {
        throw new Unreadable("apiVersion is \"" + version + "\", not \"" + VERSION + "\"");
      }
      var generation = required(json, "generation");
      return new RouteSnapshot(
          required(json, "cluster"),
          Generation.parse(generation)
              .orElseThrow(() -> new Unreadable("\"" + generation + "\" is no generation")),
          table(list(json, "routes")));
    } catch (MalformedJson e) {
      throw new Unreadable("no JSON: " + e.getMessage());
    }
  }

  private static RoutingTable table(Json.Arr routes) {
    var table = new TreeMap<ListenKey, Route>();
    for (var item : routes.items()) {
      var key = new ListenKey(protocol(item), port(item));
      var backends = list(item, "backends").items().stream().map(RouteText::readBackend).toList();
      if (table.put(key, route(item, backends)) != null) {
        throw new Unreadable("port " + key + " is there twice");
      }
    }
    return new RoutingTable(table);
  }

  private static Backend readBackend(Json json) {
    var address = required(json, "address");
    try {
      InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException _) {
      throw new Unreadable("\"" + address + "\" is no IP address");
    }
    return new Backend(required(json, "task"), address, port(json));
  }

  private static Protocol protocol(Json json) {
    var word = required(json, "protocol");
    return Optional.of(word)
        .flatMap(Protocol::of)
        .filter(p -> p.word().equals(word))
        .orElseThrow(() -> new Unreadable("\"" + word + "\" is no protocol"));
  }

  /** What agents did not know yet they did not write: it was as it is by default. */
  private static Route route(Json json, List<Backend> backends) {
    return new Route(
        required(json, "service"),
        backends,
        word(json, "spread", Spread.ANY, Spread::of),
        word(json, "proxyHeader", ProxyHeader.NONE, ProxyHeader::of));
  }

  private static <T> T word(
      Json json, String key, T otherwise, Function<String, Optional<T>> reader) {
    if (json.get(key).isNull()) {
      return otherwise;
    }
    var word = required(json, key);
    return reader.apply(word).orElseThrow(() -> new Unreadable("\"" + word + "\" is no " + key));
  }

  private static Port port(Json json) {
    OptionalLong number = json.get("port").number();
    if (number.isEmpty() || number.getAsLong() < Port.LOWEST || number.getAsLong() > Port.HIGHEST) {
      throw new Unreadable("\"port\" is no port number");
    }
    return new Port((int) number.getAsLong());
  }

  private static String required(Json json, String key) {
    return json.get(key)
        .nonEmptyText()
        .orElseThrow(() -> new Unreadable("\"" + key + "\" is not there, or no text"));
  }

  private static Json.Arr list(Json json, String key) {
    if (json.get(key) instanceof Json.Arr list) {
      return list;
    }
    throw new Unreadable("\"" + key + "\" is not there, or no list");
  }
}
