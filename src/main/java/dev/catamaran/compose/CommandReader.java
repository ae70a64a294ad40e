package dev.catamaran.compose;

import dev.catamaran.spec.Command;

/** Reads what a container executes. */
final class CommandReader {
  private CommandReader() {}

  static Command read(Fields service) {
    return new Command(
        service.texts("entrypoint"),
        service.texts("command"),
        service.keyed("environment"),
        service.text("working_dir"),
        service.text("user"));
  }
}
