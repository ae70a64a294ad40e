package dev.catamaran.spec;

import java.util.Optional;

/**
 * How the engine runs a container, apart from what it executes.
 *
 * @param init whether a small first process reaps orphans; empty is the engine's own setting
 * @param stopSignal empty is the image's own, else SIGTERM
 * @param readOnly the root file system
 * @param logging empty is the engine's own setting
 */
public record Execution(
    Terminal terminal,
    Optional<Boolean> init,
    Optional<String> stopSignal,
    boolean readOnly,
    Resolver resolver,
    Privileges privileges,
    Kernel kernel,
    Driver logging) {
  /** Nothing written. */
  public static final Execution DEFAULT =
      new Execution(
          Terminal.NONE,
          Optional.empty(),
          Optional.empty(),
          false,
          Resolver.NONE,
          Privileges.NONE,
          Kernel.NONE,
          Driver.NONE);

  /**
   * What the first process finds as its standard streams.
   *
   * @param tty a pseudo terminal
   * @param input an open standard input
   */
  public record Terminal(boolean tty, boolean input) {
    public static final Terminal NONE = new Terminal(false, false);
  }

  public Execution withPrivileges(Privileges other) {
    return new Execution(terminal, init, stopSignal, readOnly, resolver, other, kernel, logging);
  }
}
