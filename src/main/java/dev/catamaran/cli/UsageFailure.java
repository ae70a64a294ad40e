package dev.catamaran.cli;

/** The command line asks for something that cannot be meant; exit code 2. */
final class UsageFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageFailure(@org.jspecify.annotations.Nullable String message) {
    super(message);
  }
}
