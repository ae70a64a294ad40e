package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is mounted into a service's containers. */
class VolumesTest {
  private static String mount(String text) {
    return Stack.web("volumes: ['" + text + "']")
        .set("HOME", "/home/me")
        .at("services", "web", "volumes");
  }

  @Test
  void short_forms() {
    assertThat(mount("data:/d:ro"))
        .isEqualTo("- type: volume\n  source: data\n  target: /d\n  read_only: true\n");
    assertThat(mount("/d")).isEqualTo("- type: volume\n  target: /d\n");
    assertThat(mount("./a/../b:/d"))
        .isEqualTo("- type: bind\n  source: /srv/shop/b\n  target: /d\n");
    assertThat(mount("~/x:/d")).isEqualTo("- type: bind\n  source: /home/me/x\n  target: /d\n");
    assertThat(mount("/a:/d:rshared,z"))
        .isEqualTo("- type: bind\n  source: /a\n  target: /d\n  bind:\n    propagation: rshared\n");
    assertThat(mount("v:/d")).as("a drive").isEqualTo("- type: volume\n  target: v:/d\n");
  }

  @Test
  void windows_paths() {
    assertThat(mount("C:\\a:C:\\b:ro"))
        .isEqualTo("- type: bind\n  source: C:\\a\n  target: C:\\b\n  read_only: true\n");
    assertThat(mount("vol:C:\\b")).isEqualTo("- type: volume\n  source: vol\n  target: C:\\b\n");
    assertThat(mount(".\\data:C:\\data"))
        .as("docker takes the backslash for a part of the name")
        .isEqualTo("- type: bind\n  source: /srv/shop/data\n  target: C:\\data\n");
    assertThat(mount("\\\\.\\pipe\\x:\\\\.\\pipe\\x"))
        .as("docker takes the pipe for a file in the project's folder")
        .isEqualTo("- type: npipe\n  source: \\\\.\\pipe\\x\n  target: \\\\.\\pipe\\x\n");
  }

  @Test
  void the_long_form() {
    assertThat(
            Stack.web(
                    """
                    volumes:
                    - {type: bind, source: data, target: /d, bind: {create_host_path: true}}
                    - {type: tmpfs, target: /t, tmpfs: {size: 0x10}}
                    - {type: npipe, source: '\\\\.\\pipe\\x', target: '\\\\.\\pipe\\x'}
                    """)
                .at("services", "web", "volumes"))
        .isEqualTo(
            """
            - type: bind
              source: /srv/shop/data
              target: /d
              bind: {}
            - type: tmpfs
              target: /t
              tmpfs:
                size: 16
            - type: npipe
              source: \\\\.\\pipe\\x
              target: \\\\.\\pipe\\x
            """);
  }

  @Test
  void what_is_refused() {
    assertThat(
            Stack.web(
                    "volumes:\n- 'ab::/b'\n- 'ab:cd:ef:gh'\n- {type: bind, target: /x}\n- ''\n- {target: /x}")
                .findings())
        .containsExactly(
            "4:7 error nothing stands between two colons of \"ab::/b\"",
            "5:7 error too many colons in \"ab:cd:ef:gh\"",
            "6:7 error a mount of type bind needs a source",
            "7:7 error a mount needs a path in the container",
            "8:7 error an item of volumes needs type");
  }

  @Test
  void a_later_file_overrides_by_target() {
    assertThat(
            Stack.web("volumes: ['v2:/b', 'v1:/a']", "volumes: ['v3:/b:ro']")
                .at("services", "web", "volumes"))
        .isEqualTo(
            """
            - type: volume
              source: v1
              target: /a
            - type: volume
              source: v3
              target: /b
              read_only: true
            """);
  }
}
