package dev.catamaran.orchestrator.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.AddressPools;
import dev.catamaran.cluster.AskedEngine;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveContainer;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.Task;
import dev.catamaran.json.JsonText;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.model.Cidr;
import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What engines show, read. */
class ObservedTest {
  @Test
  void aWindowsNodeHasItsBuildFromNodeLabelsOverEngineLabels() {
    var node =
        node(
            """
            {"ID":"w1","Version":{"Index":9},
             "Spec":{"Role":"worker","Availability":"drain",
              "Labels":{"dev.catamaran.os.build":"14393","dev.catamaran.os.revision":"1198"}},
             "Description":{"Hostname":"win1","Platform":{"Architecture":"x86_64","OS":"windows"},
              "Engine":{"EngineVersion":"17.03.1-ee-3",
               "Labels":{"dev.catamaran.os.build":"1","dev.catamaran.hyperv":"false"}}},
             "Status":{"State":"down","Addr":"10.0.0.2"}}
            """);
    assertThat(node.name().text()).isEqualTo("win1");
    assertThat(node.role()).isEqualTo(Node.Role.WORKER);
    assertThat(node.availability()).isEqualTo(Node.Availability.DRAIN);
    assertThat(node.state()).isEqualTo(Node.State.DOWN);
    assertThat(node.address()).isEqualTo("10.0.0.2");
    assertThat(node.facts()).hasToString("Windows build 14393.1198, engine 17.03.1-ee-3");
    assertThat(node.facts().platform().architecture()).isEqualTo("amd64");
    assertThat(node.facts().hyperV()).contains(false);
    assertThat(node.facts().ipvs()).isEmpty();
  }

  @Test
  void aNodeTellsWhatSwarmSchedulesBy() {
    var node =
        node(
            """
            {"ID":"n1","Spec":{"Role":"worker","Availability":"active"},
             "Description":{"Hostname":"l1","Platform":{"Architecture":"x86_64","OS":"linux"},
              "Resources":{"NanoCPUs":4000000000,"MemoryBytes":8589934592,"GenericResources":[
               {"DiscreteResourceSpec":{"Kind":"ssd","Value":3}},
               {"NamedResourceSpec":{"Kind":"gpu","Value":"u1"}},
               {"NamedResourceSpec":{"Kind":"gpu","Value":"u2"}}]},
              "Engine":{"EngineVersion":"28.5.2","Labels":{"rack":"r1"},
               "Plugins":[{"Type":"Volume","Name":"rexray:latest"}]}},
             "Status":{"State":"ready","Addr":"10.0.0.2"}}
            """);
    var capacity = node.description().capacity().orElseThrow();
    assertThat(capacity.nanoCpus()).isEqualTo(4_000_000_000L);
    assertThat(capacity.memoryBytes()).isEqualTo(8L << 30);
    assertThat(capacity.count("ssd")).isEqualTo(3);
    assertThat(capacity.count("gpu")).isEqualTo(2);
    assertThat(node.description().plugs("Volume", "rexray")).isTrue();
    assertThat(node.engineLabels()).containsExactly(Map.entry("rack", "r1"));
  }

  @Test
  void aWindowsNodeWithoutLabelsHasNoBuild() {
    var node =
        node(
            """
            {"ID":"w1","Spec":{"Role":"worker","Availability":"active"},
             "Description":{"Hostname":"win1","Platform":{"Architecture":"x86_64","OS":"windows"}},
             "Status":{"State":"ready","Addr":"10.0.0.2"}}
            """);
    assertThat(node.facts().platform().osVersion()).isEmpty();
    assertThat(node.facts().engine()).isEmpty();
  }

  @Test
  void aManagerThatSeesItselfNowhereIsWhereItAdvertises() {
    assertThat(manager("0.0.0.0", "10.0.0.1:2377").address()).isEqualTo("10.0.0.1");
    assertThat(manager("127.0.0.1", "[fd00::1]:2377").address()).isEqualTo("fd00::1");
    assertThat(manager("10.0.0.9", "10.0.0.1:2377").address()).isEqualTo("10.0.0.9");
  }

  @Test
  void aHostPortNamedForBothAddressFamiliesIsOnePort() {
    var task =
        task(
            """
            {"ID":"t1","ServiceID":"s1","Slot":2,"NodeID":"n1","DesiredState":"running",
             "Status":{"Timestamp":"2026-11-23T12:24:18.381516275Z","State":"running",
              "Message":"started","PortStatus":{"Ports":[
              {"Protocol":"tcp","TargetPort":80,"PublishedPort":32768,"PublishMode":"host"},
              {"Protocol":"tcp","TargetPort":80,"PublishedPort":32768,"PublishMode":"host"},
              {"Protocol":"udp","TargetPort":53,"PublishedPort":0,"PublishMode":"host"}]}}}
            """);
    assertThat(task.slot()).hasValue(2);
    assertThat(task.running()).isTrue();
    assertThat(task.status().since()).hasToString("2026-11-23T12:24:18.381516275Z");
    assertThat(task.ports())
        .containsExactly(new Task.OpenPort(new Port(32_768), new Port(80), Protocol.TCP));
  }

  @Test
  void aTaskWithoutANodeHasTheEnginesReasonWhole() {
    var task =
        task(
            """
            {"ID":"t1","ServiceID":"s1","DesiredState":"running",
             "Status":{"State":"pending","Message":"pending task scheduling",
              "Err":"no suitable node (unsupported platform on 3 nodes)"}}
            """);
    assertThat(task.nodeId()).isEmpty();
    assertThat(task.slot()).isEmpty();
    assertThat(task.status().error())
        .isEqualTo("no suitable node (unsupported platform on 3 nodes)");
  }

  @Test
  void aNetworkDoesNotShowTheVxlanNumberTheEngineChose() {
    var network =
        NetworkWire.read(
            JsonText.parse(
                """
                {"Name":"back","Id":"n1","Scope":"swarm","Driver":"overlay","Attachable":true,
                 "Internal":false,"Ingress":false,"Labels":null,
                 "Options":{"com.docker.network.driver.overlay.vxlanid_list":"4097",
                  "encrypted":""}}
                """));
    assertThat(network.spec().options()).isEqualTo(Map.of("encrypted", ""));
    assertThat(network.spec().encrypted()).isTrue();
    assertThat(network.swarmScope()).isTrue();
    assertThat(network.ingress()).isFalse();
    var write = NetworkWire.write(network.spec());
    assertThat(JsonText.compact(write))
        .isEqualTo(
            "{\"Name\":\"back\",\"CheckDuplicate\":true,\"Driver\":\"overlay\","
                + "\"Options\":{\"encrypted\":\"\"},\"Attachable\":true,\"Internal\":false}");
  }

  private static Node node(String json) {
    return NodeWire.read(JsonText.parse(json));
  }

  private static Task task(String json) {
    return TaskWire.read(JsonText.parse(json));
  }

  private static Node manager(String seen, String advertised) {
    return node(
        """
        {"ID":"m1","Spec":{"Role":"manager","Availability":"active"},
         "Status":{"State":"ready","Addr":"%s"},"ManagerStatus":{"Addr":"%s"}}
        """
            .formatted(seen, advertised));
  }

  @Test
  void theAddressPoolsOfTheSwarmAreRead() {
    assertThat(pools("{\"DefaultAddrPool\":[\"10.50.0.0/16\",\"10.60.0.0/16\"],\"SubnetSize\":26}"))
        .contains(
            new AddressPools(
                Stream.of("10.50.0.0/16", "10.60.0.0/16")
                    .flatMap(b -> Cidr.parse(b).stream())
                    .toList(),
                26));
  }

  @Test
  void enginesThatDoNotTellTheirPoolsHaveNone() {
    assertThat(pools("{\"ID\":\"c\"}")).isEmpty();
    assertThat(pools("{\"DefaultAddrPool\":null,\"SubnetSize\":0}")).isEmpty();
  }

  @Test
  void aContainerOfNoTaskHoldsThePortsItPublishes() {
    var cluster =
        cluster(
            "{\"NodeID\":\"n1\",\"Cluster\":{\"DataPathPort\":7777}}",
            """
            [{"Id":"c1","Names":["/blog/web","/old"],"Labels":{},
              "Ports":[{"IP":"0.0.0.0","PrivatePort":80,"PublicPort":8080,"Type":"tcp"},
                       {"IP":"::","PrivatePort":80,"PublicPort":8080,"Type":"tcp"},
                       {"PrivatePort":443,"Type":"tcp"}]},
             {"Id":"c2","Names":["/web.1.abc"],"Labels":{"com.docker.swarm.task.id":"abc"},
              "Ports":[{"PrivatePort":80,"PublicPort":8081,"Type":"tcp"}]}]
            """);
    assertThat(cluster.asked())
        .isEqualTo(
            new AskedEngine(
                Optional.of("n1"),
                Optional.empty(),
                new Port(7777),
                List.of(
                    new LiveContainer(
                        "c1",
                        "old",
                        List.of(new Task.OpenPort(new Port(8080), new Port(80), Protocol.TCP))))));
  }

  @Test
  void aPortThatTheEngineChoseStandsBesideTheWish() {
    var service =
        new ServiceWire(new ApiVersion(1, 40), Names.NONE)
            .readLive(
                JsonText.parse(
                    """
                    {"ID":"s1","Version":{"Index":7},
                     "Spec":{"Name":"web","TaskTemplate":{"ContainerSpec":{"Image":"web"}},
                      "EndpointSpec":{"Ports":[{"Protocol":"tcp","TargetPort":80}]}},
                     "Endpoint":{"Ports":[{"Protocol":"tcp","TargetPort":80,
                      "PublishedPort":30000,"PublishMode":"ingress"}]}}
                    """));
    assertThat(service.spec().endpoint().ports().getFirst().published()).isEmpty();
    assertThat(service.ports().getFirst().published()).contains(new Port(30_000));
  }

  private static Optional<AddressPools> pools(String swarm) {
    return cluster("{\"Cluster\":" + swarm + "}", "[]").pools();
  }

  private static Cluster cluster(String swarm, String containers) {
    var none = JsonText.parse("[]");
    var info = JsonText.parse("{\"Swarm\":" + swarm + "}");
    return ClusterWire.read(
        new ApiVersion(1, 40),
        List.of(none, info, none, none, none, none),
        List.of(JsonText.parse(containers)),
        Optional.empty());
  }
}
