package dev.catamaran.compose.grammar;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;
import java.util.Map;

/** Everything that may stand in a file of one format. */
public final class Grammar {
  private final Shape root;
  private final Version version;

  private Grammar(Shape root, Version version) {
    this.root = root;
    this.version = version;
  }

  /** The classic format in one of its versions. */
  public static Grammar classic(Version version) {
    return new Grammar(ClassicFormat.FILE, version);
  }

  /** The Compose Specification. */
  public static Grammar specification() {
    return new Grammar(SpecificationFormat.FILE, Version.NEWEST);
  }

  /** Every attribute the format knows by its path, with the version that brought it. */
  public Map<String, Version> attributes() {
    return Paths.of(root);
  }

  /**
   * Reports whatever has another shape, all of it, and gives the file without it: what is left has
   * the shape that the format asks for.
   */
  public Mapping check(Mapping file, Faults faults) {
    return new ShapeCheck(version, faults).file(file, root);
  }
}
