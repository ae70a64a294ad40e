package dev.catamaran.plan.whatif;

import dev.catamaran.finding.Finding;
import java.util.List;

/**
 * The order in which a cluster gets from here to there.
 *
 * @param steps the first first
 */
public record Course(List<Step> steps) {
  public Course {
    steps = List.copyOf(steps);
  }

  /** Whether nothing of the project is ever down or refused on the way. */
  public boolean smooth() {
    return steps.stream().allMatch(s -> s.down().isEmpty() && s.refusals().isEmpty());
  }

  /**
   * One thing to do.
   *
   * @param what as an operator would note it
   * @param why this now; empty where any order would do
   * @param down what has no node while the step is done
   * @param refusals errors a plan would find after it that it did not find before the first step
   */
  public record Step(String what, List<String> why, List<String> down, List<Finding> refusals) {
    public Step {
      why = List.copyOf(why);
      down = List.copyOf(down);
      refusals = List.copyOf(refusals);
    }
  }
}
