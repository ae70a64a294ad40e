package dev.catamaran.compose.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.tree.YamlText;
import dev.catamaran.finding.Faults;
import org.junit.jupiter.api.Test;

/** Each attribute's rule when a second file is laid over the first. */
class OverlayTest {
  private static String merged(String base, String over) {
    var faults = new Faults();
    var tree =
        new Overlay(faults)
            .files(
                Specs.parsed("c.yaml", "services: {web: " + base + "}"),
                Specs.parsed("c2.yaml", "services: {web: " + over + "}"));
    assertThat(faults.findings()).isEmpty();
    return web(YamlText.of(Unicity.of(tree)));
  }

  private static String web(String yaml) {
    return yaml.replace("services:\n  web:\n", "")
        .replaceAll("(?m)^ {4}", "")
        .strip()
        .replace("\n", "|");
  }

  @Test
  void scalarsAreReplacedAndANullChangesNothing() {
    assertThat(merged("{image: a, user: b}", "{image: c, user: null}"))
        .isEqualTo("image: c|user: b");
  }

  @Test
  void mappingsAreMergedByKeyAndListsAppended() {
    assertThat(
            merged(
                "{deploy: {mode: global}, cap_add: [A]}", "{deploy: {replicas: 2}, cap_add: [B]}"))
        .isEqualTo("deploy:|  mode: global|  replicas: 2|cap_add:|- A|- B");
  }

  @Test
  void commandsAreReplacedWhole() {
    assertThat(merged("{command: [a, b], entrypoint: x}", "{command: c, entrypoint: null}"))
        .isEqualTo("command: c|entrypoint: null");
    assertThat(merged("{healthcheck: {test: [CMD, a], retries: 2}}", "{healthcheck: {test: b}}"))
        .isEqualTo("healthcheck:|  test: b|  retries: 2");
  }

  @Test
  void variablesAndLabelsMeetAsListsAndTheLaterValueStaysAtTheEarliersPlace() {
    assertThat(merged("{environment: {B: 1, A: 0x10, N: null}}", "{environment: [B=2, C]}"))
        .isEqualTo("environment:|- A=16|- B=2|- \"N\"|- C");
    assertThat(merged("{labels: [x=1, y]}", "{labels: {x: yes, z: true}}"))
        .isEqualTo("labels:|- x=yes|- \"y\"|- z=true");
  }

  @Test
  void aTextIsAListOfOne() {
    assertThat(
            merged(
                "{dns: 1.1.1.1, env_file: a.env}", "{dns: [8.8.8.8], env_file: [{path: b.env}]}"))
        .isEqualTo("dns:|- \"1.1.1.1\"|- \"8.8.8.8\"|env_file:|- a.env|- path: b.env");
  }

  @Test
  void buildIsItsContextWhereItIsAText() {
    assertThat(merged("{build: ./app}", "{build: {args: {A: 1}, context: ./lib}}"))
        .isEqualTo("build:|  context: ./lib|  args:|    A: 1");
    assertThat(merged("{build: {args: [A=0, B=2]}}", "{build: {args: {A: 1}}}"))
        .isEqualTo("build:|  args:|  - A=1|  - B=2");
  }

  @Test
  void dependenciesAndNetworksMeetAsMappings() {
    assertThat(
            merged("{depends_on: [a]}", "{depends_on: {a: {condition: service_healthy}, b: {}}}"))
        .isEqualTo("depends_on:|  a:|    condition: service_healthy|    required: true|  b: {}");
    assertThat(merged("{networks: [front]}", "{networks: {front: {aliases: [x]}, back: null}}"))
        .isEqualTo("networks:|  front:|    aliases:|    - x|  back: null");
  }

  @Test
  void loggingOptionsAreMergedForTheSameDriverOnly() {
    var base = "{logging: {driver: syslog, options: {a: 1}}}";
    assertThat(merged(base, "{logging: {driver: syslog, options: {b: 2}}}"))
        .isEqualTo("logging:|  driver: syslog|  options:|    a: 1|    b: 2");
    assertThat(merged(base, "{logging: {options: {b: 2}}}"))
        .isEqualTo("logging:|  driver: syslog|  options:|    a: 1|    b: 2");
    assertThat(merged(base, "{logging: {driver: none, options: {b: 2}}}"))
        .isEqualTo("logging:|  driver: none|  options:|    b: 2");
  }

  @Test
  void hostsAreNotSaidTwice() {
    assertThat(merged("{extra_hosts: [a=1, b=2]}", "{extra_hosts: {b: 2, c: [3, 4]}}"))
        .isEqualTo("extra_hosts:|- a=1|- b=2|- c=3|- c=4");
  }

  @Test
  void limitsAreReplaced() {
    assertThat(
            merged("{ulimits: {nofile: {soft: 1, hard: 2}, nproc: 3}}", "{ulimits: {nofile: 5}}"))
        .isEqualTo("ulimits:|  nofile: 5|  nproc: 3");
  }

  @Test
  void addressPoolsAreTheSameIfTheirSubnetsAre() {
    var base = "networks: {n: {ipam: {config: [{subnet: 10.0.0.0/8, gateway: 10.0.0.1}]}}}";
    var over =
        "networks: {n: {ipam: {config: [{subnet: 10.0.0.0/8, gateway: 10.0.0.2}, {subnet: 11.0.0.0/8}]}}}";
    var tree =
        new Overlay(new Faults())
            .files(Specs.parsed("c.yaml", base), Specs.parsed("c2.yaml", over));
    assertThat(YamlText.of(tree))
        .contains("- subnet: 10.0.0.0/8\n        gateway: \"10.0.0.2\"\n      - subnet: 11.0.0.0/8")
        .doesNotContain("10.0.0.1");
  }

  @Test
  void twoFormsThatDoNotMeetAreAFaultAtTheLaterOne() {
    var faults = new Faults();
    new Overlay(faults)
        .files(
            Specs.parsed("c.yaml", "services: {web: {deploy: {mode: global}}}"),
            Specs.parsed("c2.yaml", "services: {web: {deploy: 5}}"));
    assertThat(faults.findings())
        .extracting(f -> f.where().orElseThrow() + " " + f.message())
        .containsExactly(
            "c2.yaml:1:26 deploy is a whole number here, and a mapping at c.yaml:1:26, so one"
                + " cannot be laid over the other");
  }
}
