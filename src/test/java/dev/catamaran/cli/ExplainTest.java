package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/catamaran/cli");
  private static final String[] SHOP = {
    "--lab", "examples/lab-2017.yaml", "-f", "examples/shop/compose.yaml"
  };

  @TempDir Path folder;

  @Test
  void aServiceIsExplainedWithEveryDecision() throws IOException {
    var run = explain("front");
    assertThat(run.exit()).as(run.err()).isZero();
    Golden.assertHolds(GOLDEN.resolve("explain-front.txt"), run.out());
  }

  @Test
  void allCallersOfAServiceAreNamedTheSurestFirst() {
    assertThat(explain("api").out())
        .contains(
            """
              called by    front
                             depends on it
            """);
  }

  @Test
  void aNodeIsExplainedWithWhatItCannotDoAndWhoSaysSo() throws IOException {
    var run = explain("win1");
    assertThat(run.exit()).as(run.err()).isZero();
    Golden.assertHolds(GOLDEN.resolve("explain-win1.txt"), run.out());
  }

  @Test
  void aNodeNeedsNoComposeFile() {
    var run = Run.of("explain", "node:win1", "--lab", "examples/lab-2017.yaml");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("node win1  worker, ready, active\n")
        .doesNotContain("  may hold ");
  }

  @Test
  void aFactNobodyToldComesWithTheCommandThatTellsIt() throws IOException {
    var lab =
        """
        name: mute
        nodes:
          - {name: m1, role: manager, os: linux, engine: 28.5.2}
          - {name: w1, role: worker, os: windows, build: "17763.6775", engine: 27.5.1, agent: false}
        images: []
        """;
    var file = Files.writeString(folder.resolve("lab.yaml"), lab).toString();
    assertThat(Run.of("explain", "node:w1", "--lab", file).out())
        .contains(
            """
              build        unknown
                             try: catamaran agent run, on the node
                             try: docker node update --label-add dev.catamaran.os.build=VALUE w1
            """);
  }

  @Test
  void aNameOfBothIsAskedBack() throws IOException {
    var compose = "services: {win1: {image: shop/front:1.4}}\n";
    var file = Files.writeString(folder.resolve("compose.yaml"), compose).toString();
    var both = Run.of("explain", "win1", "-p", "x", "-f", file, "--lab", "examples/lab-2017.yaml");
    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err())
        .startsWith(
            "catamaran: \"win1\" is a service of x and a node: say service:win1 or node:win1");
    var node = Run.of("explain", "node:win1", "-f", file, "--lab", "examples/lab-2017.yaml");
    assertThat(node.out()).startsWith("node win1");
    var service = Run.of("explain", "service:win1", "-f", file, "--lab", "examples/lab-2017.yaml");
    assertThat(service.out()).startsWith("service win1");
  }

  @Test
  void aTypingErrorIsToldFromAllThatThereIs() {
    var run = explain("frnt");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "catamaran: \"frnt\" is neither the code of a finding nor a Compose attribute, and no"
                + " service or node either; did you mean front?");
  }

  @Test
  void codesAndAttributesNeedNoEngine() {
    assertThat(Run.of("explain", "port-taken").out()).startsWith("PORT-TAKEN  ");
    assertThat(Run.of("explain", "cap_add").out()).contains("services.*.cap_add");
    assertThat(Run.of("explain", "PORT-TAKN").err())
        .startsWith(
            "catamaran: \"PORT-TAKN\" is neither the code of a finding nor a Compose attribute (a"
                + " service or a node needs -f, -H or --lab); did you mean PORT-TAKEN?");
  }

  @Test
  void theSameAsJson() {
    var json = explain("front", "-o", "json").json();
    assertThat(json.get("kind").text()).hasValue("service");
    assertThat(json.get("lines").items())
        .anySatisfy(line -> {
          assertThat(line.get("about").text()).hasValue("found by");
          assertThat(line.get("value").text()).hasValue("dnsrr");
          assertThat(line.get("source").text()).isPresent();
        });
  }

  private static Run explain(String... words) {
    var all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(words));
    all.addAll(List.of(SHOP));
    return Run.of(all.toArray(String[]::new));
  }
}
