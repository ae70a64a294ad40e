package dev.catamaran.route;

import static dev.catamaran.route.MeshedCluster.port;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.Task;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable.Backend;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.RoutingTable.Route;
import dev.catamaran.spec.Labels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private static final ListenKey WEB = new ListenKey(Protocol.TCP, new Port(8080));

  private static Route web(Routes routes) {
    return Objects.requireNonNull(routes.table().routes().get(WEB));
  }

  private static MeshedCluster twoNodes() {
    return new MeshedCluster().node("a", "10.0.0.1").node("b", "10.0.0.2");
  }

  @Test
  void aLabelledServiceIsReachedAtTheOpenPortsOfItsRunningTasks() {
    var cluster =
        twoNodes()
            .service("shop_front", "8080:80/tcp")
            .task("t2", "shop_front", "b", port(80, 49161))
            .task("t1", "shop_front", "a", port(80, 49160), port(443, 49170))
            .build();

    assertThat(Routes.of(cluster))
        .isEqualTo(
            new Routes(
                RoutingTable.of(
                    Map.of(
                        WEB,
                        new Route(
                            "shop_front",
                            List.of(
                                new Backend("t1", "10.0.0.1", new Port(49160)),
                                new Backend("t2", "10.0.0.2", new Port(49161)))))),
                List.of()));
  }

  @Test
  void aServiceWithoutTheLabelIsNotOurs() {
    var cluster =
        twoNodes().service("other", Map.of()).task("t", "other", "a", port(80, 1)).build();

    assertThat(Routes.of(cluster).table()).isEqualTo(RoutingTable.EMPTY);
  }

  @Test
  void aPortIsHeldForAServiceThatHasNoRunningTask() {
    var cluster =
        twoNodes()
            .service("shop_front", "8080:80/tcp")
            .task("t1", "shop_front", "a", Task.State.STARTING, port(80, 49160))
            .task("t2", "shop_front", "a", Task.State.FAILED, port(80, 49161))
            .build();

    assertThat(Routes.of(cluster).table().routes())
        .isEqualTo(Map.of(WEB, new Route("shop_front", List.of())));
  }

  @Test
  void theEngineListsAPortForEachAddressFamilyAndItCountsOnce() {
    var cluster =
        twoNodes()
            .service("shop_front", "8080:80/tcp")
            .task("t1", "shop_front", "a", port(80, 49160), port(80, 49160))
            .build();

    assertThat(web(Routes.of(cluster)).backends()).hasSize(1);
  }

  @Test
  void tasksOfANodeThatIsDownGetNoTraffic() {
    var cluster =
        new MeshedCluster()
            .node("a", "10.0.0.1", Node.State.DOWN, Map.of())
            .service("shop_front", "8080:80/tcp")
            .task("t1", "shop_front", "a", port(80, 49160))
            .build();

    assertThat(web(Routes.of(cluster)).backends()).isEmpty();
  }

  @Test
  void ofTwoServicesThatClaimAPortTheSmallerNameHasItAndTheOtherIsReported() {
    var cluster =
        twoNodes()
            .service("zoo_front", "8080:80/tcp,9090:90/tcp")
            .service("shop_front", "8080:80/tcp")
            .build();

    var routes = Routes.of(cluster);

    assertThat(routes.table().routes().values())
        .extracting(Route::service)
        .containsExactly("shop_front", "zoo_front");
    assertThat(routes.findings())
        .containsExactly(
            Finding.warning(
                    Code.PORT_TAKEN,
                    "services shop_front and zoo_front both publish port 8080/tcp on the mesh;"
                        + " it goes to shop_front")
                .tryThis("publish zoo_front on another port"));
  }

  @Test
  void aServiceMayAskThatAClientStaysWithItsTask() {
    var routes = Routes.of(labelled(Labels.MESH_SPREAD, "by-client"));

    assertThat(web(routes).spread()).isEqualTo(Spread.BY_CLIENT);
    assertThat(routes.findings()).isEmpty();
  }

  @Test
  void aServiceMayAskToBeToldItsClients() {
    assertThat(web(Routes.of(labelled(Labels.MESH_PROXY, "v2"))).proxyHeader())
        .isEqualTo(ProxyHeader.V2);
  }

  @Test
  void aWordOfAMeshLabelThatNobodyKnowsIsReportedAndTakenAsNotWritten() {
    var routes = Routes.of(labelled(Labels.MESH_SPREAD, "sticky"));

    assertThat(web(routes).spread()).isEqualTo(Spread.ANY);
    assertThat(routes.findings())
        .extracting(Finding::message)
        .containsExactly(
            "service shop_front has the label dev.catamaran.mesh.spread=\"sticky\", which nobody can"
                + " read; it is taken as not written");
  }

  private static Cluster labelled(String label, String word) {
    return twoNodes()
        .service("shop_front", Map.of(Labels.MESH, "8080:80/tcp", label, word))
        .build();
  }

  @Test
  void aLabelNobodyCanReadIsReportedAndStopsNobodyElse() {
    var cluster =
        twoNodes().service("bad", "8080->80").service("shop_front", "8080:80/tcp").build();

    var routes = Routes.of(cluster);

    assertThat(routes.table().routes()).containsOnlyKeys(WEB);
    assertThat(routes.findings())
        .extracting(Finding::message)
        .containsExactly(
            "service bad has the label dev.catamaran.mesh=\"8080->80\", which names no ports;"
                + " it is left out of the mesh");
  }

  @Test
  void aNodeWithoutAnAddressIsReportedOnce() {
    var cluster =
        new MeshedCluster()
            .node("a", "0.0.0.0")
            .service("shop_front", "8080:80/tcp")
            .task("t1", "shop_front", "a", port(80, 49160))
            .task("t2", "shop_front", "a", port(80, 49161))
            .build();

    var routes = Routes.of(cluster);

    assertThat(web(routes).backends()).isEmpty();
    assertThat(routes.findings())
        .extracting(Finding::message)
        .containsExactly(
            "node a has the address \"0.0.0.0\", where nobody can reach its tasks; they get no"
                + " traffic");
  }
}
