package dev.catamaran.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * The user's end: data goes to {@code out}, progress and findings to {@code err}.
 *
 * @param interactive whether someone sits there who can be asked
 * @param colours whether {@code err} and {@code out} show ANSI colours
 */
public record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> environment,
    boolean interactive,
    boolean colours) {
  public Console {
    environment = Map.copyOf(environment);
  }

  /** The process's own streams and environment. */
  public static Console ofProcess() {
    var environment = System.getenv();
    boolean terminal =
        Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
    boolean plain = environment.containsKey("NO_COLOR") || "dumb".equals(environment.get("TERM"));
    return new Console(
        System.out, System.err, System.in, environment, terminal, terminal && !plain);
  }

  String paint(Colour colour, String text) {
    return colours ? "\u001b[" + colour.code + "m" + text + "\u001b[0m" : text;
  }

  /** The few colours we use. */
  enum Colour {
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36"),
    DIM("2"),
    BOLD("1");

    private final String code;

    Colour(String code) {
      this.code = code;
    }
  }
}
