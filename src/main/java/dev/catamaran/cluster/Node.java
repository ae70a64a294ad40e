package dev.catamaran.cluster;

import dev.catamaran.model.NodeName;
import dev.catamaran.spec.Labels;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A machine of the cluster.
 *
 * @param address where other nodes reach it; empty while the engine does not say
 * @param labels node labels, ours included
 * @param description what its engine tells of it besides the facts
 */
public record Node(
    String id,
    NodeName name,
    Role role,
    Availability availability,
    State state,
    NodeFacts facts,
    String address,
    Map<String, String> labels,
    Description description) {

  /** Managers keep the cluster's state and schedule; workers only run tasks. */
  public enum Role {
    MANAGER,
    WORKER;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the operator lets tasks onto the node. */
  public enum Availability {
    ACTIVE,
    PAUSE,
    DRAIN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the managers hear from the node. */
  public enum State {
    READY,
    DOWN,
    DISCONNECTED,
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Node {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** Labels from the engine's own configuration. */
  public Map<String, String> engineLabels() {
    return description.labels();
  }

  public Node with(NodeFacts other) {
    return new Node(id, name, role, availability, state, other, address, labels, description);
  }

  public Node with(Availability other) {
    return new Node(id, name, role, other, state, facts, address, labels, description);
  }

  public Node with(Description other) {
    return new Node(id, name, role, availability, state, facts, address, labels, other);
  }

  public Node withLabels(Map<String, String> other) {
    return new Node(id, name, role, availability, state, facts, address, other, description);
  }

  /** Ready, and open for new tasks. */
  public boolean takesTasks() {
    return state == State.READY && availability == Availability.ACTIVE;
  }

  /** What is known of its own ports; labels on the node win over those of its engine. */
  public NodePorts ports() {
    var all = new LinkedHashMap<>(engineLabels());
    all.putAll(labels);
    return NodePorts.read(all);
  }

  public boolean runsAgent() {
    return labels.containsKey(Labels.AGENT);
  }
}
