package dev.catamaran.plan.saved;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.catamaran.Golden;
import dev.catamaran.cluster.LiveFile;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.ProjectName;
import dev.catamaran.model.Where;
import dev.catamaran.orchestrator.swarm.Everything;
import dev.catamaran.plan.Cause;
import dev.catamaran.plan.Change;
import dev.catamaran.plan.Difference;
import dev.catamaran.spec.Content;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileSpec;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.ServiceSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/catamaran/plan/saved/every-change.json");
  private static final ProjectName SHOP = new ProjectName("shop");
  private static final Map<String, String> LABELS = Map.of("com.docker.stack.namespace", "shop");
  private static final NetworkSpec NETWORK = Everything.network("shop_back", LABELS);
  private static final Content.Origin KEY =
      new Content.Origin(Content.Origin.Kind.FILE, "/srv/shop/key.txt");

  @Test
  void everyKindOfChangeIsReadBackAsItWas() {
    var plan = saved(everyChange());
    assertThat(PlanFile.read(PlanFile.write(plan, "some"))).isEqualTo(plan);
    assertThat(plan.changes().stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
  }

  @Test
  void theTextIsTheFormat() throws IOException {
    Golden.assertHolds(GOLDEN, PlanFile.write(saved(everyChange()), "some") + "\n");
  }

  @Test
  void aSecretsContentIsNeverInTheFile() {
    var text = PlanFile.write(saved(everyChange()), "some");
    assertThat(text)
        .doesNotContain("hunter2")
        .doesNotContain(java.util.Base64.getEncoder().encodeToString("hunter2".getBytes(UTF_8)))
        .contains("/srv/shop/key.txt");
  }

  @Test
  void aSecretIsReadAgain() {
    var filled = saved(everyChange()).filled(_ -> Optional.of("hunter2".getBytes(UTF_8)));
    assertThat(filled).isEqualTo(Outcome.of(everyChange()));
  }

  @Test
  void aSecretThatChangedIsRefused() {
    var filled = saved(everyChange()).filled(_ -> Optional.of("hunter3".getBytes(UTF_8)));
    assertThat(filled.findings())
        .extracting(f -> f.code() + " " + f.message())
        .containsExactly(
            "PLAN-SECRET the content of secret shop_key_1 is not what it was when the plan was made:"
                + " the file /srv/shop/key.txt");
  }

  @Test
  void aSecretThatIsGoneIsRefused() {
    assertThat(saved(everyChange()).filled(_ -> Optional.empty()).findings())
        .extracting(f -> f.message())
        .containsExactly(
            "the content of secret shop_key_1 cannot be read any more: the file"
                + " /srv/shop/key.txt");
  }

  @Test
  void aSecretThatStandsInTheComposeFileIsNotSaved() {
    var inline =
        new Change.CreateFile(
            new FileSpec(FileKind.SECRET, "shop_pin", LABELS, new Content("1".getBytes(UTF_8))));
    var refused = SavedPlan.of(SHOP, basis(), List.of(inline), List.of());
    assertThat(refused.findings())
        .extracting(f -> f.code() + " " + f.message())
        .containsExactly(
            "PLAN-SECRET secret shop_pin has its content in the Compose file, so it cannot be"
                + " saved");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plan it | this is no plan that `catamaran plan --out` wrote: Unrecognized token",
        "{} | this is no plan that",
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"} | this is no plan that",
        "{\"apiVersion\": \"catamaran/v1\", \"findings\": []} | this is no plan that",
        "{\"apiVersion\": \"catamaran/v2\", \"kind\": \"Plan\"} | the plan is of format catamaran/v2,"
            + " and this Catamaran reads catamaran/v1",
        "{\"apiVersion\": \"catamaran/v1\", \"kind\": \"Plan\", \"project\": \"shop\"} | the plan file"
            + " is damaged: changes is missing",
        "{\"apiVersion\": \"catamaran/v1\", \"kind\": \"Plan\", \"project\": \"shop\", \"changes\":"
            + " [{\"is\": \"Explode\"}]} | the plan file is damaged: changes[0].is says \"Explode\"",
        "{\"apiVersion\": \"catamaran/v1\", \"kind\": \"Plan\", \"project\": \"shop\", \"changes\":"
            + " [{\"is\": \"CreateFile\", \"spec\": {\"kind\": \"recipe\"}}]} | the plan file is"
            + " damaged: changes[0].spec.kind is no FileKind: \"recipe\" is no such word",
        "{\"apiVersion\": \"catamaran/v1\", \"kind\": \"Plan\", \"project\": \"a b\", \"changes\":"
            + " []} | the plan file is damaged: ",
      })
  void whatIsNoPlanOfOursIsToldInOneSentence(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlanFile.read(text))
        .withMessageStartingWith(message);
  }

  @Test
  void anyCutOfAPlanIsRefusedAndNeverHalfRead() {
    var text = PlanFile.write(saved(everyChange()), "some");
    for (int end = 0; end < text.length(); end += 97) {
      var cut = text.substring(0, end);
      assertThatIllegalArgumentException().as("%s", end).isThrownBy(() -> PlanFile.read(cut));
    }
  }

  private static Basis basis() {
    return new Basis(new TreeMap<>(Map.of("cluster", "c1", "node win1 engine", "27.5.1")));
  }

  private static SavedPlan saved(List<Change> changes) {
    var outcome = SavedPlan.of(SHOP, basis(), changes, List.of("web  8080 -> 80/tcp"));
    return ((Outcome.Accepted<SavedPlan>) outcome).value();
  }

  private static List<Change> everyChange() {
    var differences =
        List.of(
            new Difference(
                "deploy.endpoint_mode",
                Optional.of("vip"),
                Optional.of("dnsrr"),
                new Cause(
                    Cause.Kind.DECISION,
                    "it may run on win1",
                    Optional.of(new Where("compose.yaml", 3, 5)),
                    Optional.of("somebody"))));
    var service = Everything.service("shop_web", "shop/web:1.4");
    var global = Everything.with(service, new Mode.Global(), Resources.NONE).withLabels(Map.of());
    var live = new LiveService("s1", 17, bare(service), Optional.of("completed"));
    return List.of(
        new Change.CreateNetwork(NETWORK, differences),
        new Change.CreateFile(
            new FileSpec(
                FileKind.SECRET,
                "shop_key_1",
                LABELS,
                new Content("hunter2".getBytes(UTF_8), KEY))),
        new Change.CreateFile(
            new FileSpec(
                FileKind.CONFIG, "shop_conf_1", LABELS, new Content("a=b".getBytes(UTF_8)))),
        new Change.CreateService(service, List.of()),
        new Change.UpdateService(live, service, differences),
        new Change.ReplaceService(live, global, List.of()),
        new Change.RemoveService(live),
        new Change.RemoveFile(new LiveFile(FileKind.CONFIG, "f1", "shop_old", LABELS)),
        new Change.RemoveNetwork(new LiveNetwork("n1", NETWORK, true, false)));
  }

  /** A volume of nothing is not no volume. */
  private static ServiceSpec bare(ServiceSpec spec) {
    var volume = new Mount.Volume(Optional.empty(), Map.of(), Map.of());
    return Everything.with(
        spec,
        Arrays.asList(
                new Mount(
                    Mount.Type.VOLUME, Optional.of("data"), "/data", false, Optional.of(volume)))
            .toArray(Mount[]::new));
  }
}
