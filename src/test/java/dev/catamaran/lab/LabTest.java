package dev.catamaran.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where simulated tasks and meshes answer, and where they do not. */
class LabTest {
  private static final String HOST_PORT =
      """
      {'Name':'front','TaskTemplate':{'ContainerSpec':{'Image':'shop/front:1.4'},
        'Placement':{'Constraints':['node.hostname == %s']}},
        'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':18080,'PublishMode':'host'}]}}
      """;
  private static final String INGRESS =
      """
      {'Name':'front','TaskTemplate':{'ContainerSpec':{'Image':'shop/front:1.4'},
        'Placement':{'Constraints':['node.platform.os == windows']}},
        'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':18080}]}}
      """;

  private static Stage stage(String example) throws IOException {
    return new Stage(Files.readString(Path.of("examples/" + example + ".yaml")));
  }

  private static boolean refuses(Stage stage, java.net.InetAddress address) {
    try {
      stage.call(address, 18080);
      return false;
    } catch (UncheckedIOException e) {
      return e.getCause() instanceof java.net.ConnectException;
    }
  }

  @Test
  void aTaskSaysWhoItIsInTextAndInJson() throws IOException {
    try (var stage = stage("lab-2017")) {
      stage.created("/services/create", HOST_PORT.formatted("win1"));
      stage.settles();
      var win = stage.node("win1").address();
      var id = stage.get("/tasks").json().items().getFirst().get("ID").text().orElseThrow();
      assertThat(stage.call(win, 18080))
          .isEqualTo(
              """
              SIMULATED task of a Catamaran lab
              service: front
              task:    front.1.%s
              node:    win1
              os:      windows (Windows Server 2016 Datacenter), build 14393.1198
              image:   shop/front:1.4
              port:    80
              """
                  .formatted(id));
      var json = stage.callJson(win, 18080);
      assertThat(json.get("simulated").isTrue()).isTrue();
      assertThat(json.get("node").text()).hasValue("win1");
      assertThat(json.get("build").text()).hasValue("14393.1198");
    }
  }

  @Test
  void windowsServer2016HasNeitherMeshNorLoopback() throws IOException {
    try (var stage = stage("lab-2017")) {
      stage.created("/services/create", INGRESS);
      stage.settles();
      assertThat(stage.call(stage.node("ubuntu1").address(), 18080)).contains("node:    win1");
      assertThat(stage.call(stage.node("ubuntu1").localhost(), 18080)).contains("node:    win1");
      assertThat(refuses(stage, stage.node("win1").address())).isTrue();
      assertThat(refuses(stage, stage.node("win1").localhost())).isTrue();
    }
  }

  @Test
  void aHostPortOnWindowsServer2016DoesNotAnswerOnItsLocalhost() throws IOException {
    try (var stage = stage("lab-2017")) {
      stage.created("/services/create", HOST_PORT.formatted("win1"));
      stage.settles();
      assertThat(refuses(stage, stage.node("win1").address())).isFalse();
      assertThat(refuses(stage, stage.node("win1").localhost())).isTrue();
      assertThat(refuses(stage, stage.node("ubuntu1").address())).isTrue();
    }
  }

  @Test
  void todaysWindowsHasBoth() throws IOException {
    try (var stage = stage("lab-today")) {
      stage.created("/services/create", INGRESS);
      stage.settles();
      assertThat(stage.lab.nodes())
          .hasSize(5)
          .allMatch(n -> stage.call(n.address(), 18080).contains("service: front"))
          .allMatch(n -> stage.call(n.localhost(), 18080).contains("service: front"));
    }
  }

  @Test
  void aRemovedServiceAnswersNowhere() throws IOException {
    try (var stage = stage("lab-today")) {
      var id = stage.created("/services/create", INGRESS);
      stage.settles();
      stage.delete("/services/" + id);
      stage.settles();
      assertThat(stage.lab.nodes()).allMatch(n -> refuses(stage, n.address()));
      assertThat(stage.get("/tasks").json().items()).isEmpty();
    }
  }

  @Test
  void aPortSomebodyElseHoldsFailsTheTask() throws IOException {
    try (var stage = stage("lab-2017");
        var squatter = new ServerSocket()) {
      squatter.bind(new InetSocketAddress(stage.node("win1").address(), 18080));
      stage.created("/services/create", HOST_PORT.formatted("win1"));
      stage.settles();
      var first = stage.get("/tasks").json().items().getFirst();
      assertThat(first.at("Status", "State").text()).hasValue("failed");
      assertThat(first.at("Status", "Err").text().orElse(""))
          .contains("driver failed programming external connectivity", ":18080 failed:");
    }
  }

  @Test
  void labsSideBySideDoNotMeet() throws IOException {
    try (var one = stage("lab-2017");
        var other = stage("lab-2017")) {
      one.created("/services/create", HOST_PORT.formatted("win1"));
      one.settles();
      assertThat(one.node("win1").address()).isNotEqualTo(other.node("win1").address());
      assertThat(refuses(other, other.node("win1").address())).isTrue();
      assertThat(other.get("/services").json().items()).isEmpty();
      assertThat(one.lab.nodes())
          .allMatch(n -> n.address().isLoopbackAddress() && n.localhost().isLoopbackAddress());
    }
  }

  @Test
  void aTakenPortIsSaidOnce() throws IOException {
    try (var stage = stage("lab-2017")) {
      var file = LabFileTest.accepted(Files.readString(Path.of("examples/lab-2017.yaml")));
      assertThatThrownBy(() -> Lab.start(file, stage.lab.port()))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith("the lab cannot listen on 127.0.0.1:" + stage.lab.port() + ": ");
    }
  }

  @Test
  void aClosedLabFreesEveryPort() throws IOException {
    java.net.InetAddress win;
    int port;
    try (var stage = stage("lab-2017")) {
      stage.created("/services/create", HOST_PORT.formatted("win1"));
      stage.settles();
      win = stage.node("win1").address();
      port = stage.lab.port();
    }
    try (var task = new ServerSocket();
        var api = new ServerSocket()) {
      task.bind(new InetSocketAddress(win, 18080));
      api.bind(new InetSocketAddress(java.net.InetAddress.ofLiteral("127.0.0.1"), port));
      assertThat(task.isBound() && api.isBound()).isTrue();
    }
  }

  @Test
  void timePassesByItselfInAStartedLab() throws Exception {
    var file = LabFileTest.accepted(Files.readString(Path.of("examples/lab-2017.yaml")));
    try (var lab = Lab.start(file, 0);
        var client = java.net.http.HttpClient.newHttpClient()) {
      var base = "http://127.0.0.1:" + lab.port();
      var create =
          java.net.http.HttpRequest.newBuilder(java.net.URI.create(base + "/services/create"))
              .POST(
                  java.net.http.HttpRequest.BodyPublishers.ofString(
                      HOST_PORT.formatted("win1").replace('\'', '"')))
              .build();
      client.send(create, java.net.http.HttpResponse.BodyHandlers.discarding());
      var tasks =
          java.net.http.HttpRequest.newBuilder(java.net.URI.create(base + "/tasks")).build();
      var deadline = java.time.Instant.now().plusSeconds(20);
      String seen = "";
      while (!seen.contains("\"State\":\"running\"")
          && java.time.Instant.now().isBefore(deadline)) {
        seen = client.send(tasks, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
      }
      assertThat(seen).contains("\"State\":\"running\"");
    }
  }
}
