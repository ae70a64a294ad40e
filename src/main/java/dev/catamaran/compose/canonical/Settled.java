package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import java.util.Map;

/**
 * One file set in its long form, settled where it stands: defaults, rules of single attributes,
 * absolute paths, variables of the list form. An included file is settled before it is merged.
 */
public final class Settled {
  private Settled() {}

  public static Mapping of(Mapping file, Context context, Faults faults) {
    var rules = RelativePaths.added(checks(defaults()), context.directory(), context.home());
    return rules
        .with("services.*.environment", (node, _) -> fromOperator(node, context.variables()))
        .apply(file, faults);
  }

  private static Rules defaults() {
    return new Rules()
        .with("services.*.build", Builds::defaults)
        .with("services.*.secrets.*", Grants::secretDefaults)
        .with("services.*.ports.*", Ports::defaults)
        .with("services.*.deploy.resources.reservations.devices.*", Devices::requestDefaults)
        .with("services.*.gpus.*", Devices::requestDefaults);
  }

  private static Rules checks(Rules rules) {
    return rules
        .with("volumes.*", Externals::checkVolume)
        .with("configs.*", FileObjects::checkConfig)
        .with("secrets.*", FileObjects::checkSecret)
        .with("services.*.ports.*", Ports::check)
        .with("services.*.develop.watch.*.path", FileObjects::checkWatchedPath)
        .with("services.*.deploy.resources.reservations.devices.*", Devices::checkRequest)
        .with("services.*.gpus.*", Devices::checkRequest);
  }

  /** A bare name in a list has the operator's value, if there is one. */
  private static YamlNode fromOperator(YamlNode node, Map<String, String> variables) {
    return node instanceof Sequence list
        ? Made.list(list.where(), list.items().stream().map(i -> value(i, variables)).toList())
        : node;
  }

  private static YamlNode value(YamlNode item, Map<String, String> variables) {
    if (!(item instanceof Scalar name)) {
      return item;
    }
    var value = variables.get(name.text());
    return value == null ? item : Made.text(name.text() + "=" + value, name.where());
  }
}
