package dev.catamaran.compose.canonical;

import dev.catamaran.compose.text.IpText;
import dev.catamaran.compose.text.PortSpec;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** {@code ports:}, where one text may stand for several of them. */
final class Ports {
  private static final String ADDRESS = "host_ip";

  private Ports() {}

  static YamlNode longForms(YamlNode node, Faults faults) {
    if (!(node instanceof Sequence list)) {
      return node;
    }
    var ports = new ArrayList<YamlNode>();
    for (var item : list.items()) {
      if (item instanceof Scalar scalar) {
        ports.addAll(longForms(scalar, faults));
      } else {
        ports.add(item);
      }
    }
    return Made.list(list.where(), ports);
  }

  private static List<? extends YamlNode> longForms(Scalar scalar, Faults faults) {
    try {
      return PortSpec.parse(scalar.asText()).stream().map(p -> longForm(p, scalar)).toList();
    } catch (IllegalArgumentException e) {
      faults.add(
          Finding.error(Code.PORT_INVALID, String.valueOf(e.getMessage()))
              .at(scalar.where())
              .tryThis("write it like \"8080:80\" or \"127.0.0.1:8080:80/udp\""));
      return List.of(scalar);
    }
  }

  private static Mapping longForm(PortSpec port, Scalar from) {
    var where = from.where();
    var entries = new ArrayList<Entry>();
    entries.add(Made.entry("mode", Made.text("ingress", where)));
    port.address().ifPresent(a -> entries.add(Made.entry(ADDRESS, Made.text(a, where))));
    entries.add(Made.entry("target", Made.number(port.target(), where)));
    port.published().ifPresent(p -> entries.add(Made.entry("published", Made.text(p, where))));
    entries.add(Made.entry("protocol", Made.text(port.protocol(), where)));
    return Made.mapping(where, entries);
  }

  static YamlNode defaults(YamlNode node, Faults faults) {
    if (!(node instanceof Mapping port)) {
      return node;
    }
    var named = Made.putIfAbsent(port, "protocol", Made.text("tcp", port.where()));
    return Made.putIfAbsent(named, "mode", Made.text("ingress", port.where()));
  }

  static YamlNode check(YamlNode node, Faults faults) {
    if (node instanceof Mapping port) {
      Found.scalar(port, ADDRESS)
          .filter(a -> !IpText.isAddress(a.text()))
          .ifPresent(a ->
              faults.add(
                  Finding.error(Code.PORT_INVALID, "\"" + a.text() + "\" is no IP address")
                      .at(a.where())
                      .tryThis("write it like 127.0.0.1 or ::1")));
    }
    return node;
  }
}
