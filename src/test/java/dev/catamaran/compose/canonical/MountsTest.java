package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.tree.YamlNode.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountsTest {
  private static final String DECLARED = "volumes:\n  data: {}\n";

  private static String mount(String text) {
    return Prints.web("volumes:\n  - " + text).and(DECLARED).at("services.web.volumes");
  }

  @Test
  void aNamedVolume() {
    assertThat(mount("data:/var/lib/:ro,nocopy"))
        .isEqualTo(
            """
            - type: volume
              source: data
              target: /var/lib
              read_only: true
              volume:
                nocopy: true\
            """);
  }

  @Test
  void aBindMountBeginsAtTheProjectDirectoryAndCreatesItsPath() {
    assertThat(mount("./html:/html:z,rshared"))
        .isEqualTo(
            """
            - type: bind
              source: /srv/shop/html
              target: /html
              bind:
                selinux: z
                propagation: rshared
                create_host_path: true\
            """);
  }

  @Test
  void anAnonymousVolume() {
    assertThat(mount("/data")).isEqualTo("- type: volume\n  target: /data\n  volume: {}");
  }

  /** Docker on Linux would make /srv/shop/.\data of the first; we know what is meant. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".\\data:C:\\data         | bind   | /srv/shop/data          | C:\\data",
        "C:\\a:C:\\b:ro           | bind   | C:\\a                   | C:\\b",
        "C:/a:/b                  | bind   | C:/a                    | /b",
        "data:C:\\data            | volume | data                    | C:\\data",
        "\\\\.\\pipe\\x:\\\\.\\pipe\\x | npipe  | \\\\.\\pipe\\x     | \\\\.\\pipe\\x",
        "\\\\host\\share:C:\\b    | bind   | \\\\host\\share         | C:\\b",
        "~/a:/b                   | bind   | /home/me/a              | /b",
        "/a/../b:/c/./d           | bind   | /a/../b                 | /c/d",
      })
  void pathsOfAnySystem(String text, String type, String source, String target) {
    assertThat(
            Prints.web("volumes:\n  - '" + text + "'")
                .and(DECLARED)
                .set("HOME", "/home/me")
                .at("services.web.volumes"))
        .startsWith("- type: %s\n  source: %s\n  target: %s".formatted(type, source, target));
  }

  @Test
  void aPipeOfTheLongFormKeepsItsName() {
    assertThat(mount("{type: npipe, source: \"//./pipe/x\", target: \"//./pipe/x\"}"))
        .isEqualTo("- type: npipe\n  source: //./pipe/x\n  target: //./pipe/x");
  }

  @Test
  void theLongFormIsCleaned() {
    assertThat(mount("{type: tmpfs, target: /run//x/, tmpfs: {size: 1m, mode: 0700}}"))
        .isEqualTo(
            """
            - type: tmpfs
              target: /run/x
              tmpfs:
                size: "1048576"
                mode: 448\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a1::/b'       | 5:9 \"a1::/b\" has an empty part between colons, or too many of them",
        "'/a:/b:ro:/c'  | 5:9 \"/a:/b:ro:/c\" has an empty part between colons, or too many of them",
        "'dat:/b'       | 5:9 service web names the volume dat, which the file does not declare",
        "{type: bind, target: /b} | 5:9 this bind mount does not say what it binds",
      })
  void whatIsNoMountIsToldAtItsPlace(String text, String finding) {
    assertThat(Prints.web("volumes:\n  - " + text).and(DECLARED).errors()).containsExactly(finding);
  }

  @Test
  void twoMountsAtOnePathAreRefused() {
    assertThat(Prints.web("tmpfs: /a:size=1m\nvolumes:\n  - ./x:/a").errors())
        .containsExactly("6:9 something is mounted at /a already, at c.yaml:4:12");
  }

  @Test
  void whatAShortFormBecomesStandsWhereTheTextStands() {
    var mounts = (Sequence) Prints.web("volumes:\n  - ./x:/a").node("services.web.volumes");
    assertThat(mounts.items().getFirst().where()).hasToString("c.yaml:5:9");
  }
}
