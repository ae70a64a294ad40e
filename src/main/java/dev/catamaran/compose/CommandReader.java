package dev.catamaran.compose;

import dev.catamaran.compose.text.ShellWords;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Command;
import java.util.List;

/** Reads what a container executes. */
final class CommandReader {
  private final Surroundings surroundings;
  private final Values values;

  CommandReader(Surroundings surroundings, Values values) {
    this.surroundings = surroundings;
    this.values = values;
  }

  Command read(Fields service) {
    return new Command(
        words(service, "entrypoint"),
        words(service, "command"),
        new EnvironmentReader(surroundings, values).read(service),
        service.text("working_dir"),
        service.text("user"));
  }

  private List<String> words(Fields service, String key) {
    return service
        .node(key)
        .map(n -> n instanceof Scalar s ? split(s) : values.texts(n))
        .orElse(List.of());
  }

  private List<String> split(Scalar scalar) {
    var text = values.text(scalar);
    if (text.isEmpty()) {
      return List.of();
    }
    var split = ShellWords.split(text.get());
    if (split.isEmpty()) {
      values.wrong(scalar, "a command with its quotes closed", "close the quotes, or write a list");
      return List.of();
    }
    if (split.get().eaten()) {
      warn(scalar, split.get());
    }
    return split.get().words();
  }

  private void warn(YamlNode place, ShellWords.Split split) {
    values
        .faults()
        .add(
            Finding.warning(
                    Code.COMMAND_BACKSLASH,
                    "a command in one text loses its backslashes: it runs as " + split.words())
                .at(place.where())
                .tryThis("write it as a list: [\"powershell\", 'C:\\app\\run.ps1']"));
  }
}
