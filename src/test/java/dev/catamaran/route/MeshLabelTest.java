package dev.catamaran.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.MeshLabel.MeshPort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshLabelTest {
  @Test
  void namesPublishedAndTargetPortWithTheProtocol() {
    assertThat(MeshLabel.parse("8080:80/tcp,5353:53/udp"))
        .contains(
            new MeshLabel(
                List.of(
                    new MeshPort(new Port(8080), new Port(80), Protocol.TCP),
                    new MeshPort(new Port(5353), new Port(53), Protocol.UDP))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8080:80/tcp", "8080:80/tcp,8443:443/tcp", "53:53/tcp,53:53/udp"})
  void whatIsReadIsWrittenTheSame(String text) {
    assertThat(MeshLabel.parse(text)).map(MeshLabel::toString).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "8080",
        "8080:80",
        "8080:80/tcp,",
        "0:80/tcp",
        "8080:65536/tcp",
        "8080:80/TCP",
        "8080:80/icmp",
        "08080:80/tcp",
        "8080:80/tcp, 81:81/tcp",
        "80:80/tcp,80:81/tcp",
        "true"
      })
  void anythingElseIsNoLabel(String text) {
    assertThat(MeshLabel.parse(text)).isEmpty();
  }

  @Test
  void aLabelOfNoPortsIsNone() {
    assertThatThrownBy(() -> new MeshLabel(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
