package dev.catamaran.compose.classic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.Loader;
import dev.catamaran.compose.Resolved;
import dev.catamaran.compose.grammar.RandomFiles;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.compose.tree.YamlText;
import dev.catamaran.finding.Outcome;
import dev.catamaran.spec.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Resolving what was printed gives the same again. */
class RoundTripTest {
  private static final Map<String, String> VARIABLES =
      Map.of("SET", "set", "EMPTY", "", "HOME", "/home/me", "FILE", "two.env", "PORT", "8443");

  /**
   * What docker prints and does not read, or not as it was: a ulimit of 0, a label without a name,
   * an address with a {@code =}, and in older versions of the format a key that a newer one
   * brought.
   */
  private static boolean isReadable(String printed) {
    return printed.startsWith("version: \"3.13\"")
        && Stream.of("ulimits:", "\"\":", "extra_hosts:").noneMatch(printed::contains);
  }

  @Test
  void of_random_files() {
    int accepted = 0;
    for (long seed = 0; seed < 500; seed++) {
      var texts = RandomFiles.of(seed);
      if (resolve(texts, true) instanceof Outcome.Accepted<Resolved>(var resolved, var _)) {
        accepted++;
        var printed = YamlText.of(resolved.tree());
        if (isReadable(printed)) {
          var again = resolve(List.of(printed), false);
          assertThat(again)
              .as("seed %d: %s\n%s", seed, again.findings(), printed)
              .isInstanceOf(Outcome.Accepted.class);
          assertThat(YamlText.of(((Outcome.Accepted<Resolved>) again).value().tree()))
              .as("seed %d", seed)
              .isEqualTo(printed);
        }
      }
    }
    assertThat(accepted).isGreaterThan(50);
  }

  private static Outcome<Resolved> resolve(List<String> texts, boolean interpolate) {
    return Loader.resolve(
        new Input(
            texts.stream().map(t -> new Input.Source("f", new Content(t.getBytes(UTF_8)))).toList(),
            new Variables(VARIABLES, Map.of()),
            Optional.of("shop"),
            "/srv/shop",
            Set.of(),
            _ -> Optional.of("A=file\nB\n".getBytes(UTF_8)),
            Optional.of(Dialect.STACK),
            interpolate));
  }
}
