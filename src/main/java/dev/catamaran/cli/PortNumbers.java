package dev.catamaran.cli;

import dev.catamaran.model.Port;
import dev.catamaran.model.Protocol;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.usage.UsageFailure;
import java.util.List;

/** Port numbers as command lines take them. */
final class PortNumbers {
  private PortNumbers() {}

  /** Reads {@code 8080} or {@code 53/udp}; TCP where nothing is said. */
  static ListenKey key(String text) {
    var port = text.contains("/") ? text.substring(0, text.indexOf('/')) : text;
    var word = text.contains("/") ? text.substring(text.indexOf('/') + 1) : "tcp";
    var protocol =
        Protocol.of(word)
            .orElseThrow(
                () -> UsageFailure.unknown("protocol", word, List.of("tcp", "udp", "sctp")));
    if (!port.matches("\\d{1,5}")) {
      throw new UsageFailure("\"" + text + "\" is no port: write 8080, or 53/udp");
    }
    int number = Integer.parseInt(port);
    check("port", number, Port.LOWEST);
    return new ListenKey(protocol, new Port(number));
  }

  /** A usage error that names the option; some options take 0 for "any free one". */
  static void check(String option, int number, int lowest) {
    if (number < lowest || number > Port.HIGHEST) {
      throw new UsageFailure(
          option + " " + number + " is out of range " + lowest + "-" + Port.HIGHEST);
    }
  }
}
