package dev.catamaran.compose;

import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.text.Template;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.ProjectName;
import dev.catamaran.model.Where;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides what the project is called: the command line, COMPOSE_PROJECT_NAME, {@code name:} of the
 * last file that has it, the directory's own name, in this order.
 */
final class ProjectNames {
  static final String VARIABLE = "COMPOSE_PROJECT_NAME";
  private static final String RULE =
      "a project's name begins with a lower-case letter or digit and has only those, \"-\" and"
          + " \"_\"";

  private final Input input;
  private final Faults faults;

  ProjectNames(Input input, Faults faults) {
    this.input = input;
    this.faults = faults;
  }

  /** Empty where no valid name could be found, which is then among the faults. */
  Optional<ProjectName> decide(List<Mapping> files) {
    var said =
        input
            .projectName()
            .filter(n -> !n.isEmpty())
            .or(() -> Optional.ofNullable(input.variables().all().get(VARIABLE)))
            .filter(n -> !n.isEmpty());
    if (said.isPresent()) {
      return checked(said.get(), Optional.empty());
    }
    var written =
        files.reversed().stream().flatMap(f -> f.get("name").stream()).filter(ProjectNames::isText);
    return written
        .findFirst()
        .map(n -> normalised(expanded((Scalar) n), Optional.of(n.where())))
        .orElseGet(this::ofDirectory);
  }

  private static boolean isText(YamlNode node) {
    return node instanceof Scalar s && s.kind() == ScalarKind.STRING && !s.text().isEmpty();
  }

  private String expanded(Scalar name) {
    return input.interpolate()
        ? Template.expand(name.text(), input.variables().all()).text()
        : name.text();
  }

  private Optional<ProjectName> checked(String text, Optional<Where> where) {
    var name = ProjectName.parse(text);
    if (name.isEmpty()) {
      refuse("\"" + text + "\" cannot be the name of a project", where);
    }
    return name;
  }

  private Optional<ProjectName> ofDirectory() {
    var path = input.directory().replace('\\', '/').replaceAll("/+$", "");
    return normalised(path.substring(path.lastIndexOf('/') + 1), Optional.empty());
  }

  /** Compose bends names from files and directories to its rule, and only those. */
  private Optional<ProjectName> normalised(String text, Optional<Where> where) {
    var lower = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
    var name = ProjectName.parse(lower.replaceAll("^[_-]+", ""));
    if (name.isEmpty()) {
      refuse("no project name can be made of \"" + text + "\"", where);
    }
    return name;
  }

  private void refuse(String message, Optional<Where> where) {
    faults.add(
        Finding.error(Code.NAME_INVALID, message)
            .at(where.orElse(new Where(input.sources().getLast().name(), 1, 1)))
            .because(RULE)
            .tryThis("name it with --project-name, or write name: in the file"));
  }
}
