package dev.catamaran;

/**
 * Several command lines in one process: the virtual machine learns from them what a start needs,
 * and keeps that in its ahead-of-time cache.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** Each argument is one command line, its words parted by one blank. */
  public static void main(String[] lines) throws ClassNotFoundException {
    // Needed where a class of a library is used for the first time through a cached handle; not in
    // the cache, it would be searched in the JDK's own image, which takes 3 ms to open.
    Class.forName("java.lang.invoke.DirectMethodHandle$1");
    for (var line : lines) {
      Main.run(line.split(" ", -1));
    }
  }
}
