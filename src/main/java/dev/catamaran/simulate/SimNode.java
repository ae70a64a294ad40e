package dev.catamaran.simulate;

import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.Description.Capacity;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.model.NodeName;
import dev.catamaran.scheduling.SeenNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A simulated machine of the cluster. */
public record SimNode(
    Meta meta,
    NodeName name,
    Node.Role role,
    Node.Availability availability,
    Node.State state,
    NodeFacts facts,
    Machine machine,
    Map<String, String> labels) {
  private static final Capacity NO_CAPACITY = new Capacity(0, 0);

  /**
   * What the engine describes and no capability hangs on.
   *
   * @param system the product's name, {@code Windows Server 2016 Datacenter}
   * @param address where other nodes reach it
   * @param architecture the kernel's own word, {@code x86_64}: Swarm compares it raw
   * @param description resources, plugins and labels of the engine
   */
  public record Machine(
      String system, String address, String architecture, Description description) {

    /** What its tasks can reserve. */
    public Capacity capacity() {
      return description.capacity().orElse(NO_CAPACITY);
    }
  }

  public SimNode {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  public String id() {
    return meta.id();
  }

  /** As Swarm's scheduler sees it. */
  SeenNode seen() {
    return new SeenNode(
        id(),
        name.text(),
        machine.address(),
        role.word(),
        facts.platform().os().word(),
        machine.architecture(),
        labels,
        machine.description().labels());
  }

  /** Ready, and open for new tasks. */
  public boolean takesTasks() {
    return state == Node.State.READY && availability == Node.Availability.ACTIVE;
  }

  /** Its tasks go elsewhere. */
  boolean evacuates() {
    return state == Node.State.DOWN || availability == Node.Availability.DRAIN;
  }

  SimNode with(Meta other) {
    return new SimNode(other, name, role, availability, state, facts, machine, labels);
  }

  SimNode with(Node.Availability other, Map<String, String> otherLabels) {
    return new SimNode(meta, name, role, other, state, facts, machine, otherLabels);
  }

  SimNode with(Node.State other) {
    return new SimNode(meta, name, role, availability, other, facts, machine, labels);
  }
}
