package dev.catamaran.cli;

import dev.catamaran.finding.Code;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a finding's code means. */
@Command(name = "explain", description = "Say what a finding's code means.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CODE", description = "A finding's code, such as PORT-TAKEN.")
  private String code = "";

  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var wanted = code.toUpperCase(Locale.ROOT).replace('_', '-');
    var known = Arrays.stream(Code.values()).filter(c -> c.word().equals(wanted)).findFirst();
    if (known.isEmpty()) {
      throw new UsageFailure(
          "no finding has the code \"" + code + "\"; findings print theirs in capitals");
    }
    console.out().println(known.get() + "  " + known.get().meaning());
    return ExitCode.DONE.number();
  }
}
