package dev.catamaran.cli;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How docker's command calls its plugins: {@code docker -H URL catamaran up} comes as all of its
 * own words. The global ones before our name become the variables that mean the same.
 *
 * @param words those after our name
 * @param environment with what docker was told
 */
record PluginCall(List<String> words, Map<String, String> environment) {
  PluginCall {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  private static final String NAME = "catamaran";
  private static final String METADATA = "docker-cli-plugin-metadata";

  /** Set by docker for its plugins, and by nobody else. */
  private static final String CALLER = "DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND";

  private static final String HOST = "DOCKER_HOST";
  private static final String CONTEXT = "DOCKER_CONTEXT";

  /** Docker's global options with a value, and the variable that means the same. */
  private static final Map<String, String> VALUES =
      Map.of(
          "--config", "DOCKER_CONFIG",
          "--context", CONTEXT,
          "-c", CONTEXT,
          "--host", HOST,
          "-H", HOST);

  private static final Map<String, String> FLAGS =
      Map.of("--tls", "DOCKER_TLS", "--tlsverify", "DOCKER_TLS_VERIFY");

  /** No variable holds these; our own options are called the same. */
  private static final Set<String> FILES = Set.of("--tlscacert", "--tlscert", "--tlskey");

  private static final Set<String> DEBUG = Set.of("--debug", "-D");
  private static final Set<String> LOGGING = Set.of("--log-level", "-l");

  /** Docker asks every plugin what it is. */
  static boolean asksWhoWeAre(List<String> words) {
    return words.equals(List.of(METADATA));
  }

  static String whoWeAre() {
    return JsonText.compact(
        Json.object()
            .with("SchemaVersion", "0.1.0")
            .with("Vendor", "Catamaran")
            .with("Version", VersionCommand.version())
            .with("ShortDescription", "One application over Windows and Linux container nodes"));
  }

  /** Empty where it is no call by docker. */
  static Optional<PluginCall> of(List<String> words, Map<String, String> environment) {
    int name = words.indexOf(NAME);
    if (!environment.containsKey(CALLER) || name < 0) {
      return Optional.empty();
    }
    var reading = new Reading(environment);
    for (int i = 0; i < name; i++) {
      i += reading.take(words.get(i), words.get(i + 1));
    }
    reading.words.addAll(0, words.subList(name + 1, words.size()));
    return Optional.of(new PluginCall(reading.words, reading.environment));
  }

  /** What docker's own options have come to so far. */
  private static final class Reading {
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> environment;

    Reading(Map<String, String> environment) {
      this.environment = new HashMap<>(environment);
    }

    /** How many of the words after it belong to it. */
    int take(String word, String next) {
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      var name = equals < 0 ? word : word.substring(0, equals);
      var value = equals < 0 ? next : word.substring(equals + 1);
      if (VALUES.containsKey(name)) {
        tell(VALUES.get(name), value);
      } else if (FLAGS.containsKey(name)) {
        environment.put(FLAGS.get(name), word.endsWith("=false") ? "" : "1");
        return 0;
      } else if (FILES.contains(name)) {
        words.addAll(List.of(name, value));
      } else if (DEBUG.contains(name)) {
        words.add("--debug");
        return 0;
      } else if (!LOGGING.contains(name)) {
        // A word we do not know is ours to refuse, as any other wrong word.
        words.add(word);
        return 0;
      }
      return equals < 0 ? 1 : 0;
    }

    /** What docker was told counts more than what the environment says. */
    private void tell(String variable, String value) {
      environment.put(variable, value);
      if (variable.equals(HOST)) {
        environment.remove(CONTEXT);
      } else if (variable.equals(CONTEXT)) {
        environment.remove(HOST);
      }
    }
  }
}
