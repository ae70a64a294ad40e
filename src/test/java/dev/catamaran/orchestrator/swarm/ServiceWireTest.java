package dev.catamaran.orchestrator.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.Deployment.Placement;
import dev.catamaran.spec.Deployment.Policies;
import dev.catamaran.spec.Isolation;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.RestartPolicy;
import dev.catamaran.spec.ServiceSpec;
import dev.catamaran.spec.UpdatePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ServiceWireTest {
  private static final Names NAMES =
      new Names(Map.of("shop_back", "net1"), Map.of("c", "config1"), Map.of("s", "secret1"));

  private static ServiceWire api(int minor) {
    return new ServiceWire(new ApiVersion(1, minor), NAMES);
  }

  private static ServiceSpec there(ServiceWire wire, ServiceSpec spec) {
    return wire.read(wire.write(Json.object(), spec));
  }

  @Test
  void aServiceThatSaysNothingIsWrittenWithNothing() {
    assertThat(written(api(41), Specs.poor("shop_db", "redis:7")))
        .isEqualTo(
            json(
                """
                {"Name":"shop_db",
                 "TaskTemplate":{"ContainerSpec":{"Image":"redis:7"}},
                 "Mode":{"Replicated":{"Replicas":1}},
                 "EndpointSpec":{"Mode":"vip"}}
                """));
  }

  @Test
  void everyFieldOfAServiceHasItsPlace() {
    assertThat(written(api(41), Specs.rich("shop_front", "10.0.0.1:5000/web:1")))
        .isEqualTo(
            json(
                """
                {"Name":"shop_front",
                 "Labels":{"com.docker.stack.namespace":"shop"},
                 "TaskTemplate":{
                  "RestartPolicy":{"Condition":"on-failure","Delay":1000000000,"MaxAttempts":3,
                   "Window":9000000000},
                  "Resources":{
                   "Limits":{"NanoCPUs":500000000,"MemoryBytes":67108864},
                   "Reservations":{"MemoryBytes":16777216}},
                  "Placement":{"Constraints":["node.role == worker"],
                   "Platforms":[{"Architecture":"amd64","OS":"linux"}]},
                  "Networks":[{"Target":"net1","Aliases":["front","www"]}],
                  "ContainerSpec":{"Image":"10.0.0.1:5000/web:1",
                   "Command":["/bin/start"],"Args":["-v",""],
                   "Env":["MODE=a=b","EMPTY=","NAMED"],"Dir":"/tmp","User":"0:0",
                   "Labels":{"tier":"front"},"Hostname":"{{.Node.Hostname}}",
                   "Mounts":[
                    {"Type":"bind","Source":"/etc/hostname","Target":"/host","ReadOnly":true},
                    {"Type":"volume","Source":"shop_data","Target":"/data",
                     "VolumeOptions":{"Labels":{"owner":"shop"},"DriverConfig":{"Name":"local"}}},
                    {"Type":"tmpfs","Target":"/scratch"}],
                   "Secrets":[{"File":{"Name":"s","UID":"33","GID":"33","Mode":256},
                    "SecretID":"secret1","SecretName":"s"}],
                   "Configs":[{"File":{"Name":"/etc/c","UID":"0","GID":"0","Mode":292},
                    "ConfigID":"config1","ConfigName":"c"}],
                   "Healthcheck":{"Test":["CMD","/bin/hostname"],"Interval":5000000000,
                    "Timeout":1500000000,"Retries":2,"StartPeriod":1000000000},
                   "StopGracePeriod":3000000000}},
                 "Mode":{"Replicated":{"Replicas":2}},
                 "UpdateConfig":{"Parallelism":2,"Delay":1000000000,"FailureAction":"rollback",
                  "Monitor":2000000000,"MaxFailureRatio":0.25,"Order":"start-first"},
                 "RollbackConfig":{"Parallelism":0,"FailureAction":"continue"},
                 "EndpointSpec":{"Mode":"dnsrr","Ports":[
                  {"Protocol":"tcp","TargetPort":80,"PublishedPort":18080,"PublishMode":"host"},
                  {"Protocol":"udp","TargetPort":53,"PublishMode":"host"}]}}
                """));
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    var rich = Specs.rich("shop_front", "redis:7");
    var poor = Specs.poor("shop_db", "redis:7");
    assertThat(there(api(41), rich)).isEqualTo(rich);
    assertThat(there(api(41), poor)).isEqualTo(poor);
  }

  @Test
  void theWordsAnEngineAddsByItselfReadAsNotSaid() {
    var live =
        JsonText.parse(
            """
            {"Name":"shop_db","Labels":{},
             "TaskTemplate":{
              "ContainerSpec":{"Image":"redis:7","DNSConfig":{},"Isolation":"default",
               "Privileges":{"CredentialSpec":null,"SELinuxContext":null}},
              "Resources":{"Limits":{},"Reservations":{}},
              "Placement":{},"ForceUpdate":0,"Runtime":"container"},
             "Mode":{"Replicated":{"Replicas":1}},"EndpointSpec":{"Mode":"vip"}}
            """);
    assertThat(api(41).read(live)).isEqualTo(Specs.poor("shop_db", "redis:7"));
  }

  @Test
  void defaultsThatTheUserWroteAreKeptAsNotSaid() {
    var poor = Specs.poor("shop_db", "redis:7");
    var said =
        deployed(
            contained(poor, Optional.of(Isolation.DEFAULT)),
            new Placement(List.of(), List.of()),
            new Policies(
                Optional.of(
                    new UpdatePolicy(
                        OptionalInt.of(1),
                        Optional.empty(),
                        Optional.of("pause"),
                        Optional.empty(),
                        Optional.of(0.0),
                        Optional.of("stop-first"))),
                Optional.empty(),
                Optional.of(
                    new RestartPolicy(
                        Optional.of("any"),
                        Optional.empty(),
                        OptionalLong.of(0),
                        Optional.empty()))));
    var policies = there(api(41), said).deployment().policies();
    assertThat(policies.update())
        .contains(
            new UpdatePolicy(
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(policies.restart())
        .contains(
            new RestartPolicy(
                Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()));
    assertThat(there(api(41), said).container()).isEqualTo(poor.container());
  }

  @Test
  void anUpdatePolicyWithoutParallelismReplacesOneTaskAtATimeNotAll() {
    var policy =
        new UpdatePolicy(
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var spec =
        deployed(
            Specs.poor("a", "b"),
            new Placement(List.of(), List.of()),
            new Policies(Optional.of(policy), Optional.empty(), Optional.empty()));
    assertThat(api(41).write(Json.object(), spec).at("UpdateConfig", "Parallelism").number())
        .hasValue(1);
  }

  @Test
  void aPlatformLosesWhatTheSchedulerDoesNotCompare() {
    var build = OsVersion.parse("10.0.20348.1");
    var spec =
        deployed(
            Specs.poor("a", "b"),
            new Placement(
                List.of(),
                List.of(
                    new Platform(Os.WINDOWS, "amd64", Optional.empty(), build),
                    new Platform(Os.WINDOWS, "amd64", Optional.empty(), Optional.empty()),
                    new Platform(Os.LINUX, "arm", Optional.of("v7"), Optional.empty()))),
            Policies.DEFAULT);
    assertThat(there(api(41), spec).deployment().placement().platforms())
        .containsExactly(Platform.of(Os.WINDOWS, "amd64"), Platform.of(Os.LINUX, ""));
  }

  @Test
  void anUpdateLeavesWhatWeDoNotKnowAndTakesAwayWhatWasTakenAway() {
    var live =
        JsonText.parse(
            """
            {"Name":"shop_front","Labels":{"old":"1"},
             "TaskTemplate":{
              "ContainerSpec":{"Image":"web:1","Env":["A=1"],"Sysctls":{"net.core.somaxconn":"9"},
               "Mounts":[{"Type":"bind","Source":"/a","Target":"/host",
                "BindOptions":{"NonRecursive":true,"Propagation":"rslave"}}],
               "Privileges":{"NoNewPrivileges":true,"CredentialSpec":{"File":"old.json"}},
               "Configs":[{"Runtime":{},"ConfigID":"credential","ConfigName":"credential"}]},
              "Networks":[{"Target":"net1","DriverOpts":{"x":"y"},"Later":1}],
              "Placement":{"Constraints":["a == b"],"Preferences":[{"Spread":{}}]},
              "Resources":{"SwapBytes":9},
              "LogDriver":{"Name":"none"},"ForceUpdate":3},
             "Mode":{"Global":{}},"EndpointSpec":{"Mode":"vip","Ports":[]}}
            """);
    var patched = api(41).write(live, Specs.rich("shop_front", "web:2"));
    var task = patched.get("TaskTemplate");
    var container = task.get("ContainerSpec");
    assertThat(task.get("ForceUpdate").number()).hasValue(3);
    assertThat(task.at("Resources", "SwapBytes").number()).hasValue(9);
    assertThat(task.get("Networks").items().getFirst().get("Later").number()).hasValue(1);
    assertThat(container.get("Privileges").members()).containsOnlyKeys("NoNewPrivileges");
    assertThat(container.get("Mounts").items().getFirst().get("BindOptions").members())
        .containsOnlyKeys("NonRecursive");
    assertThat(container.get("Configs").items()).hasSize(1);
    assertThat(container.get("Sysctls").isNull()).isTrue();
    assertThat(task.get("LogDriver").isNull()).isTrue();
    assertThat(task.at("Placement", "Preferences").isNull()).isTrue();
    assertThat(task.get("Networks").items().getFirst().get("DriverOpts").isNull()).isTrue();
    var poorer = api(41).write(patched, Specs.poor("shop_front", "web:2"));
    assertThat(api(41).read(poorer)).isEqualTo(Specs.poor("shop_front", "web:2"));
    assertThat(poorer.at("TaskTemplate", "ContainerSpec", "Env").isNull()).isTrue();
  }

  @Test
  void anOldEngineIsNotGivenWhatItDoesNotKnow() {
    var wire = api(27);
    var spec = contained(Specs.rich("shop_front", "web:1"), Optional.of(Isolation.PROCESS));
    var tree = wire.write(Json.object(), spec);
    assertThat(tree.get("Networks").items()).hasSize(1);
    assertThat(tree.get("RollbackConfig").isNull()).isTrue();
    assertThat(tree.at("UpdateConfig", "Order").isNull()).isTrue();
    assertThat(tree.at("TaskTemplate", "Networks").isNull()).isTrue();
    assertThat(tree.at("TaskTemplate", "Placement", "Platforms").isNull()).isTrue();
    var container = tree.at("TaskTemplate", "ContainerSpec");
    assertThat(container.get("Isolation").isNull()).isTrue();
    assertThat(container.get("Configs").isNull()).isTrue();
    assertThat(container.at("Healthcheck", "StartPeriod").isNull()).isTrue();
    assertThat(container.get("Secrets").items()).hasSize(1);
    assertThat(wire.read(tree).networks()).isEqualTo(spec.networks());
  }

  @Test
  void theDigestAnOldEngineAddsToTheTagIsNotRead() {
    var digest = "sha256:" + "0".repeat(64);
    var live = Specs.poor("a", "web:1@" + digest);
    assertThat(there(api(27), live)).isEqualTo(Specs.poor("a", "web:1"));
    assertThat(there(api(41), live)).isEqualTo(live);
  }

  @Test
  void aPortTheEngineAllottedIsNotPartOfTheWish() {
    var live =
        JsonText.parse(
            """
            {"ID":"s1","Version":{"Index":24},
             "Spec":{"Name":"a","TaskTemplate":{"ContainerSpec":{"Image":"b"}},
              "EndpointSpec":{"Mode":"vip","Ports":[
               {"Protocol":"tcp","TargetPort":80,"PublishMode":"ingress"}]}},
             "Endpoint":{"Ports":[{"Protocol":"tcp","TargetPort":80,"PublishedPort":30000}]},
             "UpdateStatus":{"State":"paused"}}
            """);
    var service = api(41).readLive(live);
    assertThat(service.version()).isEqualTo(24);
    assertThat(service.updateState()).contains("paused");
    assertThat(service.spec().endpoint().ports())
        .allSatisfy(p -> assertThat(p.published()).isEmpty());
  }

  @Test
  void anUnknownWordIsAnErrorThatNamesTheService() {
    var live =
        JsonText.parse(
            """
            {"Name":"a","TaskTemplate":{"ContainerSpec":{"Image":"b"}},
             "EndpointSpec":{"Mode":"magic"}}
            """);
    assertThatThrownBy(() -> api(41).read(live))
        .hasMessage("service a: unknown endpoint mode \"magic\"");
  }

  private static ServiceSpec contained(ServiceSpec spec, Optional<Isolation> isolation) {
    return new ServiceSpec(
        spec.name(),
        spec.labels(),
        spec.image(),
        spec.container().withIsolation(isolation),
        spec.deployment(),
        spec.networks(),
        spec.endpoint());
  }

  private static ServiceSpec deployed(ServiceSpec spec, Placement placement, Policies policies) {
    return new ServiceSpec(
        spec.name(),
        spec.labels(),
        spec.image(),
        spec.container(),
        new Deployment(spec.deployment().mode(), placement, Resources.NONE, policies),
        spec.networks(),
        spec.endpoint());
  }

  private static String written(ServiceWire wire, ServiceSpec spec) {
    return JsonText.pretty(wire.write(Json.object(), spec));
  }

  private static String json(String text) {
    return JsonText.pretty(JsonText.parse(text));
  }
}
