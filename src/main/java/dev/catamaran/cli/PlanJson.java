package dev.catamaran.cli;

import static dev.catamaran.cli.FindingJson.textOrNull;

import dev.catamaran.finding.Finding;
import dev.catamaran.json.Json;
import dev.catamaran.model.Platform;
import dev.catamaran.plan.Change;
import dev.catamaran.plan.Difference;
import dev.catamaran.plan.Plan;
import dev.catamaran.plan.ServicePlan;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.ports.PortGrant;
import dev.catamaran.spec.Isolation;
import dev.catamaran.spec.NetworkSpec;
import java.util.List;

/** A plan as {@code catamaran/v1} JSON. */
final class PlanJson {
  private PlanJson() {}

  static Json.Obj document(Plan plan, List<Change> changes) {
    return FindingJson.versioned()
        .with("project", plan.project().text())
        .with("services", Json.array(plan.services().stream().map(PlanJson::service).toList()))
        .with("networks", Json.array(plan.networks().stream().map(PlanJson::network).toList()))
        .with("changes", Json.array(changes.stream().map(PlanJson::change).toList()))
        .with("findings", FindingJson.array(plan.findings()));
  }

  /** What is left to say where the file could not even be read. */
  static Json.Obj refused(List<Finding> findings) {
    return FindingJson.versioned()
        .with("project", Json.Null.NULL)
        .with("services", Json.Arr.EMPTY)
        .with("networks", Json.Arr.EMPTY)
        .with("changes", Json.Arr.EMPTY)
        .with("findings", FindingJson.array(findings));
  }

  private static Json.Obj service(ServicePlan plan) {
    return Json.object()
        .with("name", plan.service().name().text())
        .with("image", textOrNull(plan.service().image().map(i -> i.familiar())))
        .with("platform", platform(plan.placement()))
        .with("placement", placement(plan.placement()))
        .with(
            "discovery",
            Json.object()
                .with("mode", plan.discovery().mode().word())
                .with("reason", plan.discovery().reason())
                .with("source", plan.discovery().source()))
        .with("ports", Json.array(plan.ports().stream().map(PlanJson::port).toList()))
        .with("isolation", textOrNull(plan.placement().isolation().map(Isolation::word)));
  }

  /** Of the nodes' platforms the first; which node runs which is beside each eligible node. */
  private static Json platform(Placement placement) {
    return placement.eligible().stream()
        .map(Placement.EligibleNode::platform)
        .findFirst()
        .or(() -> placement.platforms().stream().findFirst())
        .<Json>map(PlanJson::platform)
        .orElse(Json.Null.NULL);
  }

  private static Json.Obj platform(Platform platform) {
    return Json.object()
        .with("os", platform.os().word())
        .with("architecture", platform.architecture())
        .with("osVersion", textOrNull(platform.osVersion().map(v -> v.toString())));
  }

  private static Json.Obj placement(Placement placement) {
    return Json.object()
        .with(
            "eligible",
            Json.Arr.ofTexts(placement.eligible().stream().map(e -> e.name().text()).toList()))
        .with("refused", Json.array(placement.refused().stream().map(PlanJson::refusal).toList()))
        .with(
            "constraints",
            Json.Arr.ofTexts(
                placement.constraints().stream().map(Placement.Constraining::constraint).toList()))
        .with("spread", Json.array(placement.shares().stream().map(PlanJson::share).toList()));
  }

  private static Json.Obj share(Placement.Share share) {
    return Json.object()
        .with("values", Json.Arr.ofTexts(share.values()))
        .with("nodes", share.nodes())
        .with("least", share.least())
        .with("most", share.most());
  }

  private static Json.Obj refusal(Placement.RefusedNode refused) {
    return Json.object()
        .with("node", refused.name().text())
        .with("reason", String.join("; ", refused.reasons()));
  }

  private static Json.Obj port(PortGrant grant) {
    return Json.object()
        .with("target", grant.target().number())
        .with("protocol", grant.protocol().word())
        .with(
            "published",
            grant.published().<Json>map(p -> Json.Num.of(p.number())).orElse(Json.Null.NULL))
        .with("mode", grant.reach().word())
        .with("reason", grant.reason());
  }

  private static Json.Obj network(NetworkSpec network) {
    return Json.object()
        .with("name", network.name())
        .with("driver", network.driver())
        .with("encrypted", network.encrypted())
        .with("attachable", network.attachable());
  }

  private static Json.Obj change(Change change) {
    return Json.object()
        .with("action", change.action().word())
        .with("kind", change.kind())
        .with("name", change.name())
        .with("diff", Json.array(change.differences().stream().map(PlanJson::difference).toList()));
  }

  private static Json.Obj difference(Difference difference) {
    return Json.object()
        .with("path", difference.path())
        .with("before", textOrNull(difference.before()))
        .with("after", textOrNull(difference.after()))
        .with("cause", difference.cause().kind().word())
        .with("reason", difference.cause().reason())
        .with("where", FindingJson.where(difference.cause().where()))
        .with("source", textOrNull(difference.cause().source()));
  }
}
