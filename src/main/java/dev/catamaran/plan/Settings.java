package dev.catamaran.plan;

/**
 * What the operator decides about planning as such.
 *
 * @param mesh whether Catamaran's mesh is used only where the engine's is missing, or always
 */
public record Settings(MeshUse mesh) {
  public static final Settings DEFAULT = new Settings(MeshUse.WHERE_NEEDED);

  /** When Catamaran's mesh carries a published port. */
  public enum MeshUse {
    WHERE_NEEDED,
    ALWAYS
  }
}
