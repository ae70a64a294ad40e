package dev.catamaran.compose;

import dev.catamaran.compose.Service.Deploy;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Sourced;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.Deployment.Placement;
import dev.catamaran.spec.Deployment.Policies;
import dev.catamaran.spec.EndpointMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code deploy:}, and the older keys that say the same. */
final class DeployReader {
  private static final Pattern CONSTRAINT = Pattern.compile("\\s*[\\w.\\-/]+\\s*[=!]=.+");
  private static final List<String> JOBS = List.of("replicated-job", "global-job");

  private final Fields service;
  private final Fields deploy;
  private final Values values;

  DeployReader(Fields service) {
    this.service = service;
    this.deploy = service.below("deploy");
    this.values = service.values();
  }

  Deploy read() {
    var placement = deploy.below("placement");
    var constraints =
        placement.items("constraints").stream().flatMap(n -> constraint(n).stream()).toList();
    var policies =
        new Policies(
            PolicyReader.update(deploy, "update_config"),
            PolicyReader.update(deploy, "rollback_config"),
            PolicyReader.restart(deploy));
    var deployment =
        new Deployment(
            mode(),
            new Placement(constraints, List.of()),
            new ResourcesReader(service, deploy).read(),
            policies);
    return new Deploy(deployment, endpointMode(), deploy.labels("labels"));
  }

  private Mode mode() {
    var word = deploy.text("mode").orElse("replicated");
    var replicas = replicas();
    if (JOBS.contains(word)) {
      values
          .faults()
          .add(
              Finding.error(Code.KEY_NOT_SUPPORTED, "jobs are not handled yet")
                  .at(deploy.node("mode").orElseThrow().where()));
    } else if (word.equals("global")) {
      replicas.ifPresent(_ ->
          values
              .faults()
              .invalid(
                  replicasNode().orElseThrow().where(),
                  "a global service runs one task on every node and takes no number of replicas",
                  "remove replicas, or write mode: replicated"));
      return new Mode.Global();
    } else if (!word.equals("replicated")) {
      values.wrong(
          deploy.node("mode").orElseThrow(), "replicated or global", "choose one of the two");
    }
    return new Mode.Replicated(replicas.orElse(1));
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
