package dev.catamaran.lab;

import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.compose.tree.YamlReader;
import dev.catamaran.finding.Outcome;
import dev.catamaran.image.Catalogue;
import dev.catamaran.model.NodeName;
import dev.catamaran.spec.NetworkSpec;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a lab is made of.
 *
 * @param images what the simulated registries hold
 */
public record LabFile(
    String name, List<Member> members, List<NetworkSpec> networks, Catalogue images) {

  /**
   * One simulated node.
   *
   * @param labels as the file says; those an agent would report come on top
   * @param agent whether the node looks as if Catamaran's agent reported its facts
   */
  public record Member(
      NodeName name,
      Node.Role role,
      Node.Availability availability,
      NodeFacts facts,
      Hardware hardware,
      Map<String, String> labels,
      boolean agent) {
    public Member {
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
  }

  /**
   * What the engine describes of the machine.
   *
   * @param system the product's name, {@code Windows Server 2016 Datacenter}
   * @param architecture the kernel's word, {@code x86_64}
   * @param description what the engine reports for Swarm to schedule by
   */
  public record Hardware(String system, String architecture, Description description) {}

  public LabFile {
    members = List.copyOf(members);
    networks = List.copyOf(networks);
  }

  /** Reads a lab file; findings carry their places. */
  public static Outcome<LabFile> read(String file, byte[] bytes) {
    return YamlReader.read(file, bytes).then(root -> new LabReader(file).read(root));
  }

  public static Outcome<LabFile> read(String file, String text) {
    return read(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
