package dev.catamaran.orchestrator.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineAddressTest {
  @ParameterizedTest
  @CsvSource({
    "unix:///run/docker.sock, unix:///run/docker.sock",
    "tcp://10.0.0.1:2376,     tcp://10.0.0.1:2376",
    "tcp://10.0.0.1,          tcp://10.0.0.1:2375",
    "http://node-1:80/,       tcp://node-1:80",
    "tcp://[fd00::1]:2375,    tcp://[fd00::1]:2375"
  })
  void readsAndPrints(String text, String printed) {
    assertThat(EngineAddress.parse(text)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "npipe:////./pipe/docker_engine, named pipes are not supported yet",
    "ssh://user@host,                ssh is not supported yet",
    "https://host:2376,              TLS is not supported yet",
    "ftp://host,                     the scheme is unknown",
    "10.0.0.1:2375,                  it has no scheme",
    "unix://run/docker.sock,         the path of the socket is not absolute",
    "tcp://:2375,                    it is not host:port",
    "tcp://host/path,                it is not host:port",
    "tcp://host:99999,               port 99999 is out of range 1-65535"
  })
  void refusesWithTheReason(String text, String reason) {
    assertThatThrownBy(() -> EngineAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "\"" + text + "\" cannot be used as an engine address: " + reason + "; try ");
  }

  @Test
  void theRefusalSaysWhatToWriteInstead() {
    assertThatThrownBy(() -> EngineAddress.parse("docker"))
        .hasMessage(
            "\"docker\" cannot be used as an engine address: it has no scheme;"
                + " try unix:///var/run/docker.sock or tcp://host:2375");
  }
}
