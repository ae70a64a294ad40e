package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.json.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docker hands on to its plugins, word for word as docker 28 does. */
class PluginCallTest {
  private static final String CALLER = "DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND";

  private static PluginCall call(String words) {
    var environment =
        Map.of(CALLER, "docker", "DOCKER_HOST", "tcp://old:1", "DOCKER_CONTEXT", "old");
    return PluginCall.of(List.of(words.split(" ", -1)), environment).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "catamaran up -f x                     | up -f x               | tcp://old:1 | old",
        "-H tcp://h:1 catamaran nodes          | nodes                 | tcp://h:1   | ",
        "--host=tcp://h:1 catamaran nodes      | nodes                 | tcp://h:1   | ",
        "--context prod catamaran nodes        | nodes                 |             | prod",
        "-c prod -D -l info catamaran nodes    | nodes --debug         |             | prod",
        "--tlscacert ca.pem catamaran nodes -q | nodes -q --tlscacert ca.pem | tcp://old:1 | old",
        "--nonsense catamaran nodes            | nodes --nonsense      | tcp://old:1 | old"
      })
  void dockersGlobalOptionsBecomeWhatMeansTheSame(
      String words, String ours, String host, String context) {
    var call = call(words);
    assertThat(String.join(" ", call.words())).isEqualTo(ours);
    assertThat(call.environment().get("DOCKER_HOST")).isEqualTo(host);
    assertThat(call.environment().get("DOCKER_CONTEXT")).isEqualTo(context);
  }

  @Test
  void flagsOfTlsBecomeVariables() {
    var environment = new HashMap<>(call("--tls --tlsverify catamaran ls").environment());
    assertThat(environment)
        .containsEntry("DOCKER_TLS", "1")
        .containsEntry("DOCKER_TLS_VERIFY", "1");
  }

  @Test
  void withoutDockerOurNameIsAWordLikeAnyOther() {
    assertThat(PluginCall.of(List.of("catamaran", "up"), Map.of())).isEmpty();
    assertThat(Run.of("catamaran", "ls").exit()).isEqualTo(2);
  }

  @Test
  void dockerIsToldWhoWeAre() {
    var who = JsonText.parse(Run.of("docker-cli-plugin-metadata").out());
    assertThat(who.get("SchemaVersion").text()).hasValue("0.1.0");
    assertThat(who.get("ShortDescription").nonEmptyText()).isPresent();
  }
}
