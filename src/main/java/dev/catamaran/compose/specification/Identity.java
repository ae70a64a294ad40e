package dev.catamaran.compose.specification;

import dev.catamaran.compose.text.VolumeText;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import java.util.Optional;

/** By what two items of one list are the same, so that the later one stands for both. */
enum Identity {
  /** The text before the first {@code =}. */
  NAME,
  /** The place in the container. */
  MOUNT,
  /** The path in the container, behind the first colon of the short form. */
  DEVICE,
  /** The file's place in the container, or its own name. */
  CONFIG,
  /** The same for secrets, whose usual place is a folder of its own. */
  SECRET,
  /** The path of a file on this machine. */
  FILE,
  /** A port as written, or all that a long form says about it. */
  PORT,
  /** A port number, written as text or not. */
  EXPOSED;

  static final PathTable<Identity> TABLE =
      new PathTable<Identity>()
          .with("networks.*.labels", NAME)
          .with("networks.*.ipam.options", NAME)
          .with("services.*.annotations", NAME)
          .with("services.*.build.args", NAME)
          .with("services.*.build.additional_contexts", NAME)
          .with("services.*.build.platform", NAME)
          .with("services.*.build.tags", NAME)
          .with("services.*.build.labels", NAME)
          .with("services.*.cap_add", NAME)
          .with("services.*.cap_drop", NAME)
          .with("services.*.configs", CONFIG)
          .with("services.*.deploy.labels", NAME)
          .with("services.*.devices", DEVICE)
          .with("services.*.dns", NAME)
          .with("services.*.dns_opt", NAME)
          .with("services.*.dns_search", NAME)
          .with("services.*.environment", NAME)
          .with("services.*.env_file", FILE)
          .with("services.*.expose", EXPOSED)
          .with("services.*.labels", NAME)
          .with("services.*.links", NAME)
          .with("services.*.networks.*.aliases", NAME)
          .with("services.*.networks.*.link_local_ips", NAME)
          .with("services.*.ports", PORT)
          .with("services.*.profiles", NAME)
          .with("services.*.secrets", SECRET)
          .with("services.*.sysctls", NAME)
          .with("services.*.tmpfs", NAME)
          .with("services.*.volumes", MOUNT);

  /** Empty where the item does not say; such an item stands for itself only. */
  Optional<String> of(YamlNode item) {
    return switch (this) {
      case NAME -> Nodes.string(item).map(Identity::beforeSign);
      case MOUNT ->
          item instanceof Mapping m
              ? field(m, "target")
              : Nodes.string(item).flatMap(VolumeText::parse).map(VolumeText::target);
      case DEVICE ->
          item instanceof Mapping m
              ? field(m, "target")
              : Nodes.string(item).map(Identity::devicePath);
      case CONFIG -> granted(item, "/");
      case SECRET -> granted(item, "/run/secrets/");
      case FILE -> item instanceof Mapping m ? field(m, "path") : Nodes.string(item);
      case PORT -> item instanceof Mapping m ? port(m) : scalar(item);
      case EXPOSED -> scalar(item);
    };
  }

  private static Optional<String> field(Mapping item, String name) {
    return item.get(name).flatMap(Nodes::string);
  }

  private static Optional<String> scalar(YamlNode item) {
    return item instanceof Scalar s
            && (s.kind() == ScalarKind.STRING || s.kind() == ScalarKind.INTEGER)
        ? Optional.of(s.asText())
        : Optional.empty();
  }

  private static String beforeSign(String text) {
    int sign = text.indexOf('=');
    return sign < 0 ? text : text.substring(0, sign);
  }

  private static String devicePath(String text) {
    var parts = text.split(":", -1);
    return parts.length == 1 ? parts[0] : parts[1];
  }

  private static Optional<String> granted(YamlNode item, String folder) {
    if (item instanceof Mapping m) {
      return field(m, "target").or(() -> field(m, "source").map(s -> folder + s));
    }
    return Nodes.string(item).map(s -> folder + s);
  }

  /** What is not said counts as the usual; a number and the same number as text are two things. */
  private static Optional<String> port(Mapping item) {
    return item.get("target")
        .map(target ->
            said(item, "host_ip", "0.0.0.0")
                + ":"
                + item.get("published").map(Identity::kindAndText).orElse("")
                + ":"
                + kindAndText(target)
                + "/"
                + said(item, "protocol", "tcp"));
  }

  private static String said(Mapping item, String name, String usual) {
    return item.get(name).map(Identity::kindAndText).orElse(ScalarKind.STRING + " " + usual);
  }

  private static String kindAndText(YamlNode node) {
    return node instanceof Scalar s ? s.kind() + " " + s.asText() : node.words();
  }
}
