package dev.catamaran.plan.ports;

/** Numbers with their noun. */
final class Counted {
  private Counted() {}

  static String nodes(int number) {
    return number == 1 ? "1 node" : number + " nodes";
  }

  static String tasks(int number) {
    return number == 1 ? "1 task" : number + " tasks";
  }
}
