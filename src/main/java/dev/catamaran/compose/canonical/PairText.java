package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.Where;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Names and their values, in a list or a mapping, printed in one form and sorted. */
final class PairText {
  private final Faults faults;

  PairText(Faults faults) {
    this.faults = faults;
  }

  /**
   * A mapping to texts; of equal names in a list the last one counts.
   *
   * @param environment whether a name may be without a value, and must not end with a blank
   */
  YamlNode pairs(YamlNode node, boolean environment) {
    return switch (node) {
      case Mapping m ->
          Made.like(
              m, m.entries().stream().map(e -> pair(e, environment)).sorted(BY_NAME).toList());
      case Sequence list -> fromList(list, environment);
      case Scalar other -> other;
    };
  }

  private static final Comparator<Entry> BY_NAME = (a, b) -> a.name().compareTo(b.name());

  private static Entry pair(Entry entry, boolean keepsNull) {
    if (!(entry.value() instanceof Scalar value) || value.kind() == ScalarKind.STRING) {
      return entry;
    }
    return value.isNull() && keepsNull
        ? entry
        : entry.with(Made.text(value.isNull() ? "" : value.asText(), value.where()));
  }

  private Mapping fromList(Sequence list, boolean environment) {
    var entries = new TreeMap<String, Entry>();
    for (var item : list.items()) {
      if (item instanceof Scalar scalar) {
        var entry = fromText(scalar, environment);
        entries.put(entry.name(), entry);
      }
    }
    return Made.mapping(list.where(), List.copyOf(entries.values()));
  }

  private Entry fromText(Scalar scalar, boolean environment) {
    var text = scalar.asText();
    int sign = text.indexOf('=');
    var name = sign < 0 ? text : text.substring(0, sign);
    if (environment && !name.isEmpty() && Character.isWhitespace(name.charAt(name.length() - 1))) {
      faults.invalid(
          scalar.where(),
          "the variable " + name.strip() + " ends with a blank",
          "remove the blank");
    }
    var where = scalar.where();
    if (sign < 0) {
      return Made.entry(name, environment ? Made.nothing(where) : Made.text("", where));
    }
    return Made.entry(name, Made.text(text.substring(sign + 1), where));
  }

  /** {@code host=address} for each address, whatever it was written with. */
  YamlNode hosts(YamlNode node) {
    var hosts = new ArrayList<Scalar>();
    switch (node) {
      case Mapping m -> m.entries().forEach(e -> hostEntry(e, hosts));
      case Sequence s ->
          s.items()
              .forEach(i -> {
                if (i instanceof Scalar text) {
                  hostText(text, hosts);
                }
              });
      case Scalar other -> hostText(other, hosts);
    }
    hosts.sort((a, b) -> a.text().compareTo(b.text()));
    return Made.list(node.where(), hosts);
  }

  private void hostEntry(Entry entry, List<Scalar> hosts) {
    var addresses = entry.value() instanceof Sequence s ? s.items() : List.of(entry.value());
    for (var address : addresses) {
      if (address instanceof Scalar text) {
        host(entry.name(), text.isNull() ? "" : text.asText(), text.where(), hosts);
      }
    }
  }

  private void hostText(Scalar scalar, List<Scalar> hosts) {
    var text = scalar.asText();
    int equal = text.indexOf('=');
    int sign = equal < 0 ? text.indexOf(':') : equal;
    if (sign < 0) {
      faults.invalid(
          scalar.where(), "the host \"" + text + "\" has no address", "write it like db=10.0.0.5");
      return;
    }
    Arrays.stream(text.substring(sign + 1).split(",", -1))
        .forEach(a -> host(text.substring(0, sign), a, scalar.where(), hosts));
  }

  private void host(String name, String address, Where where, List<Scalar> hosts) {
    if (name.isEmpty() || name.indexOf(':') >= 0 || name.indexOf('=') >= 0) {
      faults.invalid(where, "\"" + name + "\" is no name of a host", "write it like db=10.0.0.5");
      return;
    }
    boolean bracketed = address.length() > 2 && address.startsWith("[") && address.endsWith("]");
    var bare = bracketed ? address.substring(1, address.length() - 1) : address;
    hosts.add(Made.text(name + "=" + bare, where));
  }

  /** {@code id: path}, or the id alone. */
  YamlNode sshKeys(YamlNode node) {
    return node instanceof Mapping keys
        ? Made.list(keys.where(), keys.entries().stream().map(PairText::sshKey).toList())
        : node;
  }

  private static Scalar sshKey(Entry key) {
    var path = key.value() instanceof Scalar s && !s.isNull() ? s.asText() : "";
    return Made.text(path.isEmpty() ? key.name() : key.name() + ": " + path, key.key().where());
  }

  /** Each option with a list of its values. */
  YamlNode options(YamlNode node) {
    return node instanceof Mapping options
        ? Made.like(
            options,
            options.entries().stream()
                .map(e -> e.with(several(e.value())))
                .sorted(BY_NAME)
                .toList())
        : node;
  }

  private static Sequence several(YamlNode value) {
    var items = value instanceof Sequence s ? s.items() : List.of(value);
    return Made.list(
        value.where(),
        items.stream()
            .map(i -> i instanceof Scalar s ? Made.text(s.asText(), s.where()) : i)
            .toList());
  }
}
