package dev.catamaran.cli;

/** What a script learns from us. */
enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  /** Findings of severity error; nothing was changed. */
  REFUSED(3),
  TIMED_OUT(4),
  INTERRUPTED(130);

  /** With {@code plan --detailed-exitcode}: there are changes, as terraform says it. */
  static final int CHANGES = 2;

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
