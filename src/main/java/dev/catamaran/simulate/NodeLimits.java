package dev.catamaran.simulate;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.finding.Verdict;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.image.Images;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;

/**
 * What a node's engine says when a task asks more than the node can do. Whether it can comes from
 * the capability matrix and the image rules alone; only the engine's words are here.
 */
public final class NodeLimits {
  private final Images images;
  private final Matrix matrix;

  public NodeLimits(Images images, Matrix matrix) {
    this.images = images;
    this.matrix = matrix;
  }

  public boolean can(SimNode node, Feature feature) {
    return matrix.judge(feature, node.facts()).works();
  }
}
