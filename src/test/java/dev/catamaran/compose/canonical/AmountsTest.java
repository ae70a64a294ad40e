package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory, processors, limits, switches: attributes that are one value. */
class AmountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mem_limit: 1.5g              | mem_limit: \"1610612736\"",
        "mem_limit: 1024              | mem_limit: \"1024\"",
        "memswap_limit: -1            | memswap_limit: \"-1\"",
        "shm_size: 64 MiB             | shm_size: \"67108864\"",
        "cpus: 1.5                    | cpus: 1.5",
        "cpu_shares: \"512\"          | cpu_shares: 512",
        "pids_limit: 10               | pids_limit: 10",
        "stop_grace_period: 1m30s     | stop_grace_period: 1m30s",
        "init: false                  | init: false",
        "tty: \"yes\"                 | tty: true",
        "user: \"1000\"               | user: \"1000\"",
        "expose: [80, \"90-91\"]      | expose:\\n- \"80\"\\n- 90-91",
        "dns: 8.8.8.8                 | dns:\\n- \"8.8.8.8\"",
        "tmpfs: /run                  | tmpfs:\\n- /run",
        "sysctls: [a.b=1]             | sysctls:\\n  a.b: \"1\"",
        "ulimits: {nproc: 9}          | ulimits:\\n  nproc: 9",
        "ulimits: {nofile: {soft: 1, hard: 2}} | ulimits:\\n  nofile:\\n    soft: 1\\n    hard: 2",
        "pull_policy: if_not_present  | pull_policy: missing",
        "extra_hosts: [\"b:[::1]\", a=1.2.3.4] | extra_hosts:\\n- a=1.2.3.4\\n- b=::1",
        "extra_hosts: {a: [1.1.1.1, 2.2.2.2]} | extra_hosts:\\n- a=1.1.1.1\\n- a=2.2.2.2",
        "logging: {driver: x, options: {max: 1}} | logging:\\n  driver: x\\n  options:\\n    max: \"1\"",
        "blkio_config: {device_read_bps: [{path: /a, rate: 1k}]}"
            + " | blkio_config:\\n  device_read_bps:\\n  - path: /a\\n    rate: \"1024\"",
      })
  void printed(String written, String shown) {
    assertThat(Prints.web(written).web()).contains(shown.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource({"tty: false", "cpus: 0", "privileged: \"no\"", "labels: {}", "hostname: \"\""})
  void whatMeansNothingIsLeftOut(String written) {
    assertThat(Prints.web(written).keys("services.web")).containsExactly("image", "networks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mem_limit: 5x            | 4:16 \"5x\" is no amount of memory",
        "stop_grace_period: \"5\" | 4:24 \"5\" is no duration",
        "extra_hosts: [a]         | 4:19 the host \"a\" has no address",
      })
  void wrongValuesAtTheirPlaces(String written, String finding) {
    assertThat(Prints.web(written).errors()).containsExactly(finding);
  }

  @Test
  void keysOfTheUserStayWhatTheyAre() {
    assertThat(Prints.web("x-mine: {a: [1, 2.5, true, null]}").at("services.web.x-mine"))
        .isEqualTo("a:\n- 1\n- 2.5\n- true\n- null");
  }
}
