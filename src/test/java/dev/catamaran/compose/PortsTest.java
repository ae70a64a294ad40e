package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.PublishedPort.Publication;
import dev.catamaran.model.Sourced;
import dev.catamaran.model.Where;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "8080:80              | 8080>80/tcp",
        "'80'                 | any>80/tcp",
        "80                   | any>80/tcp",
        "22:22                | 22>22/tcp",
        "8080:80/UDP          | 8080>80/udp",
        "9000:9000/sctp       | 9000>9000/sctp",
        "127.0.0.1:8080:80    | 127.0.0.1 8080>80/tcp",
        "'[::1]:8080:80'      | ::1 8080>80/tcp",
        "127.0.0.1::80        | 127.0.0.1 any>80/tcp",
        "0:80                 | any>80/tcp",
        "':80'                | any>80/tcp",
        "8000-8010:80         | 8000-8010>80/tcp",
        "8000-8002:80-82      | 8000>80/tcp, 8001>81/tcp, 8002>82/tcp",
        "3000-3001            | any>3000/tcp, any>3001/tcp",
      })
  void shortForms(String written, String read) {
    var ports = Loads.web("ports:\n  - " + written + "\n").service().ports();
    assertThat(String.join(", ", ports.stream().map(PortsTest::print).toList())).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0x                | \"0x\" is no port",
        "8080:99999        | port 99999 is out of range 1-65535",
        "8080:0            | port 0 is out of range 1-65535",
        "'80:'             | \"\" is no port",
        "1.1.1.1:80        | \"1.1.1.1\" is no port",
        "8080:80:80        | \"8080\" stands where only an IP address may stand",
        "localhost:80:80   | \"localhost\" stands where only an IP address may stand",
        "' 80:80 '         | \"80 \" is no port",
        "80:80/http        | \"http\" is no protocol",
        "8000-8001:80-82   | the ranges 8000-8001 and 80-82 are not equally long",
        "8000:80-82        | the ranges 8000-8000 and 80-82 are not equally long",
        "9-8:80            | port range 9-8 runs backwards",
      })
  void brokenShortForms(String written, String message) {
    assertThat(Loads.web("ports:\n  - " + written + "\n").findings())
        .containsExactly("5:9 error PORT-INVALID " + message);
  }

  @Test
  void theLongFormSaysWhatWasWrittenAndWhatIsDefault() {
    var port =
        Loads.web("ports:\n  - {target: 80, published: '8080', mode: host}\n")
            .service()
            .ports()
            .getFirst();
    assertThat(port.mode())
        .isEqualTo(Sourced.written(PublishMode.HOST, new Where("c.yaml", 5, 47)));
    assertThat(port.protocol()).isInstanceOf(Sourced.Defaulted.class);
    assertThat(print(port)).isEqualTo("8080>80/tcp");
    assertThat(port.where()).hasToString("c.yaml:5:9");
  }

  @Test
  void theLongFormTakesARangeToChooseFrom() {
    var ports = Loads.web("ports:\n  - {target: 80, published: 8000-8010}\n").service().ports();
    assertThat(ports).extracting(PortsTest::print).containsExactly("8000-8010>80/tcp");
  }

  @Test
  void eachFaultOfALongFormStandsAtItsValue() {
    var text =
        """
        ports:
          - published: 80
          - target: 80
            published: 70000
          - target: 80
            mode: hots
          - target: 80
            nmae: web
        """;
    assertThat(Loads.web(text).findings())
        .containsExactly(
            "5:9 error PORT-INVALID a port needs a target, the port inside the container",
            "7:20 error PORT-INVALID port 70000 is out of range 1-65535",
            "9:15 error VALUE-INVALID expected one of ingress, host, not \"hots\"",
            "11:9 error KEY-UNKNOWN unknown key \"nmae\" in services.web.ports");
  }

  @Test
  void equalPublicationsCountOnce() {
    assertThat(Loads.web("ports: ['80:80', '80:80/tcp', '80:80/udp']").service().ports())
        .hasSize(2);
  }

  private static String print(PublishedPort port) {
    var published =
        switch (port.published()) {
          case Publication.Fixed(var one) -> one.toString();
          case Publication.AnyOf(var range) -> range.toString();
          case Publication.Automatic() -> "any";
        };
    return port.hostAddress().map(a -> a + " ").orElse("")
        + published
        + ">"
        + port.target()
        + "/"
        + port.protocol().value();
  }

  @Test
  void aPortThatIsNoTextIsRefused() {
    assertThat(Loads.web("ports: [[80]]").findings())
        .isEqualTo(List.of("4:13 error VALUE-INVALID expected a port, not a list"));
  }
}
