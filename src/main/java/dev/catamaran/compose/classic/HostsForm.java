package dev.catamaran.compose.classic;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Faults;
import java.util.ArrayList;
import java.util.Optional;

/** Names and addresses of other machines; printed as a list of {@code name:address}. */
record HostsForm() implements Form {
  static final HostsForm HOSTS = new HostsForm();

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    var hosts = new ArrayList<Scalar>();
    if (node instanceof Mapping mapping) {
      for (var entry : mapping.entries()) {
        if (entry.value() instanceof Scalar address && !address.isNull()) {
          hosts.add(Nodes.text(entry.name() + ":" + written(address), address.where()));
        }
      }
      hosts.sort((a, b) -> a.text().compareTo(b.text()));
    } else {
      for (var item : TextsForm.items(node)) {
        pair(item).ifPresent(p -> hosts.add(Nodes.text(p, item.where())));
      }
    }
    var bare = hosts.stream().<YamlNode>map(HostsForm::withoutBrackets).toList();
    return Optional.of(Nodes.list(bare, node.where()));
  }

  /** Docker prints numbers in a way that no engine takes for an address. */
  private static String written(Scalar address) {
    return switch (address.kind()) {
      case INTEGER -> "%!s(int=" + address.asText() + ")";
      case FLOAT -> "%!s(float64=" + address.asText() + ")";
      case STRING, BOOLEAN, DATE, NULL -> address.asText();
    };
  }

  /** An item without a separator is dropped. */
  private static Optional<String> pair(YamlNode item) {
    if (!(item instanceof Scalar s) || s.kind() != ScalarKind.STRING) {
      return Optional.empty();
    }
    int sign = s.text().indexOf('=');
    int cut = sign >= 0 ? sign : s.text().indexOf(':');
    return cut < 0
        ? Optional.empty()
        : Optional.of(s.text().substring(0, cut) + ":" + s.text().substring(cut + 1));
  }

  private static Scalar withoutBrackets(Scalar host) {
    var text = host.text();
    int colon = text.indexOf(':');
    var address = text.substring(colon + 1);
    boolean bracketed = address.length() > 2 && address.startsWith("[") && address.endsWith("]");
    return bracketed
        ? Nodes.text(
            text.substring(0, colon + 1) + address.substring(1, address.length() - 1), host.where())
        : host;
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    return TextsForm.joined(earlier, later);
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    return TextsForm.LIST.printed(node);
  }
}
