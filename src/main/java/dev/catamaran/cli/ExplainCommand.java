package dev.catamaran.cli;

import dev.catamaran.compose.support.AttributeFacts;
import dev.catamaran.finding.Closest;
import dev.catamaran.finding.Code;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a finding's code means, or what becomes of a Compose attribute. */
@Command(
    name = "explain",
    description = "Say what a finding's code means, or what becomes of a Compose attribute.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "CODE|ATTRIBUTE",
      arity = "0..1",
      description =
          "A finding's code, such as PORT-TAKEN, or an attribute, such as cap_add; default: list"
              + " the codes.")
  private String subject = "";

  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (subject.isEmpty()) {
      Arrays.stream(Code.values()).forEach(this::print);
      return ExitCode.DONE.number();
    }
    var wanted = subject.toUpperCase(Locale.ROOT).replace('_', '-');
    var code = Arrays.stream(Code.values()).filter(c -> c.word().equals(wanted)).findFirst();
    code.ifPresent(this::print);
    if (code.isEmpty()) {
      var attributes = AttributeFacts.named(subject);
      if (attributes.isEmpty()) {
        throw new UsageFailure(unknown());
      }
      attributes.forEach(this::print);
    }
    return ExitCode.DONE.number();
  }

  private void print(Code code) {
    console.out().println(code + "  " + code.meaning());
  }

  private void print(AttributeFacts facts) {
    console.out().println(facts.path());
    facts.lines().forEach(l -> console.out().println("  " + l));
  }

  private String unknown() {
    List<String> known =
        Stream.concat(Arrays.stream(Code.values()).map(Code::word), AttributeFacts.names().stream())
            .toList();
    return "\""
        + subject
        + "\" is neither the code of a finding nor a Compose attribute"
        + Closest.to(subject, known).map(near -> "; did you mean " + near + "?").orElse("");
  }
}
