package dev.catamaran.cli;

import dev.catamaran.assembly.ImageSources;
import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlText;
import dev.catamaran.finding.Outcome;
import dev.catamaran.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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

  @Option(
      names = "--resolve-image-digests",
      description = "Ask the registries which image each tag stands for now, and pin it.")
  private boolean digests;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print findings only.")
  private boolean quiet;

  @ArgGroup private ConfigLists lists = new ConfigLists();

  @Option(
      names = "--insecure-registry",
      paramLabel = "HOST[:PORT]",
      description = "Ask this registry over plain HTTP; may be given several times.")
  private List<String> insecure = new ArrayList<>();

  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var profiles = lists.wantsEverything() ? Set.of("*") : Set.<String>of();
    var outcome = project.resolve(console, !raw, profiles).then(this::pinned);
    new FindingText(console).print(outcome.findings(), console.err());
    return switch (outcome) {
      case Outcome.Refused<Resolved> _ -> ExitCode.REFUSED.number();
      case Outcome.Accepted<Resolved>(var resolved, var _) -> {
        if (!quiet) {
          console.out().print(text(resolved.tree()));
        }
        yield ExitCode.DONE.number();
      }
    };
  }

  private Outcome<Resolved> pinned(Resolved resolved) {
    if (!digests) {
      return Outcome.of(resolved);
    }
    var sources = new ImageSources(Optional.empty(), Set.copyOf(insecure));
    return new ImagePins(console.environment(), sources)
        .pin(resolved.tree())
        .then(tree -> Outcome.of(new Resolved(resolved.dialect(), resolved.name(), tree)));
  }

  private String text(Mapping tree) {
    return lists
        .of(tree)
        .orElseGet(() ->
            switch (format) {
              case yaml -> YamlText.of(tree);
              case json -> JsonText.pretty(ConfigJson.of(tree)) + "\n";
            });
  }
}
