package dev.catamaran.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable.Backend;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RouteChangesTest {
  private static final ListenKey WEB = new ListenKey(Protocol.TCP, new Port(8080));
  private static final ListenKey DNS = new ListenKey(Protocol.UDP, new Port(53));
  private static final Route EMPTY = new Route("shop_front", List.of());
  private static final Route FULL =
      new Route("shop_front", List.of(new Backend("t1", "10.0.0.7", new Port(49160))));

  @Test
  void onlyWhatDiffersIsAChange() {
    var before = RoutingTable.of(Map.of(WEB, EMPTY, DNS, EMPTY));
    var after = RoutingTable.of(Map.of(WEB, FULL, DNS, EMPTY));

    assertThat(RouteChanges.between(before, after)).isEqualTo(RouteChanges.of(WEB, FULL));
    assertThat(RouteChanges.between(after, after).isEmpty()).isTrue();
  }

  @Test
  void aPortThatIsGoneIsRemoved() {
    var before = RoutingTable.of(Map.of(WEB, FULL, DNS, EMPTY));
    var after = RoutingTable.of(Map.of(DNS, EMPTY));

    assertThat(RouteChanges.between(before, after)).isEqualTo(RouteChanges.without(WEB));
  }

  @Test
  void aPortIsNotSetAndRemovedAtOnce() {
    assertThatThrownBy(() ->
            new RouteChanges(
                new TreeMap<>(Map.of(WEB, FULL)), new TreeSet<>(java.util.Set.of(WEB))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
