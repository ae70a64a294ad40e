package dev.catamaran.orchestrator.swarm;

import java.io.IOException;

/** What listens there speaks TLS, and was spoken to in the clear. */
final class SpeaksTls extends IOException {
  private static final long serialVersionUID = 1;

  SpeaksTls() {
    super("it speaks TLS, and was spoken to in the clear");
  }
}
