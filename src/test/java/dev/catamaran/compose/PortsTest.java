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
        "0x                | \"0x\" is no port between 0 and 65535",
        "8080:99999        | \"99999\" is no port between 0 and 65535",
        "8080:0            | a port needs a target, the port inside the container",
        "0                 | a port needs a target, the port inside the container",
        "0-2               | a port needs a target, the port inside the container",
        "'80:'             | the port of the container is missing in \"80:\"",
        "1.1.1.1:80        | \"1.1.1.1\" is no port between 0 and 65535",
        "8080:80:80        | \"8080\" stands where only an IP address may stand",
        "localhost:80:80   | \"localhost\" stands where only an IP address may stand",
        "' 80:80 '         | \"80 \" is no port between 0 and 65535",
        "80:80/http        | \"http\" is none of tcp, udp and sctp",
        "8000-8001:80-82   | the two ranges 8000-8001 and 80-82 are not equally long",
        "8000:80-82        | the two ranges 8000 and 80-82 are not equally long",
        "9-8:80            | the range \"9-8\" ends before it begins",
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
          - target: 81
            mode: hots
          - target: 82
            nmae: web
        """;
    assertThat(Loads.web(text).findings())
        .containsExactly(
            "5:9 error VALUE-INVALID this item does not say where in the container it belongs",
            "7:20 error PORT-INVALID port 70000 is out of range 1-65535",
            "9:15 error VALUE-INVALID expected one of ingress, host, not \"hots\"",
            "11:9 error KEY-UNKNOWN unknown key \"nmae\" in an item of ports");
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
        .isEqualTo(
            List.of(
                "4:13 error VALUE-INVALID an item of ports must be a number or a string or a mapping,"
                    + " not a list"));
  }
}
