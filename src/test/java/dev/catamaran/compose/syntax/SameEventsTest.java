package dev.catamaran.compose.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same events, or a fault at the same place, as another reader of YAML, but for the points in
 * which yaml.v3 parts from it; those are in {@link AsDockerReadsTest}.
 */
class SameEventsTest {
  private static final Path SAMPLES = Path.of("../shared/compose-samples/corpus");
  private static final int CASES = 10_000;

  private static final Pattern PARTING =
      Pattern.compile(
          String.join(
              "|",
              // Anchors have letters and digits only.
              "[&*][\\w-]*[^\\w\\s-]",
              // A document begins with dashes that stand alone.
              "(?m:^---\\S)",
              // Directives are known ones, and may follow a document that nothing ends.
              "(?m:^%(?!YAML 1.2$|TAG !e! tag:e,1:$))",
              "(?<!^|%YAML 1\\.2\n)%",
              // In brackets a question mark is a mark anywhere, a colon only before a gap.
              "(?s:[\\[{].*\\?)",
              ":[\\[\\]{},]",
              "-[,\\[\\]{}]",
              // Tags have other signs than letters and digits, and faults in them are told sooner.
              "!\\S*[^\\w\\s!]",
              "!(?!e!)\\w+!",
              "(?s:^(?!%).*!e!|---.*---.*!e!)",
              // Escapes are other ones.
              "\\\\[/']",
              // A comment may follow the mark of a block at once.
              "[|>][-+1]*#"));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomTextsSoundAndBroken(long seed) {
    var random = new RandomYaml(seed);
    int compared = 0;
    for (int i = 0; i < CASES; i++) {
      var text = random.next();
      if (!PARTING.matcher(text).find()) {
        compare(text, "seed " + seed + ":\n" + text);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(CASES / 2);
  }

  @Test
  void filesThatPeopleWrote() throws IOException {
    var places = Stream.of(SAMPLES, Path.of("examples")).filter(Files::isDirectory).toList();
    for (var place : places) {
      try (var files = Files.walk(place)) {
        for (var file : files.filter(SameEventsTest::isYaml).toList()) {
          var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
          compare(text.startsWith("\uFEFF") ? text.substring(1) : text, file.toString());
        }
      }
    }
  }

  private static boolean isYaml(Path file) {
    return Files.isRegularFile(file) && file.toString().matches(".*\\.ya?ml");
  }

  private static void compare(String text, String name) {
    var ours = EventLines.ours(text);
    var others = EventLines.others(text);
    if (!isExcused(ours, others)) {
      assertThat(ours).as(name).isEqualTo(others);
    }
  }

  private static boolean isExcused(List<String> ours, List<String> others) {
    if (others.getLast().equals(EventLines.TOO_STRICT)) {
      return true;
    }
    int same = 0;
    while (same < ours.size() && same < others.size() && ours.get(same).equals(others.get(same))) {
      same++;
    }
    return brokeSomewhere(ours, others, same)
        || brokeEarlier(ours, others, same)
        || tookValueWithoutColon(ours, same);
  }

  /** It has faults without a place. */
  private static boolean brokeSomewhere(List<String> ours, List<String> others, int same) {
    return same == others.size() - 1
        && others.getLast().equals("broken")
        && ours.getLast().startsWith("broken");
  }

  /** It reads on behind a closing bracket before it hands out the event. */
  private static boolean brokeEarlier(List<String> ours, List<String> others, int same) {
    return same == others.size() - 1
        && others.getLast().startsWith("broken")
        && ours.getLast().equals(others.getLast());
  }

  /** It takes a scalar for the value of a key that has no colon; here that is a fault. */
  private static boolean tookValueWithoutColon(List<String> ours, int same) {
    return same == ours.size() - 2
        && ours.get(same).endsWith("PLAIN   []")
        && ours.getLast().equals("broken at " + ours.get(same).split(" ", -1)[0]);
  }
}
