package dev.catamaran.agent;

import dev.catamaran.mesh.DataPlane;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What the agent is doing and what fails, for its status and its log. Says a thing when it changes,
 * not each time it is found to be so still.
 */
final class Journal {
  private static final System.Logger LOG = System.getLogger("dev.catamaran.agent");

  private final InstantSource clock;
  private Optional<String> node = Optional.empty();
  private String role = "none";
  private String plane = "none";
  private String source = "nowhere yet";
  private List<String> remarks = List.of();
  private Optional<AgentStatus.Trouble> trouble = Optional.empty();

  Journal(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void serves(String nodeName, String as) {
    if (!as.equals(role) || node.filter(nodeName::equals).isEmpty()) {
      LOG.log(Level.INFO, "node " + nodeName + " is a " + as);
    }
    node = Optional.of(nodeName);
    role = as;
  }

  synchronized void carries(DataPlane.Kind kind, String reason) {
    plane = kind.word() + ": " + reason;
    LOG.log(Level.INFO, "published ports are carried by the " + plane);
  }

  synchronized void followsRoutesFrom(String words) {
    if (!words.equals(source)) {
      LOG.log(Level.INFO, "routes come from " + words);
    }
    source = words;
  }

  synchronized void remarks(List<String> found) {
    found.stream().filter(r -> !remarks.contains(r)).forEach(r -> LOG.log(Level.WARNING, r));
    remarks = List.copyOf(found);
  }

  void says(String line) {
    LOG.log(Level.INFO, line);
  }

  synchronized void fails(String message) {
    if (trouble.filter(t -> t.message().equals(message)).isEmpty()) {
      LOG.log(Level.WARNING, message);
      trouble = Optional.of(new AgentStatus.Trouble(clock.instant(), message));
    }
  }

  synchronized void works() {
    trouble.ifPresent(t -> LOG.log(Level.INFO, "works again; it failed since " + t.since()));
    trouble = Optional.empty();
  }

  synchronized AgentStatus status(Course course) {
    return new AgentStatus(
        node, role, plane, source, course.generation(), course.listeners(), remarks, trouble);
  }
}
