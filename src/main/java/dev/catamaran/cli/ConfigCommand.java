package dev.catamaran.cli;

import dev.catamaran.assembly.ImageSources;
import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlText;
import dev.catamaran.finding.Outcome;
import dev.catamaran.json.JsonText;
import dev.catamaran.usage.Choice;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Texts;
import dev.catamaran.usage.Usage;
import java.util.Optional;
import java.util.Set;

/** The project as Docker would read it, every short form written out; touches no engine. */
final class ConfigCommand implements Command {
  /** The forms a project can be printed in. */
  enum Format {
    YAML,
    JSON
  }

  private final Console console;
  private final ProjectOptions project;
  private final Choice<Format> format;
  private final Flag raw;
  private final Flag digests;
  private final Flag quiet;
  private final ConfigLists lists;
  private final Texts insecure;

  ConfigCommand(Usage usage, Console console) {
    this.console = console;
    project = new ProjectOptions(usage);
    format = usage.choice("-o, --format=FORMAT", Format.YAML, "yaml (default) or json.");
    raw = usage.flag("--no-interpolate", "Leave variables as they are written.");
    digests =
        usage.flag(
            "--resolve-image-digests",
            "Ask the registries which image each tag stands for now, and pin it.");
    quiet = usage.flag("-q, --quiet", "Print findings only.");
    lists = new ConfigLists(usage);
    insecure = ImageOptions.insecureRegistries(usage);
  }

  @Override
  public int run() {
    lists.check();
    var profiles = lists.wantsEverything() ? Set.of("*") : Set.<String>of();
    var outcome = project.resolve(console, !raw.on(), profiles).then(this::pinned);
    new FindingText(console).print(outcome.findings(), console.err());
    return switch (outcome) {
      case Outcome.Refused<Resolved> _ -> ExitCode.REFUSED.number();
      case Outcome.Accepted<Resolved>(var resolved, var _) -> {
        if (!quiet.on()) {
          // Printed as text it would be encoded in small pieces.
          var out = console.out();
          out.writeBytes(text(resolved.tree()).getBytes(out.charset()));
        }
        yield ExitCode.DONE.number();
      }
    };
  }

  private Outcome<Resolved> pinned(Resolved resolved) {
    if (!digests.on()) {
      return Outcome.of(resolved);
    }
    var sources = new ImageSources(Optional.empty(), Set.copyOf(insecure.values()));
    return new ImagePins(console.environment(), sources)
        .pin(resolved.tree())
        .then(tree -> Outcome.of(new Resolved(resolved.dialect(), resolved.name(), tree)));
  }

  private String text(Mapping tree) {
    return lists
        .of(tree)
        .orElseGet(() ->
            switch (format.value()) {
              case YAML -> YamlText.of(tree);
              case JSON -> JsonText.pretty(ConfigJson.of(tree)) + "\n";
            });
  }
}
