package dev.catamaran.plan.placement;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.NodeName;
import dev.catamaran.scheduling.Attribute;
import dev.catamaran.scheduling.Constraint;
import dev.catamaran.scheduling.SeenNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The nodes of a cluster, numbered by name, grouped by kind and found by what constraints name, so
 * that a service is placed by sets of nodes and not node by node. The sets handed out are shared:
 * nobody changes them.
 */
final class Roster {
  private final List<Node> nodes;
  private final List<SeenNode> seen;
  private final Map<NodeName, Integer> numbers;
  private final Map<String, Integer> numbersById;
  private final List<NodeKind> kinds = new ArrayList<>();
  private final List<BitSet> members = new ArrayList<>();
  private final List<NodeKind> kindOf = new ArrayList<>();
  private final BitSet open = new BitSet();
  private final Map<Attribute, Map<String, BitSet>> values = new HashMap<>();
  private final Map<Attribute, Map<String, BitSet>> branches = new HashMap<>();
  private final Map<Constraint, BitSet> holding = new HashMap<>();

  Roster(Cluster cluster) {
    this.nodes = cluster.nodes();
    this.seen = nodes.stream().map(Roster::seen).toList();
    this.numbers = HashMap.newHashMap(nodes.size());
    this.numbersById = HashMap.newHashMap(nodes.size());
    var known = new HashMap<Sort, NodeKind>();
    for (int i = 0; i < nodes.size(); i++) {
      var node = nodes.get(i);
      numbers.putIfAbsent(node.name(), i);
      numbersById.putIfAbsent(node.id(), i);
      open.set(i, node.takesTasks());
      var kind =
          known.computeIfAbsent(new Sort(node.facts(), node.description().plugins()), this::kind);
      kindOf.add(kind);
      members.get(kind.number()).set(i);
    }
  }

  private record Sort(NodeFacts facts, List<Plugin> plugins) {}

  private NodeKind kind(Sort sort) {
    var kind = new NodeKind(kinds.size(), sort.facts(), sort.plugins());
    kinds.add(kind);
    members.add(new BitSet());
    return kind;
  }

  /** As the engine wrote it: it compares the kernel's word for an architecture, and no other. */
  static SeenNode seen(Node node) {
    return new SeenNode(
        node.id(),
        node.name().text(),
        node.address(),
        node.role().word(),
        node.facts().platform().os().word(),
        kernelWord(node.facts().platform().architecture()),
        node.labels(),
        node.engineLabels());
  }

  private static String kernelWord(String architecture) {
    return switch (architecture) {
      case "amd64" -> "x86_64";
      case "arm64" -> "aarch64";
      case String other -> other;
    };
  }

  int size() {
    return nodes.size();
  }

  Node node(int number) {
    return nodes.get(number);
  }

  SeenNode seen(int number) {
    return seen.get(number);
  }

  Optional<Integer> number(NodeName name) {
    return Optional.ofNullable(numbers.get(name));
  }

  Optional<Integer> numberById(String nodeId) {
    return Optional.ofNullable(numbersById.get(nodeId));
  }

  List<NodeKind> kinds() {
    return kinds;
  }

  NodeKind kindOf(int number) {
    return kindOf.get(number);
  }

  /** The nodes of a kind. */
  BitSet members(NodeKind kind) {
    return members.get(kind.number());
  }

  /** The nodes that take tasks now. */
  BitSet open() {
    return open;
  }

  /** The nodes by what they have of an attribute, in small letters: constraints do not mind. */
  Map<String, BitSet> values(Attribute attribute) {
    return values.computeIfAbsent(attribute, a -> index(a, text -> text.toLowerCase(Locale.ROOT)));
  }

  /** The nodes by what they have of an attribute, as preferences tell them apart. */
  Map<String, BitSet> branches(Attribute attribute) {
    return branches.computeIfAbsent(attribute, a -> index(a, text -> text));
  }

  private Map<String, BitSet> index(Attribute attribute, UnaryOperator<String> key) {
    var index = new TreeMap<String, BitSet>();
    for (int i = 0; i < seen.size(); i++) {
      index.computeIfAbsent(key.apply(attribute.of(seen.get(i))), _ -> new BitSet()).set(i);
    }
    return index;
  }

  /** The nodes that pass a constraint. */
  BitSet holding(Constraint constraint) {
    return holding.computeIfAbsent(constraint, this::find);
  }

  private BitSet find(Constraint constraint) {
    var attribute = constraint.attribute();
    if (attribute.isEmpty() || attribute.get() == Attribute.Property.ADDRESS) {
      var found = new BitSet();
      for (int i = 0; i < seen.size(); i++) {
        found.set(i, constraint.holds(seen.get(i)));
      }
      return found;
    }
    var equal =
        values(attribute.get())
            .getOrDefault(constraint.value().toLowerCase(Locale.ROOT), new BitSet());
    if (constraint.equal()) {
      return equal;
    }
    var others = all();
    others.andNot(equal);
    return others;
  }

  /** A new set of all nodes. */
  BitSet all() {
    var all = new BitSet(nodes.size());
    all.set(0, nodes.size());
    return all;
  }
}
