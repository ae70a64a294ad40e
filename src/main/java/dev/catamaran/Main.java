package dev.catamaran;

import dev.catamaran.cli.Cli;
import dev.catamaran.cli.Console;

/** The process: arguments in, exit code out. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Cli.run(Console.ofProcess(), args));
  }
}
