package dev.catamaran.cli;

import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.tree.YamlText;
import dev.catamaran.finding.Outcome;
import dev.catamaran.json.JsonText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The project as Docker would read it, every short form written out; touches no engine. */
@Command(
    name = "config",
    description = "Print the resolved project in canonical form; needs no engine.")
final class ConfigCommand implements Callable<Integer> {
  /** The forms a project can be printed in. */
  enum Format {
    yaml,
    json
  }

  @Mixin private ProjectOptions project = new ProjectOptions();

  @Option(
      names = {"-o", "--format"},
      paramLabel = "FORMAT",
      description = "yaml (default) or json.")
  private Format format = Format.yaml;

  @Option(names = "--no-interpolate", description = "Leave variables as they are written.")
  private boolean raw;

  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var outcome = project.resolve(console, !raw);
    new FindingText(console).print(outcome.findings(), console.err());
    return switch (outcome) {
      case Outcome.Refused<Resolved> _ -> ExitCode.REFUSED.number();
      case Outcome.Accepted<Resolved>(var resolved, var _) -> {
        console.out().print(text(resolved));
        yield ExitCode.DONE.number();
      }
    };
  }

  private String text(Resolved resolved) {
    return switch (format) {
      case yaml -> YamlText.of(resolved.tree());
      case json -> JsonText.pretty(ConfigJson.of(resolved.tree())) + "\n";
    };
  }
}
