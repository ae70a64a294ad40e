package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code catamaran config} as users type it. */
class ConfigTest {
  @TempDir private Path folder;

  private String shop = "";

  @BeforeEach
  void shop() throws IOException {
    shop =
        file(
            "shop.yaml",
            """
            name: shop
            services:
              web:
                image: nginx:${TAG:-1}
                ports: ["8080:80"]
                networks: [front]
                volumes: ["data:/data"]
              debug: {image: busybox, profiles: [tools], networks: [front]}
            networks: {front: {}}
            volumes: {data: {}}
            """);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aPortWithoutATargetIsRefusedAsDockerDoes() throws IOException {
    var run =
        Run.of("config", "-f", file("zero.yaml", "services: {a: {image: b, ports: ['80:0']}}"));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("zero.yaml:1:34  error PORT-INVALID  a port needs a target");
  }

  @Test
  void numbersThatAreNotFiniteReadBackAsNumbers() throws IOException {
    var yaml =
        Run.of(
                "config",
                "-f",
                file(
                    "inf.yaml",
                    "name: a\nservices: {a: {image: b}}\nx-a: [.inf, -.INF, +.Inf, .NaN]\n"))
            .out();
    assertThat(yaml).endsWith("x-a:\n- .inf\n- -.inf\n- .inf\n- .nan\n");
    assertThat(Run.of("config", "-f", file("again.yaml", yaml)).out()).isEqualTo(yaml);
  }

  @Test
  void shortFormsAreWrittenOut() {
    var run = Run.of("config", "-f", shop);
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("image: nginx:1\n", "published: \"8080\"", "mode: ingress", "name: shop_front");
  }

  @Test
  void bothFormsReadBackAsTheSameProject() throws IOException {
    var yaml = Run.of("config", "-f", shop).out();
    var json = Run.of("config", "-f", shop, "--format", "json").out();
    assertThat(Run.of("config", "-f", file("again.yaml", yaml)).out()).isEqualTo(yaml);
    assertThat(Run.of("config", "-f", file("again.json", json)).out()).isEqualTo(yaml);
  }

  @Test
  void aVersionThreeIsReadAsAStackUnlessSaidOtherwise() throws IOException {
    var file = file("stack.yaml", "version: \"3.8\"\nservices: {web: {image: w, ports: [80]}}\n");
    assertThat(Run.of("config", "-f", file).out()).startsWith("version: \"3.8\"");
    assertThat(Run.of("config", "-f", file, "--dialect", "compose").out()).startsWith("name: ");
  }

  @Test
  void variablesStayWhereTheyAreNotToBePutIn() {
    assertThat(Run.of("config", "-f", shop, "--no-interpolate").out()).contains("nginx:${TAG:-1}");
    assertThat(Run.with(Map.of("TAG", "2"), "config", "-f", shop).out()).contains("nginx:2\n");
  }

  @Test
  void listsNameOneThingALine() {
    assertThat(Run.of("config", "-f", shop, "--services").out()).isEqualTo("web\n");
    assertThat(Run.of("config", "-f", shop, "--profile", "tools", "--services").out())
        .isEqualTo("debug\nweb\n");
    assertThat(Run.of("config", "-f", shop, "--images").out()).isEqualTo("nginx:1\n");
    assertThat(Run.of("config", "-f", shop, "--volumes").out()).isEqualTo("data\n");
    assertThat(Run.of("config", "-f", shop, "--networks").out()).isEqualTo("front\n");
    assertThat(Run.of("config", "-f", shop, "--profiles").out()).isEqualTo("tools\n");
  }

  @Test
  void aHashChangesWithTheServiceAndWithNothingElse() {
    var one = Run.of("config", "-f", shop, "--hash", "web").out();
    assertThat(one).matches("web [0-9a-f]{64}\n");
    assertThat(Run.of("config", "-f", shop, "--hash", "*", "--profile", "tools").out())
        .contains(one);
    assertThat(Run.with(Map.of("TAG", "2"), "config", "-f", shop, "--hash", "web").out())
        .isNotEqualTo(one);
    assertThat(Run.of("config", "-f", shop, "--hash", "wbe").exit())
        .isEqualTo(ExitCode.USAGE.number());
  }

  @Test
  void everyFaultIsToldAtItsPlaceAndNothingIsPrinted() throws IOException {
    var bad =
        file(
            "bad.yaml",
            """
            services:
              web:
                imge: nginx
                ports: ["80800:80"]
                mem_limit: 5x
                depends_on: [db]
            """);
    var run = Run.of("config", "-f", bad);
    assertThat(run.exit()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("bad.yaml:3:5", "did you mean \"image\"?")
        .contains("bad.yaml:4:13")
        .contains("bad.yaml:5:16")
        .contains("bad.yaml:6:18");
  }

  @Test
  void aConfigOfACredentialSpecIsKept() throws IOException {
    var file =
        file(
            "gmsa.yaml",
            """
            name: gmsa
            services: {web: {image: w, credential_spec: {config: spec}}}
            configs: {spec: {content: "{}"}}
            """);
    assertThat(Run.of("config", "-f", file).out()).contains("name: gmsa_spec");
  }

  @Test
  void quietPrintsFindingsOnly() {
    assertThat(Run.of("config", "-q", "-f", shop)).isEqualTo(new Run(0, "", ""));
  }
}
