package dev.catamaran.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.Golden;
import dev.catamaran.compose.grammar.Grammar;
import dev.catamaran.compose.grammar.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file for each attribute of a service: what its author may write, right and wrong, and what
 * {@code config} makes of it in each dialect. A case ends with {@code ====}; below {@code +++}
 * stands what belongs beside the services. Places count within the case.
 */
class AttributeFilesTest {
  private static final Path FILES = Path.of("src/test/resources/dev/catamaran/compose/attributes");
  private static final String END = "\n====\n";
  private static final String ANSWER = "\n~~~ ";
  private static final String BESIDE = "\n+++\n";
  private static final int LINES_BEFORE = 3;
  private static final int COLUMNS_BEFORE = 4;
  private static final Pattern PLACE = Pattern.compile("(?m)^\\S*c\\.yaml:(\\d+):(\\d+)  ");

  private static final String AFTER =
      """
        other: {image: c}
      networks: {front: {}, back: {}}
      volumes: {data: {}}
      configs: {site: {external: true}}
      secrets: {key: {external: true}}
      """;

  @TempDir private Path folder;

  static Stream<String> attributes() {
    return Stream.of(Grammar.specification(), Grammar.classic(Version.NEWEST))
        .flatMap(grammar -> grammar.attributes().keySet().stream())
        .filter(p -> p.matches("services\\.\\*\\.[^.\\[]+"))
        .map(p -> p.substring(p.lastIndexOf('.') + 1))
        .distinct()
        .sorted();
  }

  @Test
  void everyFileIsOfAnAttribute() throws IOException {
    try (var files = Files.list(FILES)) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".txt", "")).sorted())
          .isEqualTo(attributes().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void isReadAsItsFileSays(String attribute) throws IOException {
    var file = FILES.resolve(attribute + ".txt");
    var cases = Files.readString(file).strip().split(END, -1);
    var text = Arrays.stream(cases).map(this::answered).collect(joining(END));
    Golden.assertHolds(file, text + "\n");
  }

  private String answered(String written) {
    int answers = written.indexOf(ANSWER);
    var question = (answers < 0 ? written : written.substring(0, answers)).strip();
    return Stream.of("stack", "compose")
        .map(dialect -> ANSWER + dialect + "\n" + answer(dialect, question).strip())
        .collect(joining("", question, ""));
  }

  private String answer(String dialect, String question) {
    int beside = question.indexOf(BESIDE);
    var inside = beside < 0 ? question : question.substring(0, beside);
    var below = beside < 0 ? "" : question.substring(beside + BESIDE.length()) + "\n";
    try {
      var file = folder.resolve("c.yaml");
      Files.writeString(file, before(inside) + inside.indent(COLUMNS_BEFORE) + AFTER + below);
      var run =
          Run.with(Map.of("HOME", "/h"), "config", "--dialect", dialect, "-f", file.toString());
      var folders = folder.toString();
      return run.exit() == 0
          ? service(run.out()).replace(folders, "/project")
          : findings(run.err()).replace(folders, "/project");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A service has one image. */
  private static String before(String inside) {
    return "services:\n  a:\n" + (inside.startsWith("image:") ? "    #" : "    image: b") + "\n";
  }

  /** What is said of the service, but for what holds of each. */
  private static String service(String printed) {
    var lines = printed.lines().dropWhile(l -> !l.equals("  a:")).skip(1).toList();
    List<String> own = lines.stream().takeWhile(l -> l.startsWith("    ")).toList();
    return own.stream()
        .map(l -> l.substring(COLUMNS_BEFORE))
        .collect(joining("\n"))
        .replaceFirst("(?m)^image: b\\n?", "")
        .replaceFirst("(?m)^networks:\\n  default: null\\n?", "");
  }

  private static String findings(String told) {
    var findings = told.lines().filter(l -> !l.startsWith("    ")).collect(joining("\n"));
    return PLACE
        .matcher(findings)
        .replaceAll(m ->
            (Integer.parseInt(m.group(1)) - LINES_BEFORE)
                + ":"
                + (Integer.parseInt(m.group(2)) - COLUMNS_BEFORE)
                + "  ");
  }
}
