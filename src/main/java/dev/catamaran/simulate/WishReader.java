package dev.catamaran.simulate;

import dev.catamaran.json.Json;
import dev.catamaran.model.ImageRef;
import dev.catamaran.scheduling.Constraint;
import dev.catamaran.scheduling.MalformedConstraint;
import dev.catamaran.simulate.Wish.Drivers;
import dev.catamaran.simulate.Wish.Load;
import dev.catamaran.simulate.Wish.OfferedPlatform;
import dev.catamaran.simulate.Wish.Placement;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.Isolation;
import dev.catamaran.spec.Resources.Amount;
import dev.catamaran.spec.Resources.Generic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;

/** The Engine API's service spec to a {@link Wish}; refuses in the engine's words. */
final class WishReader {
  private WishReader() {}

  static Wish read(Json.Obj spec) {
    var task = spec.get("TaskTemplate");
    var endpoint = spec.get("EndpointSpec");
    return new Wish(
        spec,
        spec.get("Name").text().orElse(""),
        mode(spec.get("Mode")),
        load(task),
        placement(task.get("Placement")),
        networks(spec),
        EndpointReader.read(endpoint),
        new Wish.Policies(
            PolicyReader.update(spec.get("UpdateConfig")),
            PolicyReader.update(spec.get("RollbackConfig")),
            PolicyReader.restart(task.get("RestartPolicy"))),
        Json.object().with("task", bare(task)).with("endpoint", bare(endpoint)));
  }

  private static Mode mode(Json mode) {
    if (!mode.get("ReplicatedJob").isNull() || !mode.get("GlobalJob").isNull()) {
      throw Refusal.invalid("this simulated engine runs no jobs");
    }
    if (!mode.get("Global").isNull()) {
      return new Mode.Global();
    }
    long replicas = mode.at("Replicated", "Replicas").number().orElse(1);
    if (replicas < 0 || replicas > Integer.MAX_VALUE) {
      throw Refusal.invalid("Number of replicas must be non-negative");
    }
    return new Mode.Replicated((int) replicas);
  }

  private static Load load(Json task) {
    var container = task.get("ContainerSpec");
    var image =
        container
            .get("Image")
            .nonEmptyText()
            .orElseThrow(() -> Refusal.invalid("ContainerSpec: image reference must be provided"));
    try {
      ImageRef.parse(image);
    } catch (IllegalArgumentException _) {
      throw Refusal.invalid("ContainerSpec: \"" + image + "\" is not a valid repository/tag");
    }
    var reserved = task.at("Resources", "Reservations");
    return new Load(
        image,
        container.get("Isolation").nonEmptyText().flatMap(Isolation::of),
        new Amount(positive(reserved.get("NanoCPUs")), positive(reserved.get("MemoryBytes"))),
        generic(reserved),
        new Drivers(
            container.get("Mounts").items().stream()
                .flatMap(m -> m.at("VolumeOptions", "DriverConfig", "Name").nonEmptyText().stream())
                .filter(name -> !name.equals("local"))
                .toList(),
            task.at("LogDriver", "Name").nonEmptyText().filter(name -> !name.equals("none"))));
  }

  private static List<Generic> generic(Json reserved) {
    return reserved.get("GenericResources").items().stream()
        .map(g -> g.get("DiscreteResourceSpec"))
        .map(g -> new Generic(g.get("Kind").text().orElse(""), g.get("Value").number().orElse(0)))
        .toList();
  }

  private static OptionalLong positive(Json number) {
    var value = number.number();
    return value.isPresent() && value.getAsLong() > 0 ? value : OptionalLong.empty();
  }

  private static Placement placement(Json placement) {
    return new Placement(
        placement.get("Constraints").textItems().stream().map(WishReader::constraint).toList(),
        placement.get("Platforms").items().stream()
            .map(p ->
                new OfferedPlatform(
                    p.get("OS").text().orElse(""), p.get("Architecture").text().orElse("")))
            .toList(),
        placement.get("Preferences").items().stream()
            .flatMap(p -> p.at("Spread", "SpreadDescriptor").text().stream())
            .toList(),
        placement.get("MaxReplicas").number().orElse(0));
  }

  private static Constraint constraint(String text) {
    try {
      return Constraint.parse(text);
    } catch (MalformedConstraint e) {
      throw Refusal.invalid(e.text());
    }
  }

  private static List<String> networks(Json spec) {
    var named = new ArrayList<String>();
    for (var list : List.of(spec.at("TaskTemplate", "Networks"), spec.get("Networks"))) {
      list.items().forEach(n -> n.get("Target").text().ifPresent(named::add));
    }
    return named.stream().distinct().toList();
  }

  /** Go writes a missing value as null, "", 0, false or an empty list: none makes a difference. */
  private static Json bare(Json json) {
    return switch (json) {
      case Json.Obj(var members) -> {
        var kept = new LinkedHashMap<String, Json>();
        members.forEach((key, value) -> {
          var inner = bare(value);
          if (!nothing(inner)) {
            kept.put(key, inner);
          }
        });
        yield new Json.Obj(kept);
      }
      case Json.Arr(var items) -> new Json.Arr(items.stream().map(WishReader::bare).toList());
      case Json.Text t -> t;
      case Json.Num(var value) -> new Json.Num(value.stripTrailingZeros());
      case Json.Bool b -> b;
      case Json.Null n -> n;
    };
  }

  private static boolean nothing(Json json) {
    return switch (json) {
      case Json.Obj(var members) -> members.isEmpty();
      case Json.Arr(var items) -> items.isEmpty();
      case Json.Text(var value) -> value.isEmpty();
      case Json.Num(var value) -> value.signum() == 0;
      case Json.Bool(var value) -> !value;
      case Json.Null _ -> true;
    };
  }
}
