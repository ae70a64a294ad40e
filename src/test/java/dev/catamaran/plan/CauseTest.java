package dev.catamaran.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.ServiceSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each field that changes says who asks for it. */
class CauseTest {
  private static final String WEB =
      """
      environment:
        MODE: fast
      deploy:
        replicas: 3
        placement:
          constraints: [node.labels.zone != a]
      """;

  @Test
  void aValueOfTheFileNamesItsLine() {
    assertThat(causes(WEB, live(WEB.replace("fast", "slow"))))
        .containsExactly(
            "~ environment.MODE: slow -> fast | file: written in the file c.yaml:5:13");
  }

  @Test
  void whatTheFileDroppedSaysSo() {
    assertThat(causes("hostname: web\n", live("hostname: web\nworking_dir: /srv\n")))
        .containsExactly("- working_dir: /srv | file: not in the file c.yaml:2:3");
  }

  @Test
  void aDecisionBringsItsReasonAndSource() {
    var before = planned("hostname: web\n", new Clusters().linux("lin1"));
    var today = new Clusters().linux("lin1", Optional.of(false));
    var plan = Planning.web("hostname: web\n").image("web", "linux/amd64").on(today);
    var changes =
        Diff.between(new Clusters().linux("lin1").holding(before).cluster(), plan, same());
    var difference = changes.getLast().differences().getFirst();
    assertThat(difference.path()).isEqualTo("deploy.endpoint_mode");
    assertThat(difference.before()).hasValue("vip");
    assertThat(difference.after()).hasValue("dnsrr");
    assertThat(difference.cause().kind()).isEqualTo(Cause.Kind.DECISION);
    assertThat(difference.cause().reason()).startsWith("it may run on lin1: ");
    assertThat(difference.cause().source()).isPresent();
  }

  @Test
  void aConstraintOfThePlanSaysWhichNodesItKeepsOut() {
    var bare = planned("hostname: web\n", new Clusters().windows("w19", "17763.6775", "27.5.1"));
    var both =
        new Clusters()
            .windows("w19", "17763.6775", "27.5.1")
            .windows("w22", "20348.3091", "27.5.1")
            .hyperV("w22", false);
    var plan =
        Planning.web("hostname: web\n").image("web", "windows(10.0.17763.5000)/amd64").on(both);
    assertThat(lines(Diff.between(both.holding(bare).cluster(), plan, same())))
        .containsExactly(
            "+ deploy.placement.constraints: node.labels.dev.catamaran.os.build == 17763 |"
                + " decision: the image starts on Windows build 17763, not on 20348 (w22)");
  }

  @Test
  void aConstraintOfTheFileNamesItsLine() {
    assertThat(causes(WEB, live(WEB.replace("zone != a", "zone != b"))))
        .containsExactly(
            "+ deploy.placement.constraints: node.labels.zone != a | file: written in the file"
                + " c.yaml:9:23",
            "- deploy.placement.constraints: node.labels.zone != b | decision: neither the file nor the"
                + " plan asks for it");
  }

  @Test
  void whatSomebodyChangedByHandSinceOurDeployIsToldApart() {
    var deployed = deployed(WEB);
    var scaled =
        new ServiceSpec(
            deployed.name(),
            deployed.labels(),
            deployed.image(),
            deployed.container(),
            new Deployment(
                new Mode.Replicated(5),
                deployed.deployment().placement(),
                deployed.deployment().resources(),
                deployed.deployment().policies()),
            deployed.networks(),
            deployed.endpoint());
    assertThat(causes(WEB.replace("fast", "slow"), scaled))
        .containsExactly(
            "~ deploy.replicas: 5 -> 3 | drift: changed by hand since our last deploy;"
                + " written in the file c.yaml:7:17",
            "~ environment.MODE: fast -> slow | file: written in the file c.yaml:5:13");
  }

  @Test
  void whatWasAddedOrRemovedByHandIsToldApart() {
    var deployed = deployed(WEB);
    var labels = new LinkedHashMap<>(deployed.labels());
    labels.put("team", "night shift");
    labels.remove(Labels.STACK_IMAGE);
    assertThat(causes(WEB, deployed.withLabels(labels)))
        .containsExactly(
            "+ deploy.labels.com.docker.stack.image: web:latest | drift: removed by hand since our last"
                + " deploy; docker's own note of which stack it belongs to",
            "- deploy.labels.team: night shift | drift: added by hand since our last deploy;"
                + " not in the file c.yaml:2:3");
  }

  @Test
  void whatDockerDeployedIsNotCalledDrift() {
    var foreign = live(WEB.replace("replicas: 3", "replicas: 5"));
    assertThat(foreign.labels()).doesNotContainKey(Labels.APPLIED);
    assertThat(causes(WEB, foreign))
        .containsExactly("~ deploy.replicas: 5 -> 3 | file: written in the file c.yaml:7:17");
  }

  @Test
  void ourOwnNoteIsNoDifference() {
    assertThat(causes(WEB, deployed(WEB))).isEmpty();
    assertThat(causes(WEB, live(WEB))).isEmpty();
  }

  @Test
  void theKindOfModeCannotChangeInPlace() {
    var changes = changes("deploy: {mode: global}\n", live("hostname: web\n"));
    assertThat(changes.getFirst()).isInstanceOf(Change.ReplaceService.class);
    assertThat(changes.getFirst().action().glyph()).isEqualTo("-/+");
  }

  @Test
  void theOrderOfConstraintsIsNoDifference() {
    var two = "deploy: {placement: {constraints: [node.role == manager, node.labels.a != b]}}\n";
    var swapped =
        "deploy: {placement: {constraints: [node.labels.a != b, node.role == manager]}}\n";
    assertThat(causes(two, live(swapped))).isEmpty();
  }

  private static List<String> causes(String lines, ServiceSpec live) {
    return lines(changes(lines, live));
  }

  private static List<Change> changes(String lines, ServiceSpec live) {
    var plan = Planning.web(lines).image("web", "linux/amd64").on(new Clusters().linux("lin1"));
    var network = new Clusters().linux("lin1").holding(live);
    plan.networks().forEach(network::holding);
    return Diff.between(network.cluster(), plan, same());
  }

  private static List<String> lines(List<Change> changes) {
    return changes.stream()
        .filter(c -> c.kind().equals("service"))
        .flatMap(c -> c.differences().stream())
        .map(CauseTest::line)
        .toList();
  }

  private static String line(Difference d) {
    var glyph = d.before().isEmpty() ? "+" : d.after().isEmpty() ? "-" : "~";
    return glyph
        + " "
        + d.path()
        + ": "
        + String.join(" -> ", Stream.of(d.before(), d.after()).flatMap(Optional::stream).toList())
        + " | "
        + d.cause().kind().word()
        + ": "
        + d.cause().reason()
        + d.cause().where().map(w -> " " + w).orElse("");
  }

  /** As docker would have deployed it: without our note. */
  private static ServiceSpec live(String lines) {
    return planned(lines, new Clusters().linux("lin1"));
  }

  private static ServiceSpec deployed(String lines) {
    var plan = Planning.web(lines).image("web", "linux/amd64").on(new Clusters().linux("lin1"));
    return Diff.between(new Clusters().linux("lin1").cluster(), plan, same()).stream()
        .filter(Change.CreateService.class::isInstance)
        .map(c -> ((Change.CreateService) c).spec())
        .findFirst()
        .orElseThrow();
  }

  private static ServiceSpec planned(String lines, Clusters on) {
    var plan =
        Planning.web(lines)
            .image(
                "web",
                on.cluster().nodes().getFirst().facts().windows()
                    ? "windows(10.0.17763.5000)/amd64"
                    : "linux/amd64")
            .on(on);
    return plan.services().getFirst().spec().orElseThrow();
  }

  private static UnaryOperator<ServiceSpec> same() {
    return UnaryOperator.identity();
  }
}
