package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Published ports. */
class PortsTest {
  private static String port(String text) {
    return Stack.web("ports: [" + text + "]").at("services", "web", "ports");
  }

  private static String entry(String published, String target, String protocol) {
    return "- mode: ingress\n  target: "
        + target
        + "\n"
        + (published.isEmpty() ? "" : "  published: " + published + "\n")
        + "  protocol: "
        + protocol
        + "\n";
  }

  @Test
  void short_forms() {
    assertThat(port("8080:80")).isEqualTo(entry("8080", "80", "tcp"));
    assertThat(port("80")).isEqualTo(entry("", "80", "tcp"));
    assertThat(port("53:53/UDP")).isEqualTo(entry("53", "53", "udp"));
    assertThat(port("22:22")).isEqualTo(entry("22", "22", "tcp"));
    assertThat(port("\"0:80\"")).isEqualTo(entry("", "80", "tcp"));
    assertThat(port("\":80\"")).isEqualTo(entry("", "80", "tcp"));
  }

  @Test
  void ranges_are_written_out() {
    assertThat(port("8000-8001:80"))
        .isEqualTo(entry("8000", "80", "tcp") + entry("8001", "80", "tcp"));
    assertThat(port("90-91")).isEqualTo(entry("", "90", "tcp") + entry("", "91", "tcp"));
    assertThat(port("1-2:99-100"))
        .as("docker sorts the targets as texts")
        .isEqualTo(entry("2", "100", "tcp") + entry("1", "99", "tcp"));
  }

  @Test
  void the_long_form_gets_no_defaults() {
    assertThat(port("{target: 80, published: 8080, mode: host}"))
        .isEqualTo("- mode: host\n  target: 80\n  published: 8080\n");
  }

  @Test
  void an_address_is_dropped_with_a_warning() {
    assertThat(port("\"127.0.0.1:81:80\"")).isEqualTo(entry("81", "80", "tcp"));
    assertThat(Stack.web("ports: ['127.0.0.1:81:80', '[::1]:82:80', '0.0.0.0:83:80']").findings())
        .containsExactly(
            "3:13 warning a Swarm publishes on every address, not only on 127.0.0.1",
            "3:32 warning a Swarm publishes on every address, not only on [::1]");
  }

  @Test
  void what_is_refused() {
    assertThat(
            Stack.web(
                    """
                    ports:
                    - "80:"
                    - "8080:80:80"
                    - "8000-8001:80-82"
                    - " 80"
                    - "80/icmp"
                    - {target: "80"}
                    - 70000
                    - 81
                    - 81
                    """)
                .findings())
        .containsExactly(
            "4:7 error \"80:\": the port in the container is missing",
            "5:7 error \"8080:80:80\": \"8080\" stands where only an IP address may stand",
            "6:7 error \"8000-8001:80-82\": the two ranges of ports are of different length",
            "7:7 error \" 80\": \" 80\" is no port",
            "8:7 error \"80/icmp\": \"icmp\" is not tcp, udp or sctp",
            "9:16 error ports[].target must be a whole number, not a string, \"80\"",
            "10:7 error \"70000\": \"70000\" is no port",
            "12:7 error the same item stands in ports twice");
  }

  @Test
  void a_later_file_overrides_by_the_published_port() {
    assertThat(
            Stack.web("ports: ['90:90', '80:80']", "ports: ['80:8080']")
                .at("services", "web", "ports"))
        .isEqualTo(entry("80", "8080", "tcp") + entry("90", "90", "tcp"));
  }

  /** Whatever the later file says of the service. */
  @Test
  void of_ports_without_a_published_one_merging_keeps_the_last() {
    assertThat(Stack.web("ports: ['80', '81']", "image: b").at("services", "web", "ports"))
        .isEqualTo(entry("", "81", "tcp"));
  }
}
