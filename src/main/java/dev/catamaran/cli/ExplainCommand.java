package dev.catamaran.cli;

import dev.catamaran.compose.support.AttributeFacts;
import dev.catamaran.finding.Closest;
import dev.catamaran.finding.Code;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a finding's code means, or what becomes of a Compose attribute. */
final class ExplainCommand implements Command {
  private final Console console;
  private final Text subject;

  ExplainCommand(Usage usage, Console console) {
    this.console = console;
    subject =
        usage.optionalOperand(
            "CODE|ATTRIBUTE",
            "A finding's code, such as PORT-TAKEN, or an attribute, such as cap_add; default: list"
                + " the codes.");
  }

  @Override
  public int run() {
    subject.value().ifPresentOrElse(this::explain, this::list);
    return ExitCode.DONE.number();
  }

  private void list() {
    Arrays.stream(Code.values()).forEach(this::print);
  }

  private void explain(String word) {
    var wanted = word.toUpperCase(Locale.ROOT).replace('_', '-');
    var code = Arrays.stream(Code.values()).filter(c -> c.word().equals(wanted)).findFirst();
    code.ifPresent(this::print);
    if (code.isEmpty()) {
      var attributes = AttributeFacts.named(word);
      if (attributes.isEmpty()) {
        throw new UsageFailure(unknown(word));
      }
      attributes.forEach(this::print);
    }
  }

  private void print(Code code) {
    console.out().println(code + "  " + code.meaning());
  }

  private void print(AttributeFacts facts) {
    console.out().println(facts.path());
    facts.lines().forEach(l -> console.out().println("  " + l));
  }

  private static String unknown(String word) {
    List<String> known =
        Stream.concat(Arrays.stream(Code.values()).map(Code::word), AttributeFacts.names().stream())
            .toList();
    return "\""
        + word
        + "\" is neither the code of a finding nor a Compose attribute"
        + Closest.to(word, known).map(near -> "; did you mean " + near + "?").orElse("");
  }
}
