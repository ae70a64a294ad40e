package dev.catamaran.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineAddressTest {
  @ParameterizedTest
  @CsvSource({
    "unix:///run/docker.sock, unix:///run/docker.sock",
    "unix://,                 unix:///var/run/docker.sock",
    "tcp://10.0.0.1:2376,     tcp://10.0.0.1:2376",
    "tcp://10.0.0.1,          tcp://10.0.0.1:2375",
    "tcp://node_1:80/,        tcp://node_1:80",
    "tcp://[fd00::1]:2375,    tcp://[fd00::1]:2375",
    "tcp://:2376,             tcp://localhost:2376",
    "10.0.0.1:2375,           tcp://10.0.0.1:2375",
    "ssh://host,              ssh://host",
    "ssh://me@my_host:2222,   ssh://me@my_host:2222",
    "ssh://me@[::1]/run/d.sock, ssh://me@[::1]/run/d.sock",
    "ssh://host/,             ssh://host",
    "ssh://corp%5Cme@host,    ssh://corp\\me@host",
    "npipe://,                npipe:////./pipe/docker_engine",
    "npipe:////./pipe/linux,  npipe:////./pipe/linux",
    "'npipe://\\\\.\\pipe\\linux', npipe:////./pipe/linux"
  })
  void readsAndPrints(String text, String printed) {
    assertThat(EngineAddress.parse(text)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "http://host:2375,       docker writes it tcp://",
    "'https://host:2376',    'docker writes it tcp://, with TLS asked for'",
    "fd://,                  'it is how an engine is handed its socket, not how to reach it'",
    "ftp://host,             the scheme is unknown",
    "nonsense,               it has no scheme",
    "unix://run/docker.sock, the path of the socket is not absolute",
    "tcp://host/path,        an engine below a path is not supported",
    "tcp://me@host,          an engine knows its users by their certificates",
    "tcp://host:99999,       port 99999 is out of range 1-65535",
    "tcp://ho st,            it is not host:port",
    "ssh://,                 it names no host",
    "ssh://-oProxyCommand=x, it is not host:port",
    "ssh://host?a=b,         a query or fragment means nothing to ssh",
    "npipe://docker,         it is no path of a pipe"
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
                + " try unix:///var/run/docker.sock, tcp://host:2375 or ssh://user@host");
  }

  @Test
  void aPasswordInAnAddressIsNotRepeated() {
    assertThatThrownBy(() -> EngineAddress.parse("ssh://me:s3cret@host"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("password")
        .hasMessageNotContaining("s3cret");
  }
}
