package dev.catamaran.cli;

import dev.catamaran.assembly.ImageSources;
import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.files.OutputFile;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.image.Recording;
import dev.catamaran.json.Json;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Texts;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The platforms images offer. */
final class ImagesCommand implements Command {
  private final Console console;
  private final Texts images;
  private final ProjectOptions project;
  private final Text record;
  private final EngineOptions engine;
  private final ImageOptions sources;
  private final OutputOptions output;

  ImagesCommand(Usage usage, Console console) {
    this.console = console;
    images = usage.operands("IMAGE", "Images to ask for; default: those of the Compose files.");
    project = new ProjectOptions(usage);
    record =
        usage.text(
            "--record=FILE",
            "Write what is known to this file, for use with --images where nobody answers.");
    engine = new EngineOptions(usage);
    sources = new ImageOptions(usage);
    output = new OutputOptions(usage);
  }

  @Override
  public int run() {
    var wanted = wanted();
    var target = engine.target(console);
    var known = sources.sources();
    if (!(wanted instanceof Outcome.Accepted<List<ImageRef>>(var names, var _))
        || !(target instanceof Outcome.Accepted<Target>(var aim, var _))
        || !(known instanceof Outcome.Accepted<ImageSources>(var told, var _))) {
      var findings =
          Stream.of(wanted, target, known)
              .flatMap(o -> o.findings().stream())
              .sorted(Finding.BY_PLACE)
              .toList();
      new FindingText(console).print(findings, console.err());
      return ExitCode.REFUSED.number();
    }
    try (var session = Session.open(aim, console.environment(), told)) {
      var answers = session.platforms(names);
      print(names, answers);
      record.value().ifPresent(file -> write(Path.of(file), answers));
      boolean all = answers.values().stream().allMatch(a -> a instanceof ImageAnswer.Known);
      return (all ? ExitCode.DONE : ExitCode.FAILED).number();
    }
  }

  private Outcome<List<ImageRef>> wanted() {
    if (!images.given()) {
      return project.load(console).then(p -> Outcome.of(Work.images(p)));
    }
    try {
      return Outcome.of(images.values().stream().map(ImageRef::parse).toList());
    } catch (IllegalArgumentException e) {
      throw new UsageFailure(e.getMessage());
    }
  }

  private static void write(Path file, Map<ImageRef, ImageAnswer> answers) {
    OutputFile.write(file, Recording.write(answers))
        .ifPresent(trouble -> {
          throw new UsageFailure(trouble);
        });
  }

  private void print(List<ImageRef> names, Map<ImageRef, ImageAnswer> answers) {
    if (output.json()) {
      var list =
          names.stream()
              .flatMap(
                  n -> java.util.Optional.ofNullable(answers.get(n)).map(a -> json(n, a)).stream())
              .toList();
      output.print(console, FindingJson.versioned().with("images", Json.array(list)));
      return;
    }
    var table = new Table("IMAGE", "PLATFORMS", "TOLD BY");
    answers.forEach((name, answer) -> {
      switch (answer) {
        case ImageAnswer.Known(var platforms, var _, var source) -> {
          table.row(name.familiar(), platforms.getFirst().toString(), source);
          platforms.stream().skip(1).forEach(p -> table.row("", p.toString(), ""));
        }
        case ImageAnswer.NotFound(var source) ->
            table.row(name.familiar(), "(no such image)", source);
        case ImageAnswer.Unknown(var reason) -> table.row(name.familiar(), "(unknown)", reason);
      }
    });
    console.out().print(table.text());
  }

  private static Json.Obj json(ImageRef name, ImageAnswer answer) {
    var object = Json.object().with("image", name.familiar());
    return switch (answer) {
      case ImageAnswer.Known(var platforms, var digest, var source) ->
          object
              .with("platforms", Json.array(platforms.stream().map(ImagesCommand::json).toList()))
              .with("digest", FindingJson.textOrNull(digest.map(d -> d.text())))
              .with("source", source);
      case ImageAnswer.NotFound(var source) ->
          object.with("platforms", Json.Null.NULL).with("reason", "not found: " + source);
      case ImageAnswer.Unknown(var reason) ->
          object.with("platforms", Json.Null.NULL).with("reason", reason);
    };
  }

  private static Json.Obj json(Platform platform) {
    return Json.object()
        .with("os", platform.os().word())
        .with("architecture", platform.architecture())
        .with("variant", FindingJson.textOrNull(platform.variant()))
        .with("osVersion", FindingJson.textOrNull(platform.osVersion().map(v -> v.toString())));
  }
}
