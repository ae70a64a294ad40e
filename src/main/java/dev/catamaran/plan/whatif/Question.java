package dev.catamaran.plan.whatif;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.compose.Project;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import dev.catamaran.plan.Plan;
import dev.catamaran.plan.Planner;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A project with what is known of its images, to be planned on clusters that do not exist. */
public record Question(Planner planner, Project project, Map<ImageRef, ImageAnswer> images) {
  public Question {
    images = Collections.unmodifiableMap(new HashMap<>(images));
  }

  Plan plan(Cluster cluster) {
    return planner.plan(project, images, cluster);
  }

  /** The same with an image that is made for these, too; empty where nobody knows the image. */
  Optional<Question> offering(ImageRef image, Set<Platform> more) {
    return images.get(image) instanceof ImageAnswer.Known known
        ? Optional.of(with(image, known, more))
        : Optional.empty();
  }

  private Question with(ImageRef image, ImageAnswer.Known known, Set<Platform> more) {
    var platforms = new LinkedHashSet<>(known.platforms());
    platforms.addAll(more);
    var others = new HashMap<>(images);
    others.put(
        image, new ImageAnswer.Known(List.copyOf(platforms), Optional.empty(), known.source()));
    return new Question(planner, project, others);
  }
}
