package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program says of each limit of the gallery, whole. */
class GalleryTest {
  private static final Path GALLERY = Path.of("examples/gallery");
  private static final List<String> LIMITS =
      List.of(
          "encrypted-overlay",
          "lcow",
          "loopback",
          "no-routing-mesh",
          "no-virtual-ip",
          "old-compose-format",
          "overlay-patch",
          "port-uniqueness",
          "registry",
          "wrong-build");

  static Stream<String> limits() {
    return LIMITS.stream();
  }

  @Test
  void everyFolderIsALimit() throws IOException {
    try (var folders = Files.list(GALLERY)) {
      assertThat(folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted())
          .isEqualTo(LIMITS);
    }
  }

  @ParameterizedTest
  @MethodSource("limits")
  void checkSaysWhatWouldNotWork(String limit) throws IOException {
    assertSays(limit, "check");
  }

  @ParameterizedTest
  @MethodSource("limits")
  void planSaysWhatWouldBeDone(String limit) throws IOException {
    assertSays(limit, "plan");
  }

  private static void assertSays(String limit, String verb) throws IOException {
    var folder = "examples/gallery/" + limit;
    var command =
        List.of(verb, "--lab", folder + "/lab.yaml", "-f", folder + "/compose.yaml", "-p", "shop");
    var run = Run.of(command.toArray(String[]::new));
    var text =
        "$ catamaran "
            + String.join(" ", command)
            + "\n"
            + run.err()
            + run.out()
            + "exit "
            + run.exit()
            + "\n";
    Golden.assertHolds(GALLERY.resolve(limit).resolve(verb + ".txt"), text);
  }
}
