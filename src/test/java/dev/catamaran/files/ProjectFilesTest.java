package dev.catamaran.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.Project;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.ServiceName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {
  private static final String WEB = "services: {web: {image: 'web:${TAG:-none}'}}\n";

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();

  private String file(String name, String text) throws IOException {
    var path = folder.resolve(name);
    Files.createDirectories(path.resolveSibling(""));
    return Files.writeString(path, text).toString();
  }

  private Request inFolder(String... envFiles) {
    return new Request(
        List.of(),
        List.of(envFiles),
        Optional.empty(),
        Optional.of(folder),
        environment,
        InputStream.nullInputStream(),
        Set.of(),
        Optional.empty(),
        true);
  }

  private static Project project(Request request) {
    var outcome = ProjectFiles.load(request);
    assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<Project>) outcome).value();
  }

  private static String image(Project project) {
    var web = Optional.ofNullable(project.services().get(new ServiceName("web"))).orElseThrow();
    return web.image().orElseThrow().familiar();
  }

  @Test
  void theFirstOfTheUsualNamesIsTakenWithItsOverride() throws IOException {
    file("docker-compose.yml", "services: {web: {image: wrong}}");
    file("compose.yaml", WEB);
    file("compose.override.yaml", "services: {web: {image: over}}");
    assertThat(image(project(inFolder()))).isEqualTo("over:latest");
  }

  @Test
  void composeFileNamesTheFiles() throws IOException {
    var a = file("a.yml", WEB);
    var b = file("b.yml", "services: {web: {hostname: b}}");
    environment.put("COMPOSE_FILE", a + ";" + b);
    environment.put("COMPOSE_PATH_SEPARATOR", ";");
    assertThat(project(inFolder()).services().values())
        .singleElement()
        .satisfies(s -> assertThat(s.container().hostname()).contains("b"));
  }

  @Test
  void theDotEnvOfTheProjectIsReadAndTheEnvironmentWins() throws IOException {
    var web = file("sub/compose.yaml", WEB);
    file("sub/.env", "TAG=file\nOTHER=x\n");
    assertThat(image(project(Request.of(List.of(web), Map.of())))).isEqualTo("web:file");
    assertThat(image(project(Request.of(List.of(web), Map.of("TAG", "shell")))))
        .isEqualTo("web:shell");
  }

  @Test
  void namedEnvFilesTakeThePlaceOfDotEnvAndTheLaterWins() throws IOException {
    file("compose.yaml", WEB);
    file(".env", "TAG=dot\n");
    var one = file("one.env", "TAG=one\nBASE=1\n");
    var two = file("two.env", "TAG=two-${BASE}\n");
    assertThat(image(project(inFolder(one, two)))).isEqualTo("web:two-1");
  }

  @Test
  void referencedFilesAreRelativeToTheProjectDirectory() throws IOException {
    var web =
        file(
            "sub/compose.yaml",
            """
            services: {web: {image: web, env_file: '.\\conf\\web.env', secrets: [key]}}
            secrets: {key: {file: ./key.txt}}
            """);
    file("sub/conf/web.env", "A=1\n");
    file("sub/key.txt", "s3cret");
    var project = project(Request.of(List.of(web), Map.of()));
    assertThat(project.name().text()).isEqualTo("sub");
    assertThat(project.secrets().values())
        .singleElement()
        .satisfies(
            s -> assertThat(s.content().orElseThrow().bytes()).asString(UTF_8).isEqualTo("s3cret"));
    assertThat(project.services().values())
        .singleElement()
        .satisfies(
            s -> assertThat(s.container().command().environment()).hasToString("{A=Optional[1]}"));
  }

  @Test
  void aHyphenIsStandardInput() {
    var request =
        new Request(
            List.of("-"),
            List.of(),
            Optional.of("shop"),
            Optional.empty(),
            environment,
            new ByteArrayInputStream("servces: {}".getBytes(UTF_8)),
            Set.of(),
            Optional.empty(),
            true);
    assertThat(ProjectFiles.load(request).findings())
        .extracting(f -> f.where().orElseThrow() + " " + f.message())
        .contains("<stdin>:1:1 unknown key \"servces\" in the file");
  }

  @Test
  void profilesComeFromTheLineAndTheEnvironment() throws IOException {
    file("compose.yaml", "services: {a: {image: a, profiles: [x]}, b: {image: b}}");
    assertThat(project(inFolder()).services()).hasSize(1);
    environment.put("COMPOSE_PROFILES", "y, x");
    assertThat(project(inFolder()).services()).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    assertThat(messages(inFolder())).containsExactly("no Compose file in " + folder);
    assertThat(messages(inFolder("none.env")))
        .containsExactly("the env file none.env cannot be read");
    assertThat(messages(Request.of(List.of("none.yaml", folder.toString()), Map.of())))
        .containsExactly(
            "cannot read none.yaml: there is no such file",
            "cannot read " + folder + ": it is a directory");
    file("compose.yaml", WEB);
    file(".env", "TAG='open\n");
    assertThat(messages(inFolder())).containsExactly("the quote that begins here is never closed");
  }

  private static List<String> messages(Request request) {
    return ProjectFiles.load(request).findings().stream().map(f -> f.message()).toList();
  }

  @Test
  void bytesThatAreNoTextAreToldAtTheirPlace() throws IOException {
    var path = folder.resolve("compose.yaml");
    Files.write(path, new byte[] {'a', ':', ' ', (byte) 0xFF, '\n'});
    assertThat(ProjectFiles.load(Request.of(List.of(path.toString()), Map.of())).findings())
        .extracting(f -> f.where().orElseThrow().toString())
        .containsExactly(path + ":1:4");
  }
}
