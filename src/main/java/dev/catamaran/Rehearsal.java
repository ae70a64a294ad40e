package dev.catamaran;

/**
 * Several command lines in one process: the virtual machine learns from them what a start needs,
 * and keeps that in its ahead-of-time cache.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** Each argument is one command line, its words parted by one blank. */
  public static void main(String[] lines) {
    for (var line : lines) {
      Main.run(line.split(" ", -1));
    }
  }
}
