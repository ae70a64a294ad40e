package dev.catamaran.cli;

import dev.catamaran.plan.Settings;
import dev.catamaran.plan.Settings.MeshUse;
import picocli.CommandLine.Option;

/** What the operator decides about planning as such. */
final class PlanningOptions {
  /** The words of {@code --mesh}. */
  enum Mesh {
    auto,
    always
  }

  @Option(
      names = "--mesh",
      paramLabel = "WHEN",
      description =
          "Publish ports by Catamaran's mesh where the engine's is missing (auto, default) or"
              + " always.")
  private Mesh mesh = Mesh.auto;

  Settings settings() {
    return new Settings(
        switch (mesh) {
          case auto -> MeshUse.WHERE_NEEDED;
          case always -> MeshUse.ALWAYS;
        });
  }
}
