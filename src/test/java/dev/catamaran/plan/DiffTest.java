package dev.catamaran.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.model.Digest;
import dev.catamaran.model.ProjectName;
import dev.catamaran.plan.Change.Action;
import dev.catamaran.spec.Content;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.EndpointSpec;
import dev.catamaran.spec.Execution;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileSpec;
import dev.catamaran.spec.Kernel;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.Privileges;
import dev.catamaran.spec.Resolver;
import dev.catamaran.spec.ServiceSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DiffTest {
  private static final ProjectName SHOP = new ProjectName("shop");
  private static final NetworkSpec NETWORK =
      new NetworkSpec("shop_default", "overlay", Map.of(), false, false, Specs.of("shop"));
  private static final FileSpec SECRET =
      new FileSpec(
          FileKind.SECRET,
          "shop_key_0a1b2c3d",
          Specs.of("shop"),
          new Content("s3cret".getBytes(StandardCharsets.UTF_8)));

  @Test
  void networksAndFilesComeBeforeTheServicesThatUseThem() {
    var changes = changes(new Clusters(), plan(Specs.service("shop_front", Specs.of("shop"))));
    assertThat(changes)
        .extracting(c -> c.action() + " " + c.kind() + " " + c.name())
        .containsExactly(
            "CREATE network shop_default",
            "CREATE secret shop_key_0a1b2c3d",
            "CREATE service shop_front");
  }

  @Test
  void removalRunsTheOtherWayRound() {
    var cluster =
        new Clusters()
            .holding(NETWORK)
            .holding(FileKind.SECRET, "shop_key_0a1b2c3d", Specs.of("shop"))
            .holding(Specs.service("shop_front", Specs.of("shop")));
    assertThat(Diff.removal(cluster.cluster(), SHOP))
        .extracting(c -> c.action() + " " + c.kind())
        .containsExactly("REMOVE service", "REMOVE secret", "REMOVE network");
  }

  @Test
  void whatIsThereAlreadyIsNoChange() {
    var spec = Specs.service("shop_front", Specs.of("shop"));
    var cluster =
        new Clusters()
            .holding(NETWORK)
            .holding(FileKind.SECRET, "shop_key_0a1b2c3d", Specs.of("shop"))
            .holding(spec);
    assertThat(changes(cluster, plan(spec))).isEmpty();
  }

  @Test
  void aNoThatWasWrittenIsADifferenceAndAPlainNoSaysNothing() {
    var live = Specs.service("shop_front", Specs.of("shop"));
    var desired =
        new ServiceSpec(
            live.name(),
            live.labels(),
            live.image(),
            live.container()
                .withExecution(
                    new Execution(
                        new Execution.Terminal(true, false),
                        Optional.of(false),
                        Optional.empty(),
                        false,
                        Resolver.NONE,
                        Privileges.NONE,
                        Kernel.NONE,
                        new Driver(
                            Optional.of("splunk"), Map.of("splunk-token", "t0p", "tag", "web")))),
            live.deployment(),
            live.networks(),
            live.endpoint());
    var changes = changes(new Clusters().holding(NETWORK).holding(live), bare(desired));
    assertThat(changes.getFirst().differences())
        .extracting(d -> d.path() + " " + d.before().orElse("-") + " " + d.after().orElse("-"))
        .containsExactly(
            "init - false",
            "logging.driver - splunk",
            "logging.options.splunk-token - (hidden)",
            "logging.options.tag - web",
            "tty - true");
  }

  @Test
  void anUpdateNamesEachFieldWithBeforeAndAfter() {
    var live = Specs.service("shop_front", Specs.of("shop"));
    var desired =
        new ServiceSpec(
            live.name(),
            live.labels(),
            live.image(),
            Specs.container(Map.of("MODE", Optional.of("fast"))),
            Specs.deployment(3),
            live.networks(),
            new EndpointSpec(EndpointMode.DNSRR, List.of()));
    var changes = changes(new Clusters().holding(NETWORK).holding(live), bare(desired));
    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().differences())
        .extracting(d -> d.path() + " " + d.before().orElse("-") + " " + d.after().orElse("-"))
        .containsExactly(
            "deploy.endpoint_mode vip dnsrr", "deploy.replicas 1 3", "environment.MODE - fast");
  }

  @Test
  void credentialsAreHiddenInDifferences() {
    var live = Specs.service("shop_front", Specs.of("shop"));
    var desired =
        new ServiceSpec(
            live.name(),
            live.labels(),
            live.image(),
            Specs.container(
                Map.of(
                    "DB_PASSWORD", Optional.of("hunter2"),
                    "URL", Optional.of("amqp://user:hunter2@queue:5672"),
                    "SQL", Optional.of("Server=db;Password=hunter2;Database=x"))),
            live.deployment(),
            live.networks(),
            live.endpoint());
    var update = changes(new Clusters().holding(NETWORK).holding(live), bare(desired)).getFirst();
    assertThat(update.differences().toString()).doesNotContain("hunter2").contains("(hidden)");
  }

  @Test
  void whatBelongsToOthersIsNeverTouched() {
    var cluster =
        new Clusters()
            .holding(Specs.service("blog_front", Specs.of("blog")))
            .holding(Specs.service("alone", Map.of()))
            .holding(FileKind.CONFIG, "blog_conf", Specs.of("blog"))
            .network("blog_default", "overlay", true, Specs.of("blog"));
    assertThat(Diff.removal(cluster.cluster(), SHOP)).isEmpty();
  }

  @Test
  void theEnginesOwnDefaultsAreNoDifference() {
    var live = Specs.service("shop_front", Specs.of("shop"));
    var desired = Specs.service("shop_front", Specs.of("shop"), Specs.ingress(80, 80));
    UnaryOperator<ServiceSpec> dropsPorts = spec -> live;
    assertThat(
            Diff.between(
                new Clusters().holding(NETWORK).holding(live).cluster(), bare(desired), dropsPorts))
        .isEmpty();
  }

  @Test
  void anUnknownDigestKeepsTheDeployedOne() {
    var desired = Specs.service("shop_front", Specs.of("shop"));
    var pinned = desired.image().withDigest(new Digest("sha256:" + "a".repeat(64)));
    var live =
        new ServiceSpec(
            desired.name(),
            desired.labels(),
            pinned,
            desired.container(),
            desired.deployment(),
            desired.networks(),
            desired.endpoint());
    assertThat(changes(new Clusters().holding(NETWORK).holding(live), bare(desired))).isEmpty();
  }

  @Test
  void aServiceThatLeftTheFileGoes() {
    var cluster =
        new Clusters()
            .holding(NETWORK)
            .holding(Specs.service("shop_front", Specs.of("shop")))
            .holding(Specs.service("shop_old", Specs.of("shop")));
    assertThat(changes(cluster, bare(Specs.service("shop_front", Specs.of("shop")))))
        .extracting(c -> c.action() + " " + c.name())
        .containsExactly(Action.REMOVE + " shop_old");
  }

  private static List<Change> changes(Clusters cluster, Plan plan) {
    return Diff.between(cluster.cluster(), plan, UnaryOperator.identity());
  }

  private static Plan plan(ServiceSpec spec) {
    return new Plan(SHOP, List.of(planned(spec)), List.of(NETWORK), List.of(SECRET), List.of());
  }

  private static Plan bare(ServiceSpec spec) {
    return new Plan(SHOP, List.of(planned(spec)), List.of(NETWORK), List.of(), List.of());
  }

  private static ServicePlan planned(ServiceSpec spec) {
    return Plans.holding(spec);
  }
}
