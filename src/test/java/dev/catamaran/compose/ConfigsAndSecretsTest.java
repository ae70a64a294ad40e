package dev.catamaran.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.spec.Content;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigsAndSecretsTest {
  private static final String DECLARED =
      """
      configs: {site: {content: 'hello ${NAME}'}}
      secrets: {key: {file: ./key.txt}}
      """;

  private static Loads using(String lines) {
    return Loads.of("services:\n  web:\n    image: web\n" + lines.indent(4) + DECLARED)
        .set("NAME", "you")
        .file("key.txt", "s3cret");
  }

  @Test
  void theShortFormPutsTheFileUnderItsOwnName() {
    assertThat(using("configs: [site]\nsecrets: [key]").service().container().files())
        .isEqualTo(
            List.of(
                new FileUse(FileKind.CONFIG, "site", "site", "0", "0", 0444),
                new FileUse(FileKind.SECRET, "key", "key", "0", "0", 0444)));
  }

  @Test
  void theLongFormSaysTargetOwnerAndMode() {
    var lines =
        """
        configs:
          - {source: site, target: 'C:\\site.ini', uid: '103', gid: '104', mode: 0440}
        secrets:
          - {source: key, mode: '0400'}
        """;
    assertThat(using(lines).service().container().files())
        .isEqualTo(
            List.of(
                new FileUse(FileKind.CONFIG, "site", "C:\\site.ini", "103", "104", 0440),
                new FileUse(FileKind.SECRET, "key", "key", "0", "0", 0400)));
  }

  @Test
  void contentsComeFromFilesTextsAndVariables() {
    var text =
        """
        services: {web: {image: web, configs: [site], secrets: [key, token, old]}}
        configs:
          site: {content: 'hello ${NAME}'}
        secrets:
          key: {file: ./key.txt}
          token: {environment: TOKEN, name: real, labels: [a=b]}
          old: {external: true}
        """;
    var project =
        Loads.of(text).set("NAME", "you").set("TOKEN", "t0ken").file("key.txt", "s3cret").project();
    assertThat(project.configs().get("site"))
        .isNotNull()
        .satisfies(c -> assertThat(c.content()).contains(new Content("hello you".getBytes(UTF_8))));
    assertThat(project.secrets().get("key"))
        .isNotNull()
        .satisfies(c -> assertThat(c.content()).contains(new Content("s3cret".getBytes(UTF_8))));
    assertThat(project.secrets().get("token"))
        .isNotNull()
        .satisfies(c -> assertThat(c.content()).contains(new Content("t0ken".getBytes(UTF_8))))
        .satisfies(c -> assertThat(c.name()).contains("real"))
        .satisfies(c -> assertThat(c.labels()).hasToString("{a=b}"));
    assertThat(project.secrets().get("old"))
        .isNotNull()
        .satisfies(c -> assertThat(c.external()).isTrue())
        .satisfies(c -> assertThat(c.name()).contains("old"));
    assertThat(project).asString().doesNotContain("s3cret").doesNotContain("t0ken");
  }

  @Test
  void whatIsMissingIsNamedAtItsPlace() {
    var text =
        """
        services: {web: {image: web, configs: [stie], secrets: [{source: kye}, {mode: 1}]}}
        configs: {site: {file: none.txt}}
        secrets:
          key: {file: key.txt}
          empty: {}
          two: {file: a, environment: B}
        """;
    var undefined = " error REFERENCE-UNDEFINED service web names the ";
    assertThat(Loads.of(text).findings())
        .containsExactly(
            "1:40" + undefined + "config stie, which the file does not declare",
            "1:66" + undefined + "secret kye, which the file does not declare",
            "1:72 error VALUE-INVALID this item does not say where in the container it belongs",
            "5:10 error VALUE-INVALID this secret does not say where its content comes from",
            "6:18 error VALUE-INVALID a secret has one source, and here are 2: file, environment");
  }

  @Test
  void contentThatIsNotThereIsNamedAtItsPlace() {
    var text =
        """
        services: {web: {image: web, configs: [site], secrets: [key]}}
        configs: {site: {file: none.txt}}
        secrets: {key: {environment: NONE}}
        """;
    assertThat(Loads.of(text).findings())
        .containsExactly(
            "2:24 error FILE-MISSING the file /srv/shop/none.txt of a config cannot be read",
            "3:30 error VARIABLE-REQUIRED the variable NONE is not set");
  }

  @Test
  void dockerStackTakesWhatNobodyDeclaresAndNoSwarmDoes() {
    var text =
        """
        services: {web: {image: web, configs: [stie], credential_spec: {config: spce}}}
        configs: {site: {external: true}, spec: {external: true}}
        """;
    assertThat(Loads.of(text).stack().outcome().findings())
        .extracting(f -> f.where().orElseThrow() + " " + f.message() + "; " + f.ways())
        .containsExactly(
            "c.yaml:1:40 no config \"stie\" is declared; [did you mean \"site\"?]",
            "c.yaml:1:73 no config \"spce\" is declared; [did you mean \"spec\"?]");
  }

  @Test
  void aModeThatIsNoneIsRefused() {
    assertThat(using("configs: [{source: site, mode: rw}]").findings())
        .containsExactly("4:36 error VALUE-INVALID \"rw\" is no file mode");
  }
}
