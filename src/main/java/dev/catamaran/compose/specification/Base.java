package dev.catamaran.compose.specification;

import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.Where;
import java.util.Optional;

/**
 * What {@code extends} names.
 *
 * @param file empty for the file in which it stands
 * @param place where the service is named
 */
record Base(String service, Optional<Scalar> file, Where place) {
  /** Empty where it names nothing, which is then among the faults. */
  static Optional<Base> of(Entry extension, String extending, Faults faults) {
    return switch (extension.value()) {
      case Scalar s when s.kind() == ScalarKind.STRING ->
          Optional.of(new Base(s.text(), Optional.empty(), s.where()));
      case Mapping m -> {
        var service = m.get("service").filter(n -> Nodes.string(n).isPresent());
        var file = m.get("file").filter(f -> !Nodes.isNull(f));
        boolean odd = file.isPresent() && Nodes.string(file.get()).isEmpty();
        if (service.isEmpty() || odd) {
          refuse(odd ? file.get() : m, extending, faults);
          yield Optional.empty();
        }
        yield Optional.of(
            new Base(
                ((Scalar) service.get()).text(), file.map(f -> (Scalar) f), service.get().where()));
      }
      case Scalar odd -> {
        refuse(odd, extending, faults);
        yield Optional.empty();
      }
      case Sequence odd -> {
        refuse(odd, extending, faults);
        yield Optional.empty();
      }
    };
  }

  private static void refuse(YamlNode odd, String extending, Faults faults) {
    faults.invalid(
        odd.where(),
        "extends of service \"" + extending + "\" does not say which service it means",
        "write \"service: NAME\" below extends, and \"file: PATH\" if it is in another file");
  }
}
