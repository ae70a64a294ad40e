package dev.catamaran.compose;

import dev.catamaran.compose.Service.Deploy;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.model.Sourced;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.Deployment.Placement;
import dev.catamaran.spec.Deployment.Policies;
import dev.catamaran.spec.EndpointMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads {@code deploy:}, and the older keys that say the same. */
final class DeployReader {
  private static final Pattern CONSTRAINT = Pattern.compile("\\s*[\\w.\\-/]+\\s*[=!]=.+");

  private final Fields service;
  private final Fields deploy;
  private final Values values;

  DeployReader(Fields service) {
    this.service = service;
    this.deploy = service.below("deploy");
    this.values = service.values();
  }

  Deploy read() {
    var policies =
        new Policies(
            PolicyReader.update(deploy, "update_config"),
            PolicyReader.update(deploy, "rollback_config"),
            PolicyReader.restart(service, deploy));
    var deployment =
        new Deployment(mode(), placement(), new ResourcesReader(service, deploy).read(), policies);
    return new Deploy(deployment, endpointMode(), deploy.labels("labels"));
  }

  private Placement placement() {
    var placement = deploy.below("placement");
    return new Placement(
        placement.items("constraints").stream().flatMap(n -> constraint(n).stream()).toList(),
        List.of(),
        placement.items("preferences").stream()
            .flatMap(n -> Fields.of(n, values).text("spread").stream())
            .toList(),
        placement
            .count("max_replicas_per_node")
            .filter(n -> n > 0)
            .map(OptionalLong::of)
            .orElseGet(OptionalLong::empty));
  }

  private Mode mode() {
    var word = deploy.text("mode").orElse("replicated");
    return switch (word) {
      case "replicated" -> new Mode.Replicated(replicas().orElse(1));
      case "global" -> everywhere(new Mode.Global());
      case "global-job" -> everywhere(new Mode.GlobalJob());
      case "replicated-job" -> new Mode.ReplicatedJob(replicas().orElse(1), replicas().orElse(1));
      default -> {
        values.wrong(
            deploy.node("mode").orElseThrow(),
            "replicated, global, replicated-job or global-job",
            "choose one of them");
        yield new Mode.Replicated(1);
      }
    };
  }

  private Mode everywhere(Mode mode) {
    replicas()
        .ifPresent(_ ->
            values
                .faults()
                .invalid(
                    replicasNode().orElseThrow().where(),
                    "a global service runs one task on every node and takes no number of replicas",
                    "remove replicas, or write mode: replicated"));
    return mode;
  }

  private Optional<Integer> replicas() {
    return deploy.count("replicas").or(() -> service.count("scale"));
  }

  private Optional<YamlNode> replicasNode() {
    return deploy.node("replicas").or(() -> service.node("scale"));
  }

  private Optional<String> constraint(YamlNode node) {
    return values
        .text(node)
        .flatMap(t ->
            CONSTRAINT.matcher(t).matches()
                ? Optional.of(t)
                : values.wrong(
                    node,
                    "a constraint",
                    "write NAME == VALUE or NAME != VALUE, as in node.platform.os == windows"));
  }

  private Sourced<EndpointMode> endpointMode() {
    return deploy
        .oneOf("endpoint_mode", List.of("vip", "dnsrr"))
        .flatMap(EndpointMode::of)
        .map(m -> Sourced.written(m, deploy.node("endpoint_mode").orElseThrow().where()))
        .orElseGet(() -> Sourced.defaulted(EndpointMode.VIP));
  }
}
