package dev.catamaran.cli;

/** While open, Ctrl-C says what has become of the work before the process ends. */
final class InterruptNotice implements AutoCloseable {
  private final Thread notice;

  private InterruptNotice(Thread notice) {
    this.notice = notice;
  }

  static InterruptNotice open(Console console, String text) {
    var notice = new Thread(() -> console.err().println(text), "interrupted");
    Runtime.getRuntime().addShutdownHook(notice);
    return new InterruptNotice(notice);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(notice);
    } catch (IllegalStateException _) {
      // The process is ending already, and the notice is being given.
    }
  }
}
