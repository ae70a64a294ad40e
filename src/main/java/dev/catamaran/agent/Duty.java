package dev.catamaran.agent;

import dev.catamaran.orchestrator.swarm.EngineInfo;
import java.time.Duration;

/** What an agent does over and over in its node's role. */
interface Duty extends AutoCloseable {
  /**
   * Does it once. Failures of the world end up in the journal.
   *
   * @return how long to wait until the next time
   */
  Duration turn(EngineInfo info) throws InterruptedException;

  @Override
  void close();
}
