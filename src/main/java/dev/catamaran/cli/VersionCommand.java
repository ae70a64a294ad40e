package dev.catamaran.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Which Catamaran this is. */
@Command(name = "version", description = "Print the version.")
final class VersionCommand implements Callable<Integer>, IVersionProvider {
  private final Console console;

  VersionCommand(Console console) {
    this.console = console;
  }

  static String version() {
    var packed = VersionCommand.class.getPackage().getImplementationVersion();
    return packed == null ? "development" : packed;
  }

  private static String line() {
    return "catamaran " + version() + " (Java " + Runtime.version() + ")";
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }

  @Override
  public Integer call() {
    console.out().println(line());
    return ExitCode.DONE.number();
  }
}
