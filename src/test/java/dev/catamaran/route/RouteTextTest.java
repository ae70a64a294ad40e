package dev.catamaran.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RouteSnapshot.Generation;
import dev.catamaran.route.RoutingTable.Backend;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTextTest {
  private static final String TEXT =
      "{\"apiVersion\":\"catamaran.routes/v1\",\"cluster\":\"c1\",\"generation\":\"e-1.7\","
          + "\"routes\":[{\"port\":8080,\"protocol\":\"tcp\",\"service\":\"shop_front\","
          + "\"spread\":\"any\",\"proxyHeader\":\"v2\","
          + "\"backends\":[{\"task\":\"t1\",\"address\":\"10.0.0.7\",\"port\":49160}]},"
          + "{\"port\":9000,\"protocol\":\"udp\",\"service\":\"shop_log\",\"spread\":\"by-client\",\"proxyHeader\":\"none\",\"backends\":[]}]}";

  private static final RouteSnapshot SNAPSHOT =
      new RouteSnapshot(
          "c1",
          new Generation("e-1", 7),
          RoutingTable.of(
              Map.of(
                  new ListenKey(Protocol.TCP, new Port(8080)),
                  new Route(
                      "shop_front",
                      List.of(new Backend("t1", "10.0.0.7", new Port(49160))),
                      Spread.ANY,
                      ProxyHeader.V2),
                  new ListenKey(Protocol.UDP, new Port(9000)),
                  new Route("shop_log", List.of(), Spread.BY_CLIENT, ProxyHeader.NONE))));

  @Test
  void aSnapshotIsOneLineOfJson() {
    assertThat(RouteText.write(SNAPSHOT)).isEqualTo(TEXT);
  }

  @Test
  void whatIsWrittenIsReadTheSame() {
    assertThat(RouteText.read(TEXT)).isEqualTo(SNAPSHOT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          catamaran.routes/v1 | catamaran.routes/v2 | apiVersion is "catamaran.routes/v2"
          "cluster":"c1" | "cluster":"" | "cluster" is not there
          e-1.7 | e-1.0 | "e-1.0" is no generation
          "port":8080 | "port":80800 | "port" is no port number
          49160 | "49160" | "port" is no port number
          10.0.0.7 | node-b | "node-b" is no IP address
          "udp" | "UDP" | "UDP" is no protocol
          9000,"protocol":"udp" | 8080,"protocol":"tcp" | port 8080/tcp is there twice
          "backends":[] | "backends":null | "backends" is not there, or no list
          by-client | by-moon | "by-moon" is no spread
          "v2" | "v3" | "v3" is no proxyHeader
          "routes":[ | "routes":[[ | no JSON
          """)
  void anyOtherTextIsRefusedWithItsFault(String found, String replaced, String fault) {
    assertThat(TEXT).contains(found);
    var broken = TEXT.replace(found, replaced);

    assertThatThrownBy(() -> RouteText.read(broken))
        .isInstanceOf(RouteText.Unreadable.class)
        .hasMessageContaining(fault);
  }

  @Test
  void whatAnOlderAgentDidNotWriteIsAsItWasThen() {
    var old = TEXT.replace("\"spread\":\"any\",", "").replace("\"proxyHeader\":\"none\",", "");

    assertThat(RouteText.read(old)).isEqualTo(SNAPSHOT);
  }

  @Test
  void aGenerationIsOlderOnlyWithinItsEpoch() {
    var seven = new Generation("a", 7);

    assertThat(new Generation("a", 6).olderThan(seven)).isTrue();
    assertThat(seven.olderThan(seven)).isFalse();
    assertThat(new Generation("b", 1).olderThan(seven)).isFalse();
  }
}
