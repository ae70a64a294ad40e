package dev.catamaran.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The user's end: data goes to {@code out}, progress and findings to {@code err}.
 *
 * @param terminal whether someone sits there; asked when it matters, because asking takes time
 */
public record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> environment,
    BooleanSupplier terminal) {
  public Console {
    environment = Map.copyOf(environment);
  }

  /** The process's own streams and environment. */
  public static Console ofProcess() {
    return new Console(System.out, System.err, System.in, System.getenv(), Console::atTerminal);
  }

  /** The same streams, with other variables. */
  Console in(Map<String, String> otherEnvironment) {
    return new Console(out, err, in, otherEnvironment, terminal);
  }

  private static boolean atTerminal() {
    return Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
  }

  /** Whether there is someone who can be asked. */
  boolean interactive() {
    return terminal.getAsBoolean();
  }

  private boolean colours() {
    return !environment.containsKey("NO_COLOR")
        && !"dumb".equals(environment.get("TERM"))
        && terminal.getAsBoolean();
  }

  String paint(Colour colour, String text) {
    return colours() ? "\u001b[" + colour.code + "m" + text + "\u001b[0m" : text;
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
