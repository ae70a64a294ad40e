package dev.catamaran.compose.phase;

import static dev.catamaran.compose.phase.KeyRow.dropped;
import static dev.catamaran.compose.phase.KeyRow.handled;
import static dev.catamaran.compose.phase.KeyRow.refused;

import java.util.List;

/** The keys outside services. */
final class TopKeys {
  static final List<KeyRow> ROWS =
      List.of(
          handled("version"),
          handled("name"),
          refused("include", "files are not included yet", "name the other file with -f"),
          refused("models", "models are not handled yet"),
          handled("networks.*.name"),
          handled("networks.*.driver"),
          handled("networks.*.driver_opts"),
          handled("networks.*.attachable"),
          handled("networks.*.internal"),
          handled("networks.*.labels", MergeRule.KEYED),
          handled("networks.*.external.name"),
          refused(
              "networks.*.ipam",
              "address ranges are not handled yet",
              "create the network beforehand and declare it external"),
          refused("networks.*.enable_ipv6", "IPv6 networks are not handled yet"),
          refused("networks.*.enable_ipv4", "IPv6-only networks are not handled yet"),
          handled("volumes.*.name"),
          handled("volumes.*.driver"),
          handled("volumes.*.driver_opts"),
          handled("volumes.*.labels", MergeRule.KEYED),
          handled("volumes.*.external.name"),
          handled("configs.*.name"),
          handled("configs.*.file"),
          handled("configs.*.content"),
          handled("configs.*.environment"),
          handled("configs.*.labels", MergeRule.KEYED),
          handled("configs.*.external.name"),
          refused("configs.*.template_driver", "templates in configs are not handled yet"),
          handled("secrets.*.name"),
          handled("secrets.*.file"),
          handled("secrets.*.environment"),
          handled("secrets.*.labels", MergeRule.KEYED),
          handled("secrets.*.external.name"),
          refused("secrets.*.driver", "secret drivers are not handled yet"),
          dropped("secrets.*.driver_opts", "it only speaks to a secret driver"),
          refused("secrets.*.template_driver", "templates in secrets are not handled yet"));

  private TopKeys() {}
}
