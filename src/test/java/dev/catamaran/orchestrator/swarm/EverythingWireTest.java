package dev.catamaran.orchestrator.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.spec.Content;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileSpec;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.Privileges.CredentialSpec.Source;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.Resources.Amount;
import dev.catamaran.spec.Resources.Generic;
import dev.catamaran.spec.ServiceSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Where each field of a specification stands in the Engine API, group by group. */
class EverythingWireTest {
  private static final Names NAMES =
      new Names(Map.of("shop_back", "net1"), Map.of("c", "config1"), Map.of("s", "secret1"));
  private static final ServiceSpec POOR = Specs.poor("a", "b:1");

  private static ServiceWire api(int minor) {
    return new ServiceWire(new ApiVersion(1, minor), NAMES);
  }

  private static Json written(ServiceSpec spec) {
    return api(47).write(Json.object(), spec);
  }

  private static ServiceSpec there(int minor, ServiceSpec spec) {
    return api(minor).read(api(minor).write(Json.object(), spec));
  }

  private static void assertJson(Json actual, String expected) {
    assertThat(JsonText.pretty(actual)).isEqualTo(JsonText.pretty(JsonText.parse(expected)));
  }

  @Test
  void everythingReadsBackTheSame() {
    var all = Everything.service("a", "b:1");
    assertThat(there(47, all)).isEqualTo(all);
  }

  @Test
  void howAContainerIsRun() {
    var task = written(Everything.with(POOR, Everything.execution())).get("TaskTemplate");
    assertJson(
        task,
        """
        {"ContainerSpec":{"Image":"b:1","TTY":true,"OpenStdin":true,"Init":true,
          "StopSignal":"SIGUSR1","ReadOnly":true,"Hosts":["10.0.0.7 db"],
          "DNSConfig":{"Nameservers":["10.0.0.53","fd00::53"],"Search":["shop.internal"],
           "Options":["ndots:2"]},
          "Groups":["33","44"],
          "CapabilityAdd":["CAP_NET_ADMIN"],"CapabilityDrop":["CAP_CHOWN","CAP_KILL"],
          "Sysctls":{"net.ipv4.ip_unprivileged_port_start":"80"},
          "Ulimits":[{"Name":"core","Hard":0,"Soft":0},{"Name":"nofile","Hard":2048,"Soft":1024}],
          "OomScoreAdj":-5},
         "LogDriver":{"Name":"json-file","Options":{"max-size":"1m"}}}
        """);
  }

  @Test
  void optionsOfMounts() {
    var mounts =
        written(Everything.service("a", "b:1")).at("TaskTemplate", "ContainerSpec", "Mounts");
    assertThat(mounts.items()).hasSize(3);
    assertJson(
        mounts.items().get(0),
        """
        {"Type":"bind","Source":"/etc","Target":"/host","ReadOnly":true,
         "BindOptions":{"Propagation":"private"}}
        """);
    assertThat(mounts.items().get(1).get("VolumeOptions").members())
        .containsEntry("NoCopy", new Json.Bool(true))
        .containsEntry("Subpath", new Json.Text("front"))
        .containsKeys("Labels", "DriverConfig");
    assertJson(
        mounts.items().get(2),
        """
        {"Type":"tmpfs","Target":"/scratch","TmpfsOptions":{"SizeBytes":1048576,"Mode":1023}}
        """);
  }

  @Test
  void theDefaultPropagationThatAnEngineShowsIsNotSaid() {
    var mount =
        """
        {"Type":"bind","Source":"/a","Target":"/a",
         "BindOptions":{"Propagation":"rprivate","NonRecursive":true}}
        """;
    assertThat(MountWire.read(JsonText.parse("[" + mount + "]")))
        .containsExactly(
            new Mount(Mount.Type.BIND, Optional.of("/a"), "/a", false, Optional.empty()));
  }

  @Test
  void clusterVolumesAndPipesHaveTheirOwnType() {
    var spec =
        Everything.with(
            POOR,
            new Mount(Mount.Type.CLUSTER, Optional.of("group:db"), "/db", false, Optional.empty()),
            new Mount(
                Mount.Type.NPIPE,
                Optional.of("\\\\.\\pipe\\docker_engine"),
                "\\\\.\\pipe\\docker_engine",
                false,
                Optional.empty()));
    assertThat(there(47, spec)).isEqualTo(spec);
    assertThat(
            written(spec).at("TaskTemplate", "ContainerSpec", "Mounts").items().stream()
                .flatMap(m -> m.get("Type").text().stream()))
        .containsExactly("cluster", "npipe");
  }

  @Test
  void aCredentialSpecOfAFileOrTheRegistryIsNamed() {
    var file = Everything.with(POOR, Everything.credentials(Source.FILE, "web.json"));
    var registry = Everything.with(POOR, Everything.credentials(Source.REGISTRY, "web"));
    assertJson(
        written(file).at("TaskTemplate", "ContainerSpec", "Privileges"),
        "{\"CredentialSpec\":{\"File\":\"web.json\"}}");
    assertJson(
        written(registry).at("TaskTemplate", "ContainerSpec", "Privileges"),
        "{\"CredentialSpec\":{\"Registry\":\"web\"}}");
    assertThat(there(47, file)).isEqualTo(file);
    assertThat(there(47, registry)).isEqualTo(registry);
    assertThat(there(28, file)).isEqualTo(POOR);
  }

  @Test
  void aCredentialSpecOfAConfigIsItsIdAndAReferenceThatNoContainerSees() {
    var spec = Everything.with(POOR, Everything.credentials(Source.CONFIG, "c"));
    assertJson(
        written(spec).at("TaskTemplate", "ContainerSpec"),
        """
        {"Image":"b:1",
         "Configs":[{"Runtime":{},"ConfigID":"config1","ConfigName":"c"}],
         "Privileges":{"CredentialSpec":{"Config":"config1"}}}
        """);
    assertThat(there(47, spec)).isEqualTo(spec);
    assertThat(there(39, spec)).isEqualTo(POOR);
  }

  @Test
  void whereTasksAreSpreadAndWhatIsReserved() {
    var resources =
        new Resources(
            Amount.NONE, Amount.NONE, OptionalLong.of(64), List.of(new Generic("GPU", 2)));
    var spec = Everything.with(Everything.service("a", "b:1"), new Mode.Replicated(1), resources);
    var task = written(spec).get("TaskTemplate");
    assertJson(
        task.get("Resources"),
        """
        {"Limits":{"Pids":64},
         "Reservations":{"GenericResources":[{"DiscreteResourceSpec":{"Kind":"GPU","Value":2}}]}}
        """);
    assertJson(
        task.get("Placement"),
        """
        {"Constraints":["node.role == worker"],
         "Preferences":[{"Spread":{"SpreadDescriptor":"node.labels.zone"}},
          {"Spread":{"SpreadDescriptor":"engine.labels.rack"}}],
         "MaxReplicas":2,
         "Platforms":[{"Architecture":"amd64","OS":"linux"}]}
        """);
    assertThat(there(47, spec)).isEqualTo(spec);
  }

  @Test
  void jobs() {
    var replicated = Everything.with(POOR, new Mode.ReplicatedJob(2, 5), Resources.NONE);
    var global = Everything.with(POOR, new Mode.GlobalJob(), Resources.NONE);
    assertJson(
        written(replicated).get("Mode"),
        "{\"ReplicatedJob\":{\"MaxConcurrent\":2,\"TotalCompletions\":5}}");
    assertJson(written(global).get("Mode"), "{\"GlobalJob\":{}}");
    assertThat(there(47, replicated)).isEqualTo(replicated);
    assertThat(there(47, global)).isEqualTo(global);
  }

  @Test
  void anOldEngineIsNotGivenWhatItDoesNotKnow() {
    var tree = api(27).write(Json.object(), Everything.service("a", "b:1"));
    var task = tree.get("TaskTemplate");
    assertThat(task.get("ContainerSpec").members())
        .containsKeys("TTY", "OpenStdin", "Hosts", "DNSConfig", "Groups")
        .doesNotContainKeys("Init", "StopSignal", "ReadOnly", "Sysctls", "Ulimits", "OomScoreAdj")
        .doesNotContainKeys("CapabilityAdd", "CapabilityDrop", "Privileges");
    assertThat(task.get("Placement").members()).containsOnlyKeys("Constraints");
    assertThat(task.at("Resources", "Limits", "Pids").isNull()).isTrue();
    assertThat(tree.get("Networks").items().getFirst().get("DriverOpts").isNull()).isTrue();
  }

  @Test
  void aNetworkHasItsPoolsAndKnowsTheEnginesOwnAddressManagement() {
    var network = Everything.network("back", Map.of());
    var tree = NetworkWire.write(network);
    assertThat(tree.get("EnableIPv6").isTrue()).isTrue();
    assertJson(
        tree.get("IPAM"),
        """
        {"Config":[
         {"Subnet":"10.78.0.0/24","IPRange":"10.78.0.128/25","Gateway":"10.78.0.9"},
         {"Subnet":"fd77::/64","Gateway":"fd77::9"}]}
        """);
    assertThat(NetworkWire.read(tree).spec()).isEqualTo(network);
    var shown = tree.with("IPAM", Patch.on(tree.get("IPAM")).text("Driver", "default").tree());
    assertThat(NetworkWire.read(shown).spec()).isEqualTo(network);
  }

  @Test
  void aFileMayHaveATemplateAndASecretAStoreElsewhere() {
    var api = new ApiVersion(1, 47);
    var content = new Content("x".getBytes(StandardCharsets.UTF_8));
    var template =
        new FileSpec(
            FileKind.CONFIG,
            "c",
            Map.of(),
            Optional.of(content),
            new FileSpec.Plugins(Driver.NONE, Optional.of("golang")));
    assertJson(
        FileWire.write(api, template),
        "{\"Name\":\"c\",\"Labels\":{},\"Data\":\"eA==\",\"Templating\":{\"Name\":\"golang\"}}");
    var elsewhere =
        new FileSpec(
            FileKind.SECRET,
            "s",
            Map.of(),
            Optional.empty(),
            new FileSpec.Plugins(
                new Driver(Optional.of("vault"), Map.of("path", "p")), Optional.empty()));
    assertJson(
        FileWire.write(api, elsewhere),
        """
        {"Name":"s","Labels":{},"Driver":{"Name":"vault","Options":{"path":"p"}}}
        """);
  }
}
