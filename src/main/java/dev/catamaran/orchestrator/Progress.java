package dev.catamaran.orchestrator;

import dev.catamaran.cluster.ServiceState;
import dev.catamaran.plan.Change;
import java.util.List;

/** Told what happens while changes are carried out; calls come from one thread. */
public interface Progress {
  /** The engine has accepted the change. */
  void done(Change change);

  /** The services as they are now; called on every look, changed or not. */
  void states(List<ServiceState> states);
}
