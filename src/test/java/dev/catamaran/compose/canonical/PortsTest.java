package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.tree.YamlNode.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
  private static final String PATH = "services.web.ports";

  private static String ports(String item) {
    return Prints.web("ports:\n  - " + item).at(PATH);
  }

  @Test
  void aShortFormIsWrittenOut() {
    assertThat(ports("\"127.0.0.1:8080:80/UDP\""))
        .isEqualTo(
            """
            - mode: ingress
              host_ip: "127.0.0.1"
              target: 80
              published: "8080"
              protocol: udp\
            """);
  }

  @Test
  void aTargetAloneTakesAnyPublishedPort() {
    assertThat(ports("80")).isEqualTo("- mode: ingress\n  target: 80\n  protocol: tcp");
    assertThat(ports("\"127.0.0.1::80\"")).doesNotContain("published");
  }

  @Test
  void aRangeIsOnePortForEachTarget() {
    assertThat(ports("\"8000-8002:80-82\""))
        .contains("target: 80\n  published: \"8000\"", "target: 82\n  published: \"8002\"");
  }

  @Test
  void aRangeForOneTargetStaysARange() {
    assertThat(ports("\"8000-8010:80\"")).contains("target: 80\n  published: 8000-8010");
  }

  @Test
  void theLongFormGetsItsDefaults() {
    assertThat(ports("{target: 80, published: 8080, name: web, x-note: some}"))
        .isEqualTo(
            """
            - name: web
              mode: ingress
              target: 80
              published: "8080"
              protocol: tcp
              x-note: some\
            """);
  }

  @Test
  void theSamePortTwiceCountsOnce() {
    assertThat(Prints.web("ports: [\"80:80\", \"80:80/tcp\"]").node(PATH))
        .extracting(n -> ((Sequence) n).items().size())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80:80:80          | \"80\" stands where only an IP address may stand",
        "99999             | \"99999\" is no port between 0 and 65535",
        "80:               | the port of the container is missing in \"80:\"",
        "80:80/icmp        | \"icmp\" is none of tcp, udp and sctp",
        "8000-8002:80-81   | the two ranges 8000-8002 and 80-81 are not equally long",
        "82-80             | the range \"82-80\" ends before it begins",
        "1.1.1.1:80        | \"1.1.1.1\" is no port between 0 and 65535",
        "::1:80:80 | \"::1\" stands where only an IP address may stand, an IPv6 one in brackets",
      })
  void whatIsNoPortIsToldAtItsPlace(String text, String message) {
    assertThat(Prints.web("ports:\n  - \"" + text + "\"").errors())
        .containsExactly("5:9 " + message);
  }

  @Test
  void anAddressOfTheLongFormMustBeOne() {
    assertThat(Prints.web("ports:\n  - {target: 80, host_ip: home}").errors())
        .containsExactly("5:31 \"home\" is no IP address");
    assertThat(ports("{target: 80, host_ip: \"::1\"}")).contains("host_ip: ::1");
  }
}
