package dev.catamaran;

import dev.catamaran.cli.Cli;
import dev.catamaran.cli.Console;

/** The process: arguments in, exit code out. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    int code = run(words);
    // System.exit makes a logger first, whether or not anyone listens: 5 ms.
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(String... words) {
    return Cli.run(Console.ofProcess(), words);
  }
}
