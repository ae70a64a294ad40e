package dev.catamaran.cli;

import dev.catamaran.plan.Settings;
import dev.catamaran.plan.Settings.MeshUse;
import dev.catamaran.usage.Choice;
import dev.catamaran.usage.Usage;

/** What the operator decides about planning as such. */
final class PlanningOptions {
  /** The words of {@code --mesh}. */
  enum Mesh {
    AUTO,
    ALWAYS
  }

  private final Choice<Mesh> mesh;

  PlanningOptions(Usage usage) {
    mesh =
        usage.choice(
            "--mesh=WHEN",
            Mesh.AUTO,
            "Publish ports by Catamaran's mesh where the engine's is missing (auto, default) or"
                + " always.");
  }

  Settings settings() {
    return new Settings(
        switch (mesh.value()) {
          case AUTO -> MeshUse.WHERE_NEEDED;
          case ALWAYS -> MeshUse.ALWAYS;
        });
  }
}
