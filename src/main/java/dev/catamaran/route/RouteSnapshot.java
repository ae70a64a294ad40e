package dev.catamaran.route;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table as one manager published it.
 *
 * @param cluster the engine's own id of the cluster
 */
public record RouteSnapshot(String cluster, Generation generation, RoutingTable table) {

  /**
   * Which of a manager's tables. Numbers count only within an epoch, one run of one manager's
   * agent: a manager that starts again at 1 has a new epoch, and so is never mistaken for stale.
   *
   * @param epoch letters, digits and dashes
   * @param number from 1
   */
  public record Generation(String epoch, long number) {
    private static final Pattern EPOCH = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9-]{1,64})\\.([1-9]\\d{0,17})");

    public Generation {
      if (!EPOCH.matcher(epoch).matches() || number < 1) {
        throw new IllegalArgumentException(
            "\"" + epoch + "." + number + "\" is no generation of routes");
      }
    }

    public static Optional<Generation> parse(String text) {
      var match = FORM.matcher(text);
      return match.matches()
          ? Optional.of(new Generation(match.group(1), Long.parseLong(match.group(2))))
          : Optional.empty();
    }

    public Generation next() {
      return new Generation(epoch, number + 1);
    }

    /** Whether a receiver that has the other one goes back in time by taking this one. */
    public boolean olderThan(Generation other) {
      return epoch.equals(other.epoch) && number < other.number;
    }

    @Override
    public String toString() {
      return epoch + "." + number;
    }
  }
}
