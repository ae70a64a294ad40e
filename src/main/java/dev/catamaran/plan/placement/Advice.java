package dev.catamaran.plan.placement;

import dev.catamaran.scheduling.Attribute;
import dev.catamaran.scheduling.Constraint;
import java.util.Optional;

/** Commands that would let a node pass. */
final class Advice {
  private Advice() {}

  /** How some node comes to meet a constraint that none does. */
  static String meet(Constraint constraint) {
    var attribute = constraint.attribute();
    if (attribute.isPresent()
        && attribute.get() instanceof Attribute.NodeLabel(var name)
        && constraint.equal()) {
      return "docker node update --label-add " + name + "=" + constraint.value() + " NODE";
    }
    if (attribute.equals(Optional.of(Attribute.Property.ARCHITECTURE))) {
      return "write the kernel's word, x86_64 or aarch64: Swarm compares it as it is";
    }
    return "change the constraint, or leave it out";
  }
}
