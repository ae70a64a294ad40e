package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DevicesTest {
  @Test
  void aMappedDevice() {
    assertThat(Prints.web("devices: [/dev/a, \"/dev/b:/dev/c:r\"]").at("services.web.devices"))
        .isEqualTo(
            """
            - source: /dev/a
              target: /dev/a
              permissions: rwm
            - source: /dev/b
              target: /dev/c
              permissions: r\
            """);
  }

  @Test
  void aDeviceOfAWindowsHost() {
    assertThat(
            Prints.web("devices: [\"class/5B45201D-F2F2-4F3B-85BB-30FF1F953599\"]")
                .at("services.web.devices"))
        .startsWith("- source: class/5B45201D-F2F2-4F3B-85BB-30FF1F953599\n");
  }

  @Test
  void tooManyColons() {
    assertThat(Prints.web("devices: [\"a:b:c:d\"]").errors())
        .containsExactly("4:15 the device \"a:b:c:d\" has too many colons");
  }

  @Test
  void allGpus() {
    assertThat(Prints.web("gpus: all").at("services.web.gpus")).isEqualTo("- count: -1");
  }

  @Test
  void whoAsksForDevicesWithoutANumberGetsAll() {
    var reserved = "deploy: {resources: {reservations: {devices: [{capabilities: [gpu]%s}]}}}";
    var path = "services.web.deploy.resources.reservations.devices";
    assertThat(Prints.web(reserved.formatted("")).at(path))
        .isEqualTo("- capabilities:\n  - gpu\n  count: -1");
    assertThat(Prints.web(reserved.formatted(", count: 2")).at(path)).endsWith("count: 2");
    assertThat(Prints.web(reserved.formatted(", device_ids: [a]")).at(path))
        .doesNotContain("count");
    assertThat(Prints.web(reserved.formatted(", count: 2, device_ids: [a]")).errors())
        .containsExactly("4:73 count and device_ids exclude each other");
  }
}
