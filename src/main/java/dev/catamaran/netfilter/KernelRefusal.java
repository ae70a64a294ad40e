package dev.catamaran.netfilter;

/** The kernel did not do what it was asked; nothing of a refused transaction is in force. */
public final class KernelRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int number;

  KernelRefusal(String what, Errno errno) {
    super("the kernel refuses " + what + ": " + errno);
    number = errno.number();
  }

  boolean noSuchThing() {
    return number == Errno.NO_ENTRY.number();
  }
}
