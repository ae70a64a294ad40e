package dev.catamaran.finding;

/** Numbers with their noun. */
public final class Counted {
  private Counted() {}

  public static String nodes(int number) {
    return number == 1 ? "1 node" : number + " nodes";
  }

  public static String tasks(int number) {
    return number == 1 ? "1 task" : number + " tasks";
  }
}
