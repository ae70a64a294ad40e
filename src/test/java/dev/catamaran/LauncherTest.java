package dev.catamaran;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever has become of its ahead-of-time cache, a start works and says nothing of it. */
class LauncherTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path home;

  private Path cache;

  private record Ended(int code, String out, String err) {}

  /** As it is unpacked where there are no sources, so that nothing is built. */
  @BeforeEach
  void install() throws IOException, URISyntaxException {
    Files.createDirectories(home.resolve("build"));
    Files.createDirectories(home.resolve("target"));
    for (var script : new String[] {"catamaran", "build/jdk25", "build/train"}) {
      Files.copy(Path.of(script), home.resolve(script));
    }
    var classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var jar = home.resolve("target/catamaran.jar");
    pack(classes, jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    cache = home.resolve("target/files-" + version() + ".aot");
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      out.setLevel(0);
      for (var file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
  }

  private static String version() throws IOException {
    var release = new Properties();
    try (var in = Files.newInputStream(Path.of(System.getProperty("java.home"), "release"))) {
      release.load(in);
    }
    return release.getProperty("JAVA_VERSION").replace("\"", "");
  }

  private Ended start() throws IOException, InterruptedException {
    var out = home.resolve("out");
    var err = home.resolve("err");
    var builder =
        new ProcessBuilder(home.resolve("catamaran").toString(), "version")
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("CATAMARAN_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeAll(Set.of("CATAMARAN_AOT", "JAVA_TOOL_OPTIONS"));
    var process = builder.start();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static void assertNothingButTheVersion(Ended ended) {
    assertThat(ended.err).isEmpty();
    assertThat(ended.out).matches("catamaran .*\\R");
    assertThat(ended.code).isZero();
  }

  @Test
  void aCacheThatIsNoneIsPassedOver() throws Exception {
    Files.writeString(cache, "no cache at all\n".repeat(1_000));
    assertNothingButTheVersion(start());
    assertThat(cache).content().startsWith("no cache at all");
  }

  @Test
  void aCacheWhoseTrainingFailedIsNotTriedAgain() throws Exception {
    Files.createFile(cache);
    assertNothingButTheVersion(start());
    assertThat(cache).isEmptyFile();
  }

  @Test
  void aStartDoesNotWaitForACacheThatAnotherTrains() throws Exception {
    var lock = Files.createDirectory(Path.of(cache + ".lock"));
    assertNothingButTheVersion(start());
    assertThat(cache).doesNotExist();
    assertThat(lock).exists();
  }
}
