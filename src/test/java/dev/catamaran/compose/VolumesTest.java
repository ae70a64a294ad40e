package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.spec.Mount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumesTest {
  private static String mounts(Loads loads) {
    var mounts = loads.service().container().mounts();
    return String.join(", ", mounts.stream().map(VolumesTest::print).toList());
  }

  private static String print(Mount mount) {
    return mount.type()
        + " "
        + mount.source().map(s -> s + " -> ").orElse("")
        + mount.target()
        + (mount.readOnly() ? " ro" : "");
  }

  private static Loads withVolume(String lines) {
    return Loads.of(
        "services:\n  web:\n    image: web\n" + lines.indent(4) + "volumes:\n  data:\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "data:/var/lib                  | VOLUME data -> /var/lib",
        "data:C:\\data:ro               | VOLUME data -> C:\\data ro",
        "/var/lib                       | VOLUME /var/lib",
        "C:\\data                       | VOLUME C:\\data",
        "v:/data                        | VOLUME v:/data",
        "/etc:/etc:ro                   | BIND /etc -> /etc ro",
        "./conf:/etc/conf               | BIND /srv/shop/conf -> /etc/conf",
        "../conf:/etc/conf              | BIND /srv/conf -> /etc/conf",
        ".:/app                         | BIND /srv/shop -> /app",
        "~/keys:/keys                   | BIND /home/me/keys -> /keys",
        "C:\\a:C:\\b:ro                 | BIND C:\\a -> C:\\b ro",
        ".\\rel:C:\\x                   | BIND /srv/shop/rel -> C:\\x",
        "\\\\.\\pipe\\e:\\\\.\\pipe\\e  | NPIPE \\\\.\\pipe\\e -> \\\\.\\pipe\\e",
        "//./pipe/e://./pipe/e          | NPIPE //./pipe/e -> //./pipe/e",
      })
  void shortForms(String written, String read) {
    var loads = withVolume("volumes:\n  - " + written).set("HOME", "/home/me");
    assertThat(mounts(loads)).isEqualTo(read);
  }

  @Test
  void onAWindowsMachineRelativePathsAreWindowsPaths() {
    assertThat(mounts(withVolume("volumes: ['./rel:C:\\x', '.\\a\\b:C:\\y']").in("C:\\src\\shop")))
        .isEqualTo("BIND C:\\src\\shop\\rel -> C:\\x, BIND C:\\src\\shop\\a\\b -> C:\\y");
  }

  @Test
  void theMountIsSplitAfterVariablesArePutIn() {
    assertThat(mounts(withVolume("volumes: ['${D}:C:\\x']").set("D", "C:\\data")))
        .isEqualTo("BIND C:\\data -> C:\\x");
  }

  @Test
  void longForms() {
    var lines =
        """
        volumes:
          - {type: volume, source: data, target: /data, read_only: true}
          - {type: bind, source: ./x, target: /x}
          - {type: npipe, source: '\\\\.\\pipe\\e', target: '\\\\.\\pipe\\e'}
          - {type: tmpfs, target: /tmp}
          - {type: volume, target: /anonymous}
        """;
    assertThat(mounts(withVolume(lines)))
        .isEqualTo(
            "VOLUME data -> /data ro, BIND /srv/shop/x -> /x,"
                + " NPIPE \\\\.\\pipe\\e -> \\\\.\\pipe\\e, TMPFS /tmp, VOLUME /anonymous");
  }

  @Test
  void tmpfsIsAMountToo() {
    assertThat(mounts(Loads.web("tmpfs: /run"))).isEqualTo("TMPFS /run");
    assertThat(mounts(Loads.web("tmpfs: [/run, /tmp]"))).isEqualTo("TMPFS /run, TMPFS /tmp");
    var options =
        Loads.web("tmpfs: ['/tmp:size=1m,mode=1777']")
            .service()
            .container()
            .mounts()
            .getFirst()
            .options();
    assertThat(options.bytes()).hasValue(1_048_576);
    assertThat(options.mode()).hasValue(01777);
    assertThat(Loads.web("tmpfs: [/run, '/tmp:noexec']").findings())
        .containsExactly(
            "4:19 error VALUE-INVALID expected a path with size= and mode= at most, not"
                + " \"/tmp:noexec\"");
  }

  @Test
  void whatCannotBeAMountIsRefused() {
    var lines =
        """
        volumes:
          - aa:/b:ro:more
          - ':/b'
          - type: bind
            target: /x
          - type: image
            target: /y
          - target: /z
          - 80
        """;
    assertThat(Loads.web(lines).findings())
        .containsExactly(
            "5:9 error VALUE-INVALID \"aa:/b:ro:more\" has an empty part between colons, or too many of"
                + " them",
            "6:9 error VALUE-INVALID \":/b\" has an empty part between colons, or too many of them",
            "7:9 error VALUE-INVALID this bind mount does not say what it binds",
            "9:15 error KEY-NOT-SUPPORTED Swarm has no mounts of type \"image\"",
            "11:9 error VALUE-INVALID an item of volumes needs type",
            "12:9 error VALUE-INVALID an item of volumes must be a string or a mapping, not a whole number,"
                + " \"80\"");
  }

  @Test
  void optionsThatHaveNoEffectAreNoted() {
    assertThat(withVolume("volumes: ['data:/a:z', '/a:/b:ro,rslave', '/c:/d:cached']").findings())
        .containsExactly(
            "4:15 warning KEY-NOT-APPLIED \"selinux\" is left out: Swarm does not carry it");
  }

  @Test
  void aNamedVolumeMustBeDeclared() {
    var outcome = withVolume("volumes: ['/ok:/ok', dtaa:/data]").outcome();
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.where().orElseThrow()).hasToString("c.yaml:4:26");
          assertThat(f.message())
              .isEqualTo("service web names the volume dtaa, which the file does not declare");
          assertThat(f.ways()).containsExactly("did you mean \"data\"?");
        });
  }

  @Test
  void declarationsCarryDriverAndOptions() {
    var text =
        """
        services: {web: {image: web, volumes: ['plain:/1', 'nfs:/2', 'old:/3', 'older:/4']}}
        volumes:
          plain:
          nfs: {driver: local, driver_opts: {type: nfs, o: 1}, labels: [a=b], name: real}
          old: {external: true}
          older: {external: {name: there}}
        """;
    var volumes = Loads.of(text).project().volumes();
    assertThat(volumes.get("plain"))
        .isNotNull()
        .satisfies(v -> assertThat(v.external()).isFalse())
        .satisfies(v -> assertThat(v.name()).isEmpty());
    assertThat(volumes.get("nfs"))
        .isNotNull()
        .satisfies(v -> assertThat(v.name()).contains("real"))
        .satisfies(v ->
            assertThat(v.volume())
                .hasToString(
                    "Volume[driver=Optional[local], options={o=1, type=nfs}, labels={a=b}]"));
    assertThat(volumes.get("old"))
        .isNotNull()
        .satisfies(v -> assertThat(v.external()).isTrue())
        .satisfies(v -> assertThat(v.name()).contains("old"));
    assertThat(volumes.get("older"))
        .isNotNull()
        .satisfies(v -> assertThat(v.name()).contains("there"));
  }

  @Test
  void anExternalVolumeTakesNoDriver() {
    var text =
        """
        services: {web: {image: web}}
        volumes:
          old: {external: true, driver: local}
        """;
    assertThat(Loads.of(text).findings())
        .containsExactly(
            "3:25 error VALUE-INVALID an external volume exists already and takes no driver");
  }
}
