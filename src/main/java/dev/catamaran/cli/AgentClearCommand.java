package dev.catamaran.cli;

import dev.catamaran.mesh.KernelPlane;
import dev.catamaran.netfilter.KernelRefusal;
import dev.catamaran.usage.Command;

/** Takes back what the kernel was told; a running agent would tell it again. */
final class AgentClearCommand implements Command {
  private final Console console;

  AgentClearCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    if (!KernelPlane.onThisSystem()) {
      console.out().println("nothing to remove: only Linux has the kernel plane");
      return ExitCode.DONE.number();
    }
    try {
      console
          .out()
          .println(
              KernelPlane.removeTable()
                  ? "removed the table catamaran; published ports are carried no more"
                  : "nothing to remove: there is no table catamaran");
      return ExitCode.DONE.number();
    } catch (KernelRefusal e) {
      console.err().println("catamaran: " + e.getMessage());
      return ExitCode.FAILED.number();
    }
  }
}
