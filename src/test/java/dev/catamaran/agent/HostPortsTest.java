package dev.catamaran.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.NodePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kernels and commands tell of a node's own ports. */
class HostPortsTest {
  private static final String HEADING =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n";

  @TempDir Path root;

  @Test
  void aLinuxNodeTellsWhatListens() throws Exception {
    file(
        "proc/net/tcp",
        HEADING
            + "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  0\n"
            + "   1: 0201A8C0:0016 0301A8C0:C001 01 00000000:00000000 00:00000000 00000000  0\n");
    file(
        "proc/net/tcp6",
        HEADING
            + "   0: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A"
            + " 00000000:00000000 00:00000000 00000000  0\n");
    file(
        "proc/net/udp",
        HEADING
            + "  12: 3500007F:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000  0\n"
            + "  13: 00000000:9C40 00000000:0000 07 00000000:00000000 00:00000000 00000000  0\n");
    file("proc/sys/net/ipv4/ip_local_port_range", "32768\t60999\n");
    file("proc/sys/net/ipv4/ip_local_reserved_ports", "50000-50009\n");

    assertThat(new LinuxPorts(root).read().labels())
        .isEqualTo(
            Map.of(
                "dev.catamaran.ports.tcp", "80,8080",
                "dev.catamaran.ports.udp", "53",
                "dev.catamaran.ports.outgoing", "32768-49999,50010-60999"));
  }

  @Test
  void whereThereIsNoKernelToAskNothingIsKnown() {
    assertThat(new LinuxPorts(root).read()).isEqualTo(NodePorts.UNKNOWN);
  }

  @Test
  void aWindowsNodeTellsWhatListensInAnyLanguage() {
    var ports =
        new WindowsPorts(command ->
            Optional.of(
                switch (command.getFirst() + " " + command.getLast()) {
                  case "netstat TCP" ->
                      """

                      Aktive Verbindungen

                        Proto  Lokale Adresse         Remoteadresse          Status
                        TCP    0.0.0.0:135            0.0.0.0:0              ABH\u00d6REN
                        TCP    10.0.0.5:3389          10.0.0.9:51000         HERGESTELLT
                      """;
                  case "netstat TCPv6" ->
                      "  TCP    [::]:5985              [::]:0                 ABH\u00d6REN\r\n";
                  case "netstat UDP" ->
                      "  UDP    0.0.0.0:123            *:*\r\n  UDP    0.0.0.0:50123   *:*\r\n";
                  case "netsh tcp" ->
                      """

                      Protocol tcp Dynamic Port Range
                      ---------------------------------
                      Start Port      : 49152
                      Number of Ports : 16384

                      """;
                  case "netsh protocol=tcp" ->
                      """

                      Protocol tcp Port Exclusion Ranges

                      Start Port    End Port
                      ----------    --------
                            5357        5357
                           50000       50059     *

                      * - Administered port exclusions.
                      """;
                  default -> "";
                }));

    assertThat(ports.read().labels())
        .isEqualTo(
            Map.of(
                "dev.catamaran.ports.tcp", "135,5985",
                "dev.catamaran.ports.udp", "123",
                "dev.catamaran.ports.outgoing", "49152-65535",
                "dev.catamaran.ports.excluded.tcp", "5357,50000-50059",
                "dev.catamaran.ports.excluded.udp", ""));
  }

  @Test
  void commandsThatFailTellNothing() {
    assertThat(new WindowsPorts((List<String> _) -> Optional.empty()).read())
        .isEqualTo(NodePorts.UNKNOWN);
  }

  private void file(String path, String text) throws Exception {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
