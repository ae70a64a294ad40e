package dev.catamaran.usage;

/** What a verb does once the words after it are read. */
public interface Command {
  /** Returns the exit code. */
  int run() throws InterruptedException;
}
