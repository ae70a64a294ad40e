package dev.catamaran.compose.classic;

import dev.catamaran.compose.text.ClassicWords;
import dev.catamaran.compose.text.CommandLoss;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Faults;
import java.util.Optional;

/** A command, as one text or as words; an empty one is as good as none. */
record CommandForm() implements Form {
  static final CommandForm COMMAND = new CommandForm();

  @Override
  public Optional<YamlNode> read(YamlNode node, Reading reading) {
    if (!(node instanceof Scalar line) || line.kind() != ScalarKind.STRING) {
      return TextsForm.LIST.read(node, reading);
    }
    var split = ClassicWords.split(line.text());
    if (split.isEmpty()) {
      reading
          .faults()
          .invalid(
              line.where(),
              "the command ends inside quotes or behind a backslash",
              "close the quotes, or write the command as a list");
    }
    var where = line.where();
    split
        .filter(ClassicWords.Split::eaten)
        .ifPresent(s -> reading.faults().add(CommandLoss.ofBackslashes(s.words(), where)));
    return split.map(s ->
        Nodes.list(s.words().stream().<YamlNode>map(w -> Nodes.text(w, where)).toList(), where));
  }

  @Override
  public YamlNode merge(YamlNode earlier, YamlNode later, Faults faults) {
    return TextsForm.items(later).isEmpty() ? earlier : later;
  }

  @Override
  public Optional<YamlNode> printed(YamlNode node) {
    return TextsForm.LIST.printed(node);
  }
}
