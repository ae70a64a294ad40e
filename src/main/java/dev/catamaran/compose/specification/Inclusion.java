package dev.catamaran.compose.specification;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One item of {@code include}.
 *
 * @param paths as written, at least one; later files are laid over the first
 * @param directory absolute: where the included files' relative paths start
 * @param envFiles as written; none takes {@code .env} of the directory
 */
record Inclusion(List<Scalar> paths, String directory, List<Scalar> envFiles) {
  private static final Set<String> KEYS = Set.of("path", "project_directory", "env_file");

  /** The file by which the inclusion is known. */
  Scalar main() {
    return paths.getFirst();
  }

  /** Empty where nothing can be included; if that is the user's fault, it is among the faults. */
  static Optional<Inclusion> of(YamlNode item, Scope scope, Faults faults) {
    return switch (item) {
      case Scalar path when path.kind() == ScalarKind.STRING ->
          Optional.of(new Inclusion(List.of(path), folder(path, scope), List.of()));
      case Mapping m -> of(m, scope, faults);
      case Scalar odd -> refused(odd, "an item of include", faults);
      case Sequence odd -> refused(odd, "an item of include", faults);
    };
  }

  private static Optional<Inclusion> of(Mapping item, Scope scope, Faults faults) {
    item.unknownKeys(KEYS, "in an item of include").stream()
        .map(f -> Finding.warning(f.code(), f.message()).at(f.where()).tryThis(f.ways()))
        .forEach(faults::add);
    var paths = texts(item, "path", faults);
    var envFiles = texts(item, "env_file", faults);
    var directory = texts(item, "project_directory", faults);
    if (paths.isEmpty()) {
      faults.add(
          Finding.warning(Code.KEY_NOT_APPLIED, "this item names no file to include")
              .at(item.where())
              .tryThis("write \"path: FILE\""));
      return Optional.empty();
    }
    return Optional.of(
        new Inclusion(
            paths,
            directory.stream()
                .map(Scalar::text)
                .filter(d -> !d.isEmpty())
                .findFirst()
                .map(scope::absolute)
                .orElseGet(() -> folder(paths.getFirst(), scope)),
            envFiles));
  }

  private static String folder(Scalar path, Scope scope) {
    return Paths.parent(scope.absolute(path.text()));
  }

  private static List<Scalar> texts(Mapping item, String key, Faults faults) {
    var value = item.get(key);
    if (value.isEmpty() || Nodes.isNull(value.get())) {
      return List.of();
    }
    var nodes = value.get() instanceof Sequence list ? list.items() : List.of(value.get());
    var texts = new ArrayList<Scalar>();
    for (var node : nodes) {
      if (node instanceof Scalar text && text.kind() == ScalarKind.STRING) {
        texts.add(text);
      } else {
        refused(node, key + " of an include", faults);
      }
    }
    return texts;
  }

  private static Optional<Inclusion> refused(YamlNode odd, String what, Faults faults) {
    faults.invalid(
        odd.where(), what + " is the path of a file, not " + odd.words(), "write a path");
    return Optional.empty();
  }
}
