package dev.catamaran.orchestrator.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.cluster.Node;
import dev.catamaran.cluster.ServiceState;
import dev.catamaran.cluster.Task;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.ProjectName;
import dev.catamaran.spec.Command;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.Content;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileSpec;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.Privileges.CredentialSpec.Source;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.Resources.Amount;
import dev.catamaran.spec.Resources.Generic;
import dev.catamaran.spec.ServiceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the adapter promises, against a real Swarm. */
@Tag("swarm")
class SwarmContractTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> OURS = Map.of("test", "contract");
  private static final NetworkSpec BACK =
      new NetworkSpec("shop_back", "overlay", Map.of("encrypted", ""), true, false, OURS);

  private final Rig rig = Rig.present();
  private final Swarm swarm = new Swarm(rig.engine("n1"));

  @BeforeEach
  @AfterEach
  void leaveNothing() {
    var cluster = swarm.observe();
    cluster.services().forEach(swarm::removeService);
    cluster.files().forEach(swarm::removeFile);
    cluster.networks().stream()
        .filter(n -> n.swarmScope() && !n.ingress())
        .forEach(swarm::removeNetwork);
  }

  private void createWhatTheRichServiceNeeds() {
    swarm.createNetwork(BACK);
    swarm.createFile(file(FileKind.CONFIG, "c"));
    swarm.createFile(file(FileKind.SECRET, "s"));
  }

  private static FileSpec file(FileKind kind, String name) {
    return new FileSpec(kind, name, OURS, new Content("x".getBytes(StandardCharsets.UTF_8)));
  }

  private String web() throws IOException {
    return rig.registry() + "/web:1";
  }

  private LiveService live(String name) {
    return swarm.observe().service(name).orElseThrow();
  }

  /** Observes until it is so; an observation is itself a wait for the engine's answer. */
  private Cluster until(String what, Predicate<Cluster> so) {
    var deadline = Instant.now().plus(PATIENCE);
    var cluster = swarm.observe();
    while (!so.test(cluster)) {
      assertThat(Instant.now()).as(what).isBefore(deadline);
      cluster = swarm.observe();
    }
    return cluster;
  }

  /** An engine still writes into a service after it was created; an update must not race it. */
  private LiveService settled(String name, int running) {
    return until(
            name + " runs",
            c ->
                c.service(name).stream()
                        .flatMap(s -> c.tasksOf(s).stream())
                        .filter(t -> t.running())
                        .count()
                    == running)
        .service(name)
        .orElseThrow();
  }

  @Test
  void theClusterIsSeenWithItsNodes() throws IOException {
    var cluster = swarm.observe();
    assertThat(cluster.id()).isNotEmpty();
    assertThat(cluster.nodes())
        .extracting(n -> n.name().text())
        .containsExactlyInAnyOrderElementsOf(rig.nodes());
    assertThat(cluster.nodes()).allMatch(Node::takesTasks);
    assertThat(cluster.nodes())
        .allSatisfy(n -> assertThat(n.facts().platform()).hasToString("linux/amd64"));
    assertThat(cluster.nodes()).allSatisfy(n -> assertThat(n.facts().engine()).isPresent());
    assertThat(cluster.nodes())
        .extracting(Node::address)
        .allMatch(a -> !a.isEmpty() && !a.equals("0.0.0.0"))
        .doesNotHaveDuplicates();
    assertThat(cluster.networks()).filteredOn(n -> n.ingress()).hasSize(1);
  }

  @Test
  void aWorkerSaysWhoItIsButNotTheCluster() {
    try (var worker = new Swarm(rig.engine("n2"))) {
      var info = worker.info();
      assertThat(info.manager()).isFalse();
      assertThat(info.swarm()).isEqualTo(EngineInfo.SwarmState.ACTIVE);
      assertThat(info.nodeId()).isNotEmpty();
      assertThat(info.managers()).containsExactly(swarm.info().managers().getFirst());
      var failure = catchThrowableOfType(EngineFailure.class, worker::observe);
      assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.NOT_A_MANAGER);
    }
  }

  @Test
  void aNetworkReadsBackAsItWasAsked() {
    swarm.createNetwork(BACK);
    assertThat(swarm.observe().network("shop_back").orElseThrow().spec())
        .usingRecursiveComparison()
        .ignoringFields("addressing.pools")
        .isEqualTo(BACK);
    var failure = catchThrowableOfType(EngineFailure.class, () -> swarm.createNetwork(BACK));
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.CONFLICT);
  }

  @Test
  void filesReadBackWithTheirLabels() {
    swarm.createFile(file(FileKind.CONFIG, "c"));
    swarm.createFile(file(FileKind.SECRET, "s"));
    assertThat(swarm.observe().files())
        .extracting(f -> f.kind() + " " + f.name() + " " + f.labels())
        .containsExactlyInAnyOrder("CONFIG c {test=contract}", "SECRET s {test=contract}");
  }

  @Test
  void aServiceThatSaysNothingReadsBackSayingNothing() throws IOException {
    var poor = Specs.poor("shop_poor", web());
    swarm.createService(poor);
    assertThat(live("shop_poor").spec()).isEqualTo(poor).isEqualTo(swarm.kept(poor));
  }

  @Test
  void aServiceThatSaysEverythingReadsBackTheSameAndRuns() throws IOException {
    createWhatTheRichServiceNeeds();
    var rich = Specs.rich("shop_rich", web());
    swarm.createService(rich);
    assertThat(live("shop_rich").spec()).isEqualTo(rich).isEqualTo(swarm.kept(rich));
    var cluster =
        until(
            "two tasks run with their ports",
            c -> c.tasks().stream().filter(t -> t.running() && t.ports().size() == 2).count() == 2);
    assertThat(live("shop_rich").spec()).isEqualTo(rich);
    assertThat(cluster.tasks()).allSatisfy(t -> assertThat(t.status().error()).isEmpty());
    // A task that had to make way stays in the list, without ports.
    assertThat(cluster.tasks())
        .filteredOn(Task::running)
        .allSatisfy(t ->
            assertThat(t.ports())
                .anySatisfy(p -> assertThat(p.published().number()).isEqualTo(18_080)));
  }

  @Test
  void everyFieldReadsBackTheSameAndTheTasksRun() throws IOException {
    createWhatTheRichServiceNeeds();
    var all = Everything.service("shop_all", web());
    swarm.createService(all);
    assertThat(live("shop_all").spec()).isEqualTo(swarm.kept(all));
    until("two tasks run", c -> c.tasks().stream().filter(t -> t.running()).count() == 2);
    assertThat(live("shop_all").spec()).isEqualTo(swarm.kept(all));
    swarm.updateService(settled("shop_all", 2), Specs.poor("shop_all", web()));
    assertThat(live("shop_all").spec()).isEqualTo(Specs.poor("shop_all", web()));
  }

  @Test
  void whatThisNodeCannotRunIsKeptAllTheSame() throws IOException {
    createWhatTheRichServiceNeeds();
    var config = Everything.with(poor("shop_config"), Everything.credentials(Source.CONFIG, "c"));
    var file = Everything.with(poor("shop_file"), Everything.credentials(Source.FILE, "f.json"));
    var pipe =
        Everything.with(
            poor("shop_pipe"),
            new Mount(
                Mount.Type.NPIPE,
                Optional.of("\\\\.\\pipe\\p"),
                "\\\\.\\pipe\\p",
                false,
                Optional.empty()));
    var devices =
        Everything.with(
            poor("shop_gpu"),
            new Mode.Replicated(1),
            new Resources(
                Amount.NONE, Amount.NONE, OptionalLong.empty(), List.of(new Generic("GPU", 2))));
    for (var spec : List.of(config, file, pipe, devices)) {
      swarm.createService(spec);
      assertThat(live(spec.name()).spec()).isEqualTo(spec).isEqualTo(swarm.kept(spec));
    }
  }

  @Test
  void jobsAreDoneWhenTheirTasksEndedAndOnlyOfTheirLatestRun() throws Exception {
    var job =
        Everything.with(ending(poor("shop_job")), new Mode.ReplicatedJob(1, 2), Resources.NONE);
    var everywhere =
        Everything.with(ending(poor("shop_sweep")), new Mode.GlobalJob(), Resources.NONE);
    for (var spec : List.of(job, everywhere)) {
      swarm.createService(spec);
      assertThat(live(spec.name()).spec()).isEqualTo(spec).isEqualTo(swarm.kept(spec));
    }
    var project = new ProjectName("shop");
    var done =
        until(
            "both jobs are done",
            c -> ServiceState.of(c, project).stream().allMatch(ServiceState::converged));
    assertThat(ServiceState.of(done, project))
        .extracting(s -> s.running() + "/" + s.wanted())
        .containsExactly("2/2", rig.nodes().size() + "/" + rig.nodes().size());
    rig.docker("service", "update", "--detach", "--force", "shop_job");
    until(
        "the second run counts anew",
        c -> ServiceState.of(c, project).stream().allMatch(ServiceState::converged));
  }

  private ServiceSpec poor(String name) throws IOException {
    return Specs.poor(name, web());
  }

  /** Of the project shop, and done as soon as it ran. */
  private static ServiceSpec ending(ServiceSpec spec) {
    var command =
        new Command(
            List.of("/bin/hostname"), List.of(), Map.of(), Optional.empty(), Optional.empty());
    return new ServiceSpec(
        spec.name(),
        Map.of(Labels.STACK, "shop"),
        spec.image(),
        new Container(
            command,
            Map.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        spec.deployment(),
        spec.networks(),
        spec.endpoint());
  }

  @Test
  void aNetworksAddressesAreAsWritten() {
    var written = Everything.network("shop_wide", OURS);
    swarm.createNetwork(written);
    swarm.createNetwork(BACK);
    assertThat(swarm.observe().network("shop_wide").orElseThrow().spec()).isEqualTo(written);
    var back = swarm.observe().network("shop_back").orElseThrow().spec();
    assertThat(back.addressing().holds(BACK.addressing())).isTrue();
    assertThat(back.addressing().holds(written.addressing())).isFalse();
  }

  @Test
  void aTemplateIsKept() throws Exception {
    swarm.createFile(
        new FileSpec(
            FileKind.CONFIG,
            "t",
            OURS,
            Optional.of(new Content("{{.Node.Hostname}}".getBytes(StandardCharsets.UTF_8))),
            new FileSpec.Plugins(Driver.NONE, Optional.of("golang"))));
    assertThat(rig.docker("config", "inspect", "t", "--format", "{{.Spec.Templating.Name}}"))
        .isEqualTo("golang");
  }

  @Test
  void anUpdateChangesWhatDiffersAndKeepsWhatWeDoNotKnow() throws Exception {
    createWhatTheRichServiceNeeds();
    rig.docker(
        "service",
        "create",
        "--detach",
        "--name",
        "shop_rich",
        "--mount",
        "type=bind,source=/etc/hostname,target=/host,bind-recursive=disabled",
        web());
    var rich = Specs.rich("shop_rich", web());
    swarm.updateService(settled("shop_rich", 1), rich);
    assertThat(live("shop_rich").spec()).isEqualTo(rich);
    assertThat(
            rig.docker(
                "service",
                "inspect",
                "shop_rich",
                "--format",
                "{{(index .Spec.TaskTemplate.ContainerSpec.Mounts 0).BindOptions.NonRecursive}}"))
        .isEqualTo("true");
  }

  @Test
  void aServiceCanSayLessThanBefore() throws IOException {
    createWhatTheRichServiceNeeds();
    swarm.createService(Specs.rich("shop_rich", web()));
    var poor = Specs.poor("shop_rich", web());
    swarm.updateService(settled("shop_rich", 2), poor);
    assertThat(live("shop_rich").spec()).isEqualTo(poor);
  }

  @Test
  void anUpdatePlannedOnAnOlderVersionIsAConflict() throws Exception {
    ServiceSpec poor = Specs.poor("shop_poor", web());
    swarm.createService(poor);
    var old = settled("shop_poor", 1);
    rig.docker("service", "update", "--detach", "--label-add", "moved=1", "shop_poor");
    var failure = catchThrowableOfType(EngineFailure.class, () -> swarm.updateService(old, poor));
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.CONFLICT);
  }

  @Test
  void aNetworkInUseIsNotRemovedAndTheServiceIsNamed() throws IOException {
    createWhatTheRichServiceNeeds();
    swarm.createService(Specs.rich("shop_rich", web()));
    var network = swarm.observe().network("shop_back").orElseThrow();
    var failure = catchThrowableOfType(EngineFailure.class, () -> swarm.removeNetwork(network));
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.IN_USE);
    assertThat(failure).hasMessageContaining("cannot remove network shop_back: ");
  }

  @Test
  void aServiceOnANetworkThatIsMissingIsRefusedInTheEnginesWords() throws IOException {
    swarm.createFile(file(FileKind.CONFIG, "c"));
    swarm.createFile(file(FileKind.SECRET, "s"));
    var rich = Specs.rich("shop_rich", web());
    var failure = catchThrowableOfType(EngineFailure.class, () -> swarm.createService(rich));
    assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.REFUSED);
    assertThat(failure).hasMessageEndingWith("network shop_back not found");
  }

  @Test
  void aNodeKeepsItsOtherLabels() throws Exception {
    var id = swarm.info().nodeId().orElseThrow();
    rig.docker("node", "update", "--label-add", "theirs=1", "n1");
    swarm.labelNode(id, Map.of("dev.catamaran.kernel.ipvs", "false"));
    var node = swarm.observe().nodeById(id).orElseThrow();
    assertThat(node.labels())
        .containsEntry("theirs", "1")
        .containsEntry("dev.catamaran.kernel.ipvs", "false");
    assertThat(node.facts().ipvs()).contains(false);
    rig.docker(
        "node", "update", "--label-rm", "theirs", "--label-rm", "dev.catamaran.kernel.ipvs", "n1");
  }

  @Test
  void theEngineTellsTheWindowsBuildOfAnImageFromAnIndexAndFromAManifest() throws IOException {
    for (var tag : new String[] {"1", "plain"}) {
      var answer = platforms("windows:" + tag);
      assertThat(answer).isInstanceOf(ImageAnswer.Known.class);
      var known = (ImageAnswer.Known) answer;
      assertThat(known.platforms())
          .extracting(Object::toString)
          .containsExactly("windows/amd64 10.0.20348.1");
      assertThat(known.digest()).isPresent();
    }
  }

  @Test
  void anImageTheRegistryLacksIsNotFound() throws IOException {
    assertThat(platforms("nothing:1")).isInstanceOf(ImageAnswer.NotFound.class);
    assertThat(platforms("web:9")).isInstanceOf(ImageAnswer.NotFound.class);
  }

  @Test
  void anImageInARegistryNobodyRunsIsUnknown() {
    var answer = swarm.images().platforms(ImageRef.parse("127.0.0.1:1/web:1"));
    assertThat(answer).isInstanceOf(ImageAnswer.Unknown.class);
    assertThat(((ImageAnswer.Unknown) answer).reason())
        .contains("cannot ask a registry for 127.0.0.1:1/web:1");
  }

  private ImageAnswer platforms(String image) throws IOException {
    return swarm.images().platforms(ImageRef.parse(rig.registry() + "/" + image));
  }
}
