package dev.catamaran.compose.classic;

import dev.catamaran.compose.text.ClassicWords;
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
    var words = ClassicWords.split(line.text());
    if (words.isEmpty()) {
      reading
          .faults()
          .invalid(
              line.where(),
              "the command ends inside quotes or behind a backslash",
              "close the quotes, or write the command as a list");
    }
    return words.map(all ->
        Nodes.list(
            all.stream().<YamlNode>map(w -> Nodes.text(w, line.where())).toList(), line.where()));
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
