package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Outcome;
import dev.catamaran.lab.Lab;
import dev.catamaran.lab.LabFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is saved, reviewed, and applied as it was, or not at all. */
class SavedPlanTest {
  private static final Path LAB_FILE = Path.of("examples/lab-today.yaml");

  @TempDir Path folder;

  private Lab lab;
  private String compose;
  private String plan;

  @BeforeEach
  void start() throws IOException {
    var read = LabFile.read(LAB_FILE.toString(), Files.readAllBytes(LAB_FILE));
    lab = Lab.start(((Outcome.Accepted<LabFile>) read).value(), 0);
    Files.writeString(folder.resolve("key.txt"), "hunter2");
    compose = write("compose.yaml", COMPOSE);
    plan = folder.resolve("plan.json").toString();
  }

  private static final String COMPOSE =
      """
      name: shop
      services:
        api:
          image: shop/api:1.4
          environment: {MODE: fast}
          secrets: [key]
      secrets:
        key: {file: ./key.txt}
      """;

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void isAppliedWithoutTheComposeFile() throws IOException {
    var saved = plan();
    assertThat(saved.exit()).as(saved.err()).isZero();
    assertThat(saved.err()).contains("Saved to " + plan + "; apply it with: catamaran up " + plan);
    assertThat(Files.readString(Path.of(plan))).doesNotContain("hunter2");
    Files.delete(Path.of(compose));
    var up = on("up", plan, "--yes");
    assertThat(up.exit()).as(up.err() + up.out()).isZero();
    assertThat(up.out()).contains("Plan: 3 to add, 0 to change, 0 to remove.");
    Files.writeString(Path.of(compose), COMPOSE);
    assertThat(on("plan", "-f", compose).out()).contains("Plan: nothing to do");
  }

  @Test
  void isReadableByItsOwnerOnly() throws IOException {
    plan();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(plan))))
        .isEqualTo("rw-------");
  }

  @Test
  void isRefusedWhereTheClusterMovedAndSaysWhat() throws IOException {
    assertThat(on("up", "-f", compose, "--yes").exit()).isZero();
    Files.writeString(Path.of(compose), COMPOSE.replace("fast", "slow"));
    plan();
    Files.writeString(Path.of(compose), COMPOSE.replace("fast", "odd"));
    assertThat(on("up", "-f", compose, "--yes").exit()).isZero();
    var up = on("up", plan, "--yes");
    assertThat(up.exit()).isEqualTo(3);
    assertThat(up.err())
        .contains("error PLAN-MOVED  the cluster is not what it was when the plan was saved")
        .containsPattern("service shop_api version: was \\d+, is \\d+");
  }

  @Test
  void isRefusedTheSecondTime() {
    plan();
    assertThat(on("up", plan, "--yes").exit()).isZero();
    var again = on("up", plan, "--yes");
    assertThat(again.exit()).isEqualTo(3);
    assertThat(again.err()).contains("service shop_api id: was absent, is ");
  }

  @Test
  void isRefusedWhereASecretChanged() throws IOException {
    plan();
    Files.writeString(folder.resolve("key.txt"), "hunter3");
    var up = on("up", plan, "--yes");
    assertThat(up.exit()).isEqualTo(3);
    assertThat(up.err())
        .contains("PLAN-SECRET")
        .contains("is not what it was when the plan was made: the file " + folder)
        .doesNotContain("hunter3");
  }

  @Test
  void aFileThatIsNoPlanIsAUsageError() throws IOException {
    var up = on("up", write("notes.txt", "plan it"), "--yes");
    assertThat(up.exit()).isEqualTo(2);
    assertThat(up.err()).contains("notes.txt: this is no plan that `catamaran plan --out` wrote");
    assertThat(on("up", folder.resolve("none.json").toString()).exit()).isEqualTo(2);
  }

  @Test
  void aComposeFileInThePlaceOfAPlanIsRecognized() {
    assertThat(on("up", compose, "--yes").err()).contains("; a Compose file is named with -f");
  }

  @Test
  void whereAPlanCannotBeWrittenTheReasonIsTold() {
    var nowhere = folder.resolve("none").resolve("plan.json");
    var missing = on("plan", "-f", compose, "--out", nowhere.toString());
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err())
        .contains("cannot write " + nowhere + ": there is no such directory")
        .doesNotContain(".tmp");
    assertThat(on("plan", "-f", compose, "--out", folder.toString()).err())
        .contains("cannot write " + folder + ": it is a directory");
    assertThat(folder).isDirectory();
  }

  @Test
  void aPlanFileAndComposeFilesExcludeEachOther() {
    plan();
    var up = on("up", plan, "-f", compose);
    assertThat(up.exit()).isEqualTo(2);
    assertThat(up.err()).contains("give either PLANFILE or the options of a project");
  }

  @Test
  void aRefusedPlanIsNotSaved() throws IOException {
    var bad = write("bad.yaml", "services: {a: {image: who/knows}}\n");
    assertThat(on("plan", "-f", bad, "--out", plan).exit()).isEqualTo(3);
    assertThat(Path.of(plan)).doesNotExist();
  }

  private Run plan() {
    return on("plan", "-f", compose, "--out", plan);
  }

  private Run on(String... words) {
    var all = java.util.Arrays.copyOf(words, words.length + 2);
    all[words.length] = "-H";
    all[words.length + 1] = lab.endpoint();
    return Run.of(all);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
