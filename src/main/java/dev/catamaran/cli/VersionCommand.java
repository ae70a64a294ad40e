package dev.catamaran.cli;

import dev.catamaran.usage.Command;

/** Which Catamaran this is. */
record VersionCommand(Console console) implements Command {
  static String version() {
    var packed = VersionCommand.class.getPackage().getImplementationVersion();
    return packed == null ? "development" : packed;
  }

  @Override
  public int run() {
    console
        .out()
        .println(
            "catamaran "
                + version()
                + " (Java "
                + System.getProperty("java.runtime.version")
                + ")");
    return ExitCode.DONE.number();
  }
}
