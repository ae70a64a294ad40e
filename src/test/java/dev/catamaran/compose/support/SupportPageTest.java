package dev.catamaran.compose.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.grammar.Grammar;
import dev.catamaran.compose.grammar.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table against the grammars, and the page made of both. */
class SupportPageTest {
  private static final Path PAGE = Path.of("docs", "compose-support.md");

  private final Attributes table = Attributes.load();

  /** {@code mvn test -Dtest=SupportPageTest -Dcatamaran.write=true} writes it anew. */
  @Test
  void thePublishedPageIsWhatTheTablesSay() throws IOException {
    var page = SupportPage.of(table);
    if (Boolean.getBoolean("catamaran.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }

  @Test
  void everyRowIsAnAttributeOfOneOfTheFormats() {
    var known = new TreeSet<>(Grammar.specification().attributes().keySet());
    known.addAll(Grammar.classic(Version.NEWEST).attributes().keySet());
    var told = new TreeSet<>(rows(table, "").toList());
    assertThat(told).as("rows about nothing").allMatch(known::contains);
  }

  @Test
  void everyAttributeOfAServiceHasAWordForSwarmAndKubernetes() {
    var known = new TreeSet<>(Grammar.specification().attributes().keySet());
    known.addAll(Grammar.classic(Version.NEWEST).attributes().keySet());
    assertThat(known)
        .filteredOn(p -> p.startsWith("services.*.") && p.split("\\.", -1).length == 3)
        .allSatisfy(p -> {
          assertThat(table.at(p).on(Engine.SWARM)).as(p).isPresent();
          assertThat(table.at(p).on(Engine.KUBERNETES)).as(p).isPresent();
        });
  }

  @Test
  void whatIsLostSaysWhy() {
    assertThat(rows(table, "").map(table::at))
        .flatExtracting(row -> Stream.of(Engine.values()).flatMap(e -> row.on(e).stream()).toList())
        .filteredOn(s -> s.verdict() != Support.Verdict.YES)
        .allSatisfy(s -> assertThat(s.why()).isNotBlank());
  }

  private static Stream<String> rows(Attributes row, String path) {
    var own =
        Stream.of(Engine.values()).anyMatch(e -> row.on(e).isPresent())
            ? Stream.of(path)
            : Stream.<String>empty();
    return Stream.concat(
        own,
        row.names().stream().flatMap(n -> rows(row.below(n), path.isEmpty() ? n : path + "." + n)));
  }
}
