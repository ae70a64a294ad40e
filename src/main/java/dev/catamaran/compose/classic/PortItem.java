package dev.catamaran.compose.classic;

import dev.catamaran.compose.text.ClassicPorts;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** A published port; the short form may stand for a whole range. */
record PortItem() implements ItemForm {
  private static final StructForm FIELDS =
      StructForm.of(
              "mode", TextForm.TEXT,
              "target", NumberForm.SMALL,
              "published", NumberForm.SMALL,
              "protocol", TextForm.TEXT)
          .kept();

  @Override
  public List<YamlNode> read(YamlNode item, Reading reading) {
    return item instanceof Scalar text
        ? brief(text, reading)
        : FIELDS.read(item, reading).stream().toList();
  }

  private static List<YamlNode> brief(Scalar text, Reading reading) {
    if (text.kind() != ScalarKind.STRING && text.kind() != ScalarKind.INTEGER) {
      reading.misfit(text, "a port");
      return List.of();
    }
    try {
      var ports = ClassicPorts.parse(text.asText());
      if (!ports.address().isEmpty()) {
        addressDropped(ports.address(), text, reading);
      }
      return ports.pairs().stream().<YamlNode>map(p -> mapping(p, text)).toList();
    } catch (IllegalArgumentException wrong) {
      reading
          .faults()
          .add(
              Finding.error(Code.PORT_INVALID, "\"" + text.text() + "\": " + wrong.getMessage())
                  .at(text.where())
                  .tryThis("write it like \"8080:80\" or \"8080:80/udp\""));
      return List.of();
    }
  }

  private static void addressDropped(String address, Scalar text, Reading reading) {
    switch (address) {
      case "0.0.0.0", "::", "[::]" -> {}
      default ->
          reading
              .faults()
              .add(
                  Finding.warning(
                          Code.KEY_NOT_APPLIED,
                          "a Swarm publishes on every address, not only on " + address)
                      .at(text.where())
                      .tryThis("remove the address, and let a firewall decide who comes in"));
    }
  }

  private static Mapping mapping(ClassicPorts.Pair pair, Scalar text) {
    var where = text.where();
    var entries = new ArrayList<Entry>();
    entries.add(Nodes.entry("mode", Nodes.text("ingress", where)));
    if (pair.target() != 0) {
      entries.add(Nodes.entry("target", Nodes.number(pair.target(), where)));
    }
    if (pair.published() != 0) {
      entries.add(Nodes.entry("published", Nodes.number(pair.published(), where)));
    }
    entries.add(Nodes.entry("protocol", Nodes.text(pair.protocol(), where)));
    return Nodes.mapping(entries, where);
  }

  @Override
  public YamlNode printed(YamlNode item) {
    return FIELDS.printed(item).orElse(item);
  }
}
