package dev.catamaran.compose.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.tree.YamlText;
import dev.catamaran.finding.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which items of one list mean the same thing, so that only the last of them is kept. */
class UnicityTest {
  private static String unique(String attribute) {
    var tree = Specs.parsed("c.yaml", "services: {web: {" + attribute + "}}");
    return YamlText.of(Unicity.of(tree))
        .replaceFirst("services:\n  web:\n    [a-z_]+:\n", "")
        .replaceAll("(?m)^ {4}", "")
        .strip()
        .replace("\n", "|");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'environment: [A=1, B, A=2, B=3]'                              ; '- A=2|- B=3'",
        "'volumes: [./a:/data, vol:/data:ro, {type: bind, target: /x}]'   ; '- vol:/data:ro|- type: bind|  target: /x'",
        "'ports: [\"80:80\", \"80:80\", \"81:80\"]'                     ; '- 80:80|- 81:80'",
        "'ports: [{target: 80, published: \"8\"}, {target: 80, published: \"8\", protocol: tcp}]' ; '- target: 80|  published: \"8\"|  protocol: tcp'",
        "'ports: [{target: 80, published: \"8\"}, {target: 80, published: \"8\", protocol: udp}]' ; '- target: 80|  published: \"8\"|- target: 80|  published: \"8\"|  protocol: udp'",
        "'expose: [80, \"80\", \"81\"]'                                 ; '- \"80\"|- \"81\"'",
        "'devices: [/dev/a:/dev/x, /dev/b:/dev/x:r]'                    ; '- /dev/b:/dev/x:r'",
        "'secrets: [a, {source: b, target: /run/secrets/a}, c]'         ; '- source: b|  target: /run/secrets/a|- c'",
        "'configs: [a, {source: b, target: /a}]'                        ; '- source: b|  target: /a'",
        "'env_file: [a.env, {path: a.env, required: false}]'            ; '- path: a.env|  required: false'",
        "'cap_add: [A, B, A]'                                           ; '- A|- B'",
        "'tmpfs: [/run, /tmp, /run]'                                    ; '- /run|- /tmp'",
        "'security_opt: [a, a]'                                         ; '- a|- a'",
      })
  void items(String attribute, String kept) {
    assertThat(unique(attribute)).isEqualTo(kept);
  }

  @Test
  void anItemThatDoesNotSayWhereItBelongsIsAFault() {
    var faults = new Faults();
    var tree =
        Specs.parsed(
            "c.yaml", "services:\n  web:\n    volumes:\n      - {type: bind, source: /a}\n");
    Unicity.checked(tree, faults);
    assertThat(faults.findings())
        .extracting(f -> f.where().orElseThrow() + " " + f.message())
        .containsExactly("c.yaml:4:9 this item does not say where in the container it belongs");
  }
}
