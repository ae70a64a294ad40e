package dev.catamaran.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Byte for byte as the PROXY protocol's specification has it in section 2.2. */
class ProxyPreambleTest {
  private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";

  private static String header(String client, int clientPort, String asked, int askedPort) {
    return HexFormat.of()
        .formatHex(
            ProxyPreamble.of(
                    new InetSocketAddress(InetAddress.ofLiteral(client), clientPort),
                    new InetSocketAddress(InetAddress.ofLiteral(asked), askedPort))
                .array());
  }

  @Test
  void anIpv4ClientHasTwelveBytesOfAddresses() {
    assertThat(header("192.0.2.7", 0x1234, "198.51.100.9", 8080))
        .isEqualTo(SIGNATURE + "2111" + "000c" + "c0000207" + "c6336409" + "1234" + "1f90");
  }

  @Test
  void anIpv6ClientHasThirtySix() {
    assertThat(header("2001:db8::7", 0x1234, "2001:db8::9", 8080))
        .isEqualTo(
            SIGNATURE
                + "2121"
                + "0024"
                + "20010db8000000000000000000000007"
                + "20010db8000000000000000000000009"
                + "1234"
                + "1f90");
  }
}
