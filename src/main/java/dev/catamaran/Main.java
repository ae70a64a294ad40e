package dev.catamaran;

/** The process: arguments in, exit code out. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("catamaran");
  }
}
