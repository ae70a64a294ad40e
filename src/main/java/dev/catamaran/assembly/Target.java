package dev.catamaran.assembly;

import dev.catamaran.docker.Endpoint;
import dev.catamaran.lab.LabFile;

/** What a command is aimed at. */
public sealed interface Target {
  /** A real engine, or a lab that runs elsewhere. */
  record Engine(Endpoint endpoint) implements Target {}

  /**
   * A lab that lives as long as the command.
   *
   * @param port of its API on loopback; 0 is any free one, as the operating system reads it
   */
  record OwnLab(LabFile file, int port) implements Target {}
}
