package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.eligible;
import static dev.catamaran.plan.Planning.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Mount;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest {
  private static final String WS2022 = "windows(10.0.20348.2000)/amd64";
  private static final String PIPE = "\\\\.\\pipe\\docker_engine";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: volume, target: /data}    | MOUNT-PATH /data is no absolute path on Windows",
        "{type: volume, target: data}     | MOUNT-PATH data is no absolute path on Windows",
        "{type: volume, target: 'C:data'} | MOUNT-PATH C:data is no absolute path on Windows: a"
            + " slash is missing behind the drive",
        "{type: volume, target: 'c:\\'}   | MOUNT-PATH no mount takes the place of C:\\ on Windows"
            + " (\"destination path cannot be 'c:' or 'c:\\'\")",
        "{type: volume, target: 'C:/'}    | MOUNT-PATH no mount takes the place of C:\\ on Windows"
            + " (\"destination path cannot be 'c:' or 'c:\\'\")",
        "{type: volume, target: 'C:\\a\\nul.txt'} | MOUNT-PATH Windows takes nul.txt for a device",
        "{type: volume, target: 'C:\\a?b'}        | MOUNT-PATH no name on Windows has a ?",
        "{type: volume, target: '\\\\server\\share'} | MOUNT-PATH \\\\server\\share is no absolute"
            + " path on Windows",
        "{type: tmpfs, target: 'C:\\tmp'} | MOUNT-IMPOSSIBLE Windows has no tmpfs mounts",
        "{type: bind, source: '\\\\server\\share', target: 'C:\\data'} | MOUNT-PATH"
            + " \\\\server\\share is a share, and tasks on Windows mount none by its name",
        "{type: bind, source: /srv/data, target: 'C:\\data'} | MOUNT-PATH /srv/data is no absolute"
            + " path on Windows",
        "{type: bind, source: /var/run/docker.sock, target: 'C:\\d'} | MOUNT-PATH the engine of"
            + " Windows answers on a pipe, which a bind mount cannot bring",
        "{type: bind, source: 'D:\\web.config', target: 'C:\\app\\web.config'} | MOUNT-IMPOSSIBLE"
            + " Windows mounts directories only, never a single file: D:\\web.config",
        "{type: bind, source: 'D:\\d', target: 'C:\\d', bind: {propagation: rslave}} |"
            + " KEY-ON-WINDOWS volumes[0].bind.propagation on Windows: Windows knows no propagation of"
            + " mounts",
        "{type: npipe, source: 'C:\\x', target: '\\\\.\\pipe\\x'} | MOUNT-PATH C:\\x is no name of a"
            + " pipe (\"is not a valid pipe path\")",
        "{type: npipe, source: '\\\\.\\pipe\\x', target: '\\\\.\\pipe\\x', read_only: true} |"
            + " MOUNT-IMPOSSIBLE Windows takes no read-only named pipe",
      })
  void whatWindowsCannotMountIsRefusedAtItsPlace(String mount, String expected) {
    var plan = mounting(mount).image("web", WS2022).on(hybrid());
    assertThat(errors(plan)).containsExactly(expected);
    assertThat(plan.findings().getFirst().where().orElseThrow().line()).isEqualTo(5);
    assertThat(plan.findings())
        .filteredOn(Finding::refuses)
        .allSatisfy(f -> {
          assertThat(f.ways()).isNotEmpty();
          assertThat(f.source()).isPresent();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: volume, target: 'C:\\data'}",
        "{type: volume, target: 'c:/data'}",
        "{type: volume, target: 'D:\\'}",
        "{type: bind, source: 'D:/data', target: 'C:\\conf.d'}",
        "{type: npipe, source: '\\\\.\\pipe\\docker_engine', target: '\\\\.\\pipe\\docker_engine'}",
      })
  void whatWindowsMountsIsNotRefused(String mount) {
    assertThat(errors(mounting(mount).image("web", WS2022).on(hybrid()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: volume, target: 'C:\\data'} | MOUNT-PATH C:\\data is no absolute path on Linux",
        "{type: volume, target: /}          | MOUNT-PATH no mount takes the place of / on Linux"
            + " (\"destination can't be '/'\")",
        "{type: bind, source: 'C:\\logs', target: /logs} | MOUNT-PATH C:\\logs is no absolute path"
            + " on Linux",
        "{type: npipe, source: '\\\\.\\pipe\\x', target: '\\\\.\\pipe\\x'} | MOUNT-IMPOSSIBLE a"
            + " Linux node has no named pipes to mount",
      })
  void whatLinuxCannotMountIsRefusedAsWell(String mount, String expected) {
    assertThat(errors(mounting(mount).image("web", "linux/amd64").on(hybrid())))
        .containsExactly(expected);
  }

  @Test
  void everyMountThatIsWrongIsTold() {
    var plan =
        Planning.web("volumes:\n  - /one\n  - /two\n  - 'C:\\three'\ntmpfs: [/four]")
            .image("web", WS2022)
            .on(hybrid());
    assertThat(findings(plan))
        .filteredOn(f -> f.contains(" error MOUNT"))
        .containsExactly(
            "5 error MOUNT-PATH /one is no absolute path on Windows",
            "6 error MOUNT-PATH /two is no absolute path on Windows",
            "8 error MOUNT-IMPOSSIBLE Windows has no tmpfs mounts");
  }

  @Test
  void twoNamesOfOneDirectoryAreOneMountTooMany() {
    var plan =
        Planning.web(
                "volumes:\n  - {type: volume, target: 'C:\\Data'}\n  - {type: volume, target: 'c:/data/'}")
            .image("web", WS2022)
            .on(hybrid());
    assertThat(errors(plan))
        .containsExactly("MOUNT-PATH c:/data and C:\\Data are one directory on Windows");
  }

  @Test
  void ofAnImageForBothSystemsTheOneIsChosenThatItsMountsSuit() {
    var windows =
        mounting("{type: volume, target: 'C:\\data'}").image("web", "linux/amd64", WS2022);
    var linux = mounting("{type: tmpfs, target: /tmp}").image("web", "linux/amd64", WS2022);
    assertThat(eligible(windows.on(hybrid()))).containsExactly("w22");
    assertThat(eligible(linux.on(hybrid()))).containsExactly("l1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: volume, target: /data}                   | {type: volume, target: 'C:\\data'}",
        "{type: volume, target: 'C:data'}                | {type: volume, target: 'C:\\data'}",
        "{type: bind, source: /srv/a, target: 'C:\\a'}   | {type: bind, source: 'C:\\srv\\a', target:"
            + " 'C:\\a'}",
        "{type: volume, target: 'C:\\'}                  | {type: volume, target: 'C:\\data'}",
      })
  void theRefusalEndsWithThePathThatIsProposed(String wrong, String right) {
    var refused = mounting(wrong).image("web", WS2022).on(hybrid());
    var path =
        right.substring(right.indexOf('\'') + 1, right.indexOf('\'', right.indexOf('\'') + 1));
    assertThat(refused.findings().getFirst().ways()).anyMatch(w -> w.contains(path));
    assertThat(errors(mounting(right).image("web", WS2022).on(hybrid()))).isEmpty();
  }

  @Test
  void pipesNeedAnEngineThatMountsThem() {
    var mount = "{type: npipe, source: '" + PIPE + "', target: '" + PIPE + "'}";
    var old = new Clusters().linux("l1").windows("w16", "14393.4000", "17.06.2-ee-5");
    var plan = mounting(mount).image("web", "windows(10.0.14393.4000)/amd64").on(old);
    assertThat(plan.findings().getFirst().code()).isEqualTo(Code.MOUNT_IMPOSSIBLE);
    assertThat(plan.findings().getFirst().message())
        .contains("engine 17.06.2-ee-5 has no named pipe mounts on Windows");
  }

  @Test
  void theDirectoriesOfNodesAreNamedWithTheNodes() {
    var plan =
        mounting("{type: bind, source: 'D:\\data', target: 'C:\\data'}")
            .image("web", WS2022)
            .on(hybrid().windows("w23", "20348.2000", "28.5.2"));
    assertThat(findings(plan))
        .containsExactly("5 warning MOUNT-SOURCE D:\\data must be there on w22, w23");
  }

  @Test
  void whatEveryNodeHasIsNotAskedFor() {
    var plan =
        mounting("{type: bind, source: /var/run/docker.sock, target: /var/run/docker.sock}")
            .image("web", "linux/amd64")
            .on(hybrid());
    assertThat(findings(plan)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{driver_opts: {type: nfs, device: ':/x', o: addr=10.1.1.1}} | MOUNT-IMPOSSIBLE the volume"
            + " driver local takes no options on Windows (\"options are not supported on this"
            + " platform\"): volume data",
        "{name: con} | MOUNT-PATH no volume is named con on Windows",
      })
  void whatWindowsCannotDoWithAVolumeIsRefused(String volume, String expected) {
    var file =
        "services:\n  web:\n    image: web\n    volumes: ['data:C:\\data']\nvolumes:\n  data: "
            + volume;
    assertThat(errors(Planning.of(file).image("web", WS2022).on(hybrid())))
        .containsExactly(expected);
  }

  private static Planning mounting(String mount) {
    return Planning.web("volumes:\n  - " + mount);
  }

  private static List<String> errors(Plan plan) {
    return plan.findings().stream()
        .filter(Finding::refuses)
        .map(f -> f.code() + " " + f.message())
        .toList();
  }

  private static Clusters hybrid() {
    return new Clusters().linux("l1").windows("w22", "20348.2000", "28.5.2");
  }

  @Test
  void aPipeWrittenWithSlashesIsAskedForAsTheEngineKnowsIt() {
    var mount = "{type: npipe, source: //./pipe/docker_engine, target: //./pipe/docker_engine}";
    var plan = mounting(mount).image("web", WS2022).on(hybrid());
    assertThat(errors(plan)).isEmpty();
    assertThat(Planning.service(plan, "web").spec().orElseThrow().container().mounts())
        .extracting(Mount::source, Mount::target)
        .containsExactly(tuple(Optional.of(PIPE), PIPE));
  }

  @Test
  void memoryForFilesOnWindowsIsOneFinding() {
    var plan = Planning.web("tmpfs: [/run]").image("web", WS2022).on(hybrid());
    assertThat(findings(plan))
        .containsExactly("4 error MOUNT-IMPOSSIBLE Windows has no tmpfs mounts");
  }
}
