package dev.catamaran.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Engine API over HTTP, on examples/lab-today.yaml. */
class EngineApiTest {
  private static final String API =
      """
      {'Name':'api','Labels':{'com.docker.stack.namespace':'shop'},
       'TaskTemplate':{'ContainerSpec':{'Image':'shop/api:1.4'},
         'Placement':{'Platforms':[{'OS':'linux','Architecture':'amd64'}]},
         'LogDriver':{'Name':'json-file','Options':{'unknown-to-us':'kept'}}},
       'Mode':{'Replicated':{'Replicas':2}},
       'EndpointSpec':{'Mode':'dnsrr','Ports':[{'TargetPort':5000,'PublishMode':'host'}]}}
      """;

  private Stage stage;

  @BeforeEach
  void start() throws IOException {
    stage = new Stage(Files.readString(Path.of("examples/lab-today.yaml")));
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private static List<String> texts(Json list, String... path) {
    return list.items().stream().map(i -> i.at(path).text().orElse("-")).toList();
  }

  @Test
  void pingNamesTheApiVersionOfTheManagersEngine() {
    var ping = stage.raw("/_ping");
    assertThat(ping.body()).isEqualTo("OK");
    assertThat(ping.headers().firstValue("Api-Version")).hasValue("1.51");
    assertThat(ping.headers().firstValue("Ostype")).hasValue("linux");
    assertThat(ping.headers().firstValue("Swarm")).hasValue("active/manager");
  }

  @Test
  void itSaysThatItIsSimulated() {
    assertThat(stage.get("/v1.41/info").json().get("OperatingSystem").text())
        .hasValue("Catamaran lab (simulated)");
    assertThat(stage.get("/version").json().at("Platform", "Name").text())
        .hasValue("Catamaran lab (simulated)");
  }

  @Test
  void nodesCarryWhatTheirAgentsWouldReport() {
    var nodes = stage.get("/v1.41/nodes").json();
    assertThat(texts(nodes, "Description", "Hostname"))
        .containsExactly("linux1", "linux2", "win2019", "win2022", "win2025");
    assertThat(nodes.items().get(0).at("Spec", "Labels").textMembers())
        .containsOnlyKeys(
            "dev.catamaran.simulated", "dev.catamaran.agent", "dev.catamaran.kernel.ipvs")
        .containsEntry("dev.catamaran.kernel.ipvs", "true");
    assertThat(nodes.items().get(2).at("Spec", "Labels").textMembers())
        .containsEntry("dev.catamaran.os.build", "17763")
        .containsEntry("dev.catamaran.os.revision", "6775")
        .containsEntry("dev.catamaran.hyperv", "true")
        .containsEntry("dev.catamaran.simulated", "true")
        .containsEntry("dev.catamaran.agent", "lab");
    assertThat(nodes.items().get(2).at("Description", "Platform", "Architecture").text())
        .hasValue("x86_64");
    assertThat(nodes.items().get(2).at("Status", "Addr").text())
        .hasValue(stage.node("win2019").address().getHostAddress());
  }

  @Test
  void aNodeWithoutAgentReportsNothing() {
    try (var bare =
        new Stage(
            """
            nodes:
              - {name: m, role: manager, os: linux, engine: 28.5.2, agent: false}
            """)) {
      assertThat(bare.get("/nodes").json().items().getFirst().at("Spec", "Labels").textMembers())
          .containsExactly(java.util.Map.entry("dev.catamaran.simulated", "true"));
    }
  }

  @Test
  void aNodeIsUpdatedAtItsVersionOnly() {
    var node = stage.get("/nodes/linux2").json();
    long version = node.at("Version", "Index").number().orElseThrow();
    var body = "{'Availability':'drain','Role':'worker','Labels':{'zone':'a'}}";
    assertThat(stage.post("/nodes/linux2/update?version=" + version, body).status()).isEqualTo(200);
    assertThat(stage.get("/nodes/linux2").json().at("Spec", "Labels").textMembers())
        .containsExactly(java.util.Map.entry("zone", "a"));
    var late = stage.post("/nodes/linux2/update?version=" + version, body);
    assertThat(late.status()).isEqualTo(500);
    assertThat(late.json().get("message").text())
        .hasValue("rpc error: code = Unknown desc = update out of sequence");
  }

  @Test
  void aServiceComesBackAsItWasCreated() {
    var id = stage.created("/v1.41/services/create", API);
    var spec = stage.get("/services/" + id).json().get("Spec");
    assertThat(spec).isEqualTo(dev.catamaran.json.JsonText.parse(API.replace('\'', '"')));
    assertThat(stage.get("/services/api").json().get("ID").text()).hasValue(id);
    assertThat(stage.get("/services/" + id.substring(0, 6)).json().get("ID").text()).hasValue(id);
  }

  @Test
  void tasksShowWhereTheyRunAndTheirOpenPorts() {
    stage.created("/services/create", API);
    stage.settles();
    var tasks = stage.get("/tasks").json();
    assertThat(texts(tasks, "Status", "State")).containsExactly("running", "running");
    var nodes = Set.of(stage.node("linux1").id(), stage.node("linux2").id());
    assertThat(Set.copyOf(texts(tasks, "NodeID"))).isEqualTo(nodes);
    var ports = tasks.items().getFirst().at("Status", "PortStatus", "Ports").items();
    assertThat(ports).as("IPv4 and IPv6, as a real engine").hasSize(2);
    assertThat(ports.getFirst().get("PublishedPort").number()).hasValue(30000);
    assertThat(ports.getFirst().get("TargetPort").number()).hasValue(5000);
    assertThat(ports.getFirst().get("PublishMode").text()).hasValue("host");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'service':{'api':true}}                                | 2
          {'service':['api']}                                     | 2
          {'service':['other']}                                   | 0
          {'desired-state':['running']}                           | 2
          {'desired-state':['shutdown']}                          | 0
          {'node':['linux1']}                                     | 1
          {'name':['api.1']}                                      | 1
          {'label':['com.docker.stack.namespace=shop']}           | 2
          {'label':['com.docker.stack.namespace=other']}          | 0
          {'_up-to-date':['true'],'node':['linux1','linux2']}     | 2
          """)
  void tasksAreFiltered(String filters, int found) {
    stage.created("/services/create", API);
    stage.settles();
    assertThat(stage.get("/tasks" + Stage.filters(filters)).json().items()).hasSize(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'name':['api']}                                 | 1
          {'name':['x']}                                   | 0
          {'mode':['replicated']}                          | 1
          {'mode':['global']}                              | 0
          {'label':['com.docker.stack.namespace']}         | 1
          {'label':['com.docker.stack.namespace=shop']}    | 1
          {'label':['other']}                              | 0
          """)
  void servicesAreFiltered(String filters, int found) {
    stage.created("/services/create", API);
    assertThat(stage.get("/services" + Stage.filters(filters)).json().items()).hasSize(found);
  }

  @Test
  void anUnknownFilterIsRefused() {
    var reply = stage.get("/tasks" + Stage.filters("{'colour':['red']}"));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("message").text()).hasValue("invalid filter 'colour'");
  }

  @Test
  void serviceListsCountTasksWhenAsked() {
    stage.created("/services/create", API);
    stage.settles();
    var status = stage.get("/services?status=true").json().items().getFirst().get("ServiceStatus");
    assertThat(status.get("RunningTasks").number()).hasValue(2);
    assertThat(status.get("DesiredTasks").number()).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /services/nope           | 404 | service nope not found
          /nodes/nope              | 404 | node nope not found
          /networks/nope           | 404 | network nope not found
          /configs/nope            | 404 | config nope not found
          /secrets/nope            | 404 | secret nope not found
          /v1.99/nodes             | 400 | client version 1.99 is too new. Maximum supported API version is 1.51
          /images/json             | 501 | a Catamaran lab is simulated and does not do GET /images/json
          /distribution/UP/json    | 400 | invalid reference format
          """)
  void refusalsAreWordedAsAnEngines(String path, int status, String message) {
    var reply = stage.get(path);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().get("message").text()).hasValue(message);
  }

  @Test
  void logsAreRefusedClearly() {
    stage.created("/services/create", API);
    var reply = stage.get("/services/api/logs?stdout=true");
    assertThat(reply.status()).isEqualTo(501);
    assertThat(reply.json().get("message").text())
        .hasValue("a Catamaran lab is simulated: its tasks write no logs (api)");
  }

  @Test
  void aBodyThatIsNoJsonIsRefused() {
    var reply = stage.post("/services/create", "{");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("message").text().orElse("")).startsWith("invalid JSON: ");
  }

  @Test
  void aNetworkIsCreatedListedAndRemoved() {
    var body = "{'Name':'back','Driver':'overlay','Attachable':true,'Labels':{'a':'b'}}";
    var id = stage.created("/networks/create", body);
    var found = stage.get("/networks" + Stage.filters("{'label':['a=b']}")).json();
    assertThat(texts(found, "Id")).containsExactly(id);
    var network = stage.get("/networks/back").json();
    assertThat(network.get("Scope").text()).hasValue("swarm");
    assertThat(network.get("Attachable").isTrue()).isTrue();
    assertThat(stage.post("/networks/create", body).json().get("message").text())
        .hasValue("network with name back already exists");
    assertThat(stage.delete("/networks/back").status()).isEqualTo(204);
    assertThat(stage.get("/networks/back").status()).isEqualTo(404);
  }

  @Test
  void aSecretsContentNeverComesBackAndAConfigsDoes() {
    var body = "{'Name':'key','Data':'c2VjcmV0','Labels':{'a':'b'}}";
    var secret = stage.created("/secrets/create", body);
    var config = stage.created("/configs/create", body);
    assertThat(stage.raw("/secrets/" + secret).body()).doesNotContain("c2VjcmV0").contains("key");
    assertThat(stage.raw("/secrets").body()).doesNotContain("c2VjcmV0");
    assertThat(stage.get("/configs/" + config).json().at("Spec", "Data").text())
        .hasValue("c2VjcmV0");
    assertThat(stage.post("/secrets/create", body).json().get("message").text())
        .hasValue("rpc error: code = AlreadyExists desc = secret key already exists");
    assertThat(stage.delete("/secrets/key").status()).isEqualTo(204);
  }

  @Test
  void theCatalogueAnswersForTheRegistries() {
    var reply = stage.get("/distribution/shop/front:1.4/json").json();
    assertThat(texts(reply.get("Platforms"), "os.version"))
        .containsExactly("10.0.17763.6775", "10.0.20348.3091", "10.0.26100.2894");
    assertThat(reply.at("Descriptor", "digest").text().orElse("")).startsWith("sha256:");
    var unknown = stage.get("/distribution/nobody/knows/json");
    assertThat(unknown.status()).isEqualTo(500);
    assertThat(unknown.json().get("message").text())
        .hasValue(
            "Get \"https://docker.io/v2/\": dial tcp: lookup docker.io: no such host (simulated:"
                + " lab file lab.yaml lists no image like nobody/knows:latest)");
  }

  @Test
  void anOldEngineHasNoConfigs() throws IOException {
    try (var old = new Stage(Files.readString(Path.of("examples/lab-2017.yaml")))) {
      assertThat(old.raw("/_ping").headers().firstValue("Api-Version")).hasValue("1.27");
      assertThat(old.get("/configs").json().get("message").text()).hasValue("page not found");
      assertThat(old.get("/v1.41/nodes").json().get("message").text())
          .hasValue("client version 1.41 is too new. Maximum supported API version is 1.27");
    }
  }

  @Test
  void eventsTellWhatHappenedToServicesAndNotToTasks() {
    var id = stage.created("/services/create", API);
    stage.settles();
    stage.delete("/services/api");
    stage.settles();
    var lines = stage.raw("/events?since=0&until=1").body().lines().toList();
    assertThat(lines)
        .extracting(l -> {
          var event = dev.catamaran.json.JsonText.parse(l);
          return event.get("Type").text().orElse("")
              + " "
              + event.get("Action").text().orElse("")
              + " "
              + event.at("Actor", "ID").text().orElse("")
              + " "
              + event.at("Actor", "Attributes", "name").text().orElse("");
        })
        .containsExactly("service create " + id + " api", "service remove " + id + " api");
  }
}
