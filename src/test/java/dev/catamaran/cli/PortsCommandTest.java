package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.finding.Outcome;
import dev.catamaran.json.Json;
import dev.catamaran.lab.LabFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger of a lab on which a small project runs. */
class PortsCommandTest {
  private static final String LAB =
      """
      name: ports
      nodes:
        - name: l1
          role: manager
          os: linux
          engine: 28.5.2
          labels: {dev.catamaran.ports.tcp: "22,9100", dev.catamaran.ports.udp: ""}
        - name: w1
          os: windows
          build: "20348.3091"
          engine: 27.5.1
          labels: {dev.catamaran.ports.excluded.tcp: "50000-50059"}
      images:
        - match: shop/*
          platforms: [linux/amd64]
      """;
  private static final String SHOP =
      """
      name: shop
      services:
        web:
          image: shop/web
          ports: ['8080:80', '81']
        local:
          image: shop/local
          ports: [{target: 80, published: 8090, mode: host}]
      """;

  private static Session lab;

  @org.junit.jupiter.api.io.TempDir private static java.nio.file.Path folder;

  @BeforeAll
  static void deployed() throws Exception {
    var file = (Outcome.Accepted<LabFile>) LabFile.read("lab.yaml", LAB);
    lab = Session.open(new Target.OwnLab(file.value(), 0), Map.of());
    var compose = java.nio.file.Files.writeString(folder.resolve("compose.yaml"), SHOP);
    var images = folder.resolve("images.json").toString();
    var lines = java.nio.file.Files.writeString(folder.resolve("lab.yaml"), LAB).toString();
    var recorded = Run.of("images", "--lab", lines, "-f", compose.toString(), "--record", images);
    assertThat(recorded.exit()).as(recorded.err()).isZero();
    var up = Run.of("up", "-f", compose.toString(), "-H", engine(), "--images", images, "--yes");
    assertThat(up.exit()).as(up.err() + up.out()).isZero();
  }

  @AfterAll
  static void gone() {
    lab.close();
  }

  private static String engine() {
    return lab.swarm().address().toString();
  }

  @Test
  void everyHolderHasItsLine() {
    assertThat(lines())
        .contains(
            "8080/tcp null service shop_web 80",
            "30000/tcp null service shop_web 81",
            "8090/tcp l1 task shop_local.1 80",
            "9100/tcp l1 host process unknown null",
            "22/tcp null reserved ssh, by which operators reach the nodes null",
            "50000/tcp w1 excluded excluded port ranges null")
        .doesNotContain("22/tcp l1 host process unknown null");
  }

  @Test
  void aNodeAndAProjectNarrowIt() {
    assertThat(lines("-p", "shop"))
        .containsExactly(
            "8080/tcp null service shop_web 80",
            "8090/tcp l1 task shop_local.1 80",
            "30000/tcp null service shop_web 81");
    assertThat(lines("-p", "shop", "--node", "w1"))
        .containsExactly("8080/tcp null service shop_web 80", "30000/tcp null service shop_web 81");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8080    | 8080/tcp is free on no node
          8080/udp| 8080/udp is free on every node
          8090    | 8090/tcp is free on w1
          9100    | 9100/tcp is free on w1
          50001   | 50001/tcp is free on l1
          7000    | 7000/tcp is free on every node
          """)
  void ofOnePortItIsSaidWhereItIsFree(String port, String answer) {
    var run = Run.of("ports", port, "-H", engine());
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains(answer);
    assertThat(run.err())
        .contains("plain containers are known of l1 only; other processes of l1")
        .doesNotContain("w1");
  }

  @Test
  void jsonTellsTheSame() {
    var run = Run.of("ports", "8090", "-H", engine(), "-o", "json");
    assertThat(run.json().at("asked", "free").textItems()).containsExactly("w1");
    assertThat(run.json().at("known", "containers").textItems()).containsExactly("l1");
    assertThat(run.json().get("apiVersion").text()).hasValue("catamaran/v1");
  }

  @Test
  void psShowsThePortsThatTheEngineAllotted() {
    var run = Run.of("ps", "-p", "shop", "-H", engine());
    assertThat(run.out()).contains("*:8080->80/tcp, *:30000->81/tcp").contains("8090->80/tcp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http      | is no port
          0         | out of range
          70000     | out of range
          80/tpc    | did you mean tcp?
          80/tcp/ip | there is no protocol
          """)
  void whatIsNoPortIsAUsageError(String port, String words) {
    var run = Run.of("ports", port, "-H", engine());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(words).doesNotContain("Exception");
  }

  @Test
  void aNodeNobodyKnowsIsAUsageError() {
    var run = Run.of("ports", "--node", "l2", "-H", engine());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is no node \"l2\"; did you mean l1?");
  }

  private static List<String> lines(String... filters) {
    var arguments = new java.util.ArrayList<>(List.of("ports", "-H", engine(), "-o", "json"));
    arguments.addAll(List.of(filters));
    return Run.of(arguments.toArray(String[]::new)).json().get("ports").items().stream()
        .map(PortsCommandTest::line)
        .toList();
  }

  private static String line(Json p) {
    var target = p.get("target").number();
    return p.get("port").number().orElseThrow()
        + "/"
        + p.get("protocol").text().orElse("")
        + " "
        + p.get("node").text().orElse("null")
        + " "
        + p.at("owner", "kind").text().orElse("")
        + " "
        + p.at("owner", "name").text().orElse("")
        + " "
        + (target.isPresent() ? "" + target.orElseThrow() : "null");
  }
}
