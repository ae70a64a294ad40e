package dev.catamaran.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/catamaran/cli");
  private static final String SHOP = "examples/shop/compose.yaml";
  private static final String LAB_2017 = "examples/lab-2017.yaml";

  private static final String FLEET =
      """
      name: fleet
      nodes:
        - {name: m1, role: manager, os: linux, engine: 20.10.27}
        - {name: m2, role: manager, os: linux, engine: 20.10.27}
        - {name: m3, role: manager, os: linux, engine: 20.10.27}
        - {name: w1, role: worker, os: windows, build: "17763.6775", hyperv: false, engine: 20.10.27}
        - {name: w2, role: worker, os: windows, build: "17763.6775", hyperv: false, engine: 20.10.27}
      images:
        - match: shop/front
          platforms: ["windows(10.0.17763.6775)/amd64"]
        - match: shop/*
          platforms: [linux/amd64]
        - match: redis
          platforms: [linux/amd64]
      """;

  @TempDir Path folder;

  @Test
  void anUpgradeSaysWhatBreaksWhatGetsSimplerAndInWhichOrder() throws IOException {
    var run = ask(LAB_2017, "--node", "win1", "--build", "20348.2700", "--engine", "27.0");
    assertThat(run.exit()).isEqualTo(3);
    Golden.assertHolds(GOLDEN.resolve("what-if-2016-to-2022.txt"), run.out());
  }

  @Test
  void aFleetGoesNodeByNodeOnceItsImagesArePublished() throws IOException {
    var run = ask(fleet(), "--nodes", "os=windows", "--build", "20348.3091", "--engine", "28.5.2");
    Golden.assertHolds(GOLDEN.resolve("what-if-fleet.txt"), run.out());
    assertThat(run.out()).contains("In which order: nothing of the project is down on the way");
  }

  @Test
  void managersComeBeforeWorkersForAnEngine() throws IOException {
    var run = ask(fleet(), "--nodes", "name=*", "--engine", "28.5.2", "-o", "json");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(steps(run))
        .containsExactly(
            "upgrade m1 to engine 28.5.2",
            "upgrade m2 to engine 28.5.2",
            "upgrade m3 to engine 28.5.2",
            "upgrade w1 to engine 28.5.2",
            "upgrade w2 to engine 28.5.2");
    assertThat(run.json().at("course", "smooth").isTrue()).isTrue();
  }

  @Test
  void whatJoinsComesFirstAndWhatLeavesLast() {
    var run =
        ask(
            LAB_2017,
            "--remove",
            "win1",
            "--add",
            "os=windows,build=14393.1198,engine=17.03.1-ee-3,count=2");
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains(
            """
            In which order: nothing of the project is down on the way
              1. join new-windows1 (Windows build 14393.1198, engine 17.03.1-ee-3)
                  room first, before anything goes
              2. join new-windows2 (Windows build 14393.1198, engine 17.03.1-ee-3)
                  room first, before anything goes
              3. remove win1
                  drain it first: docker node update --availability drain
            """);
  }

  @Test
  void theOnlyNodeOfAServiceIsDowntime() {
    var run = ask(LAB_2017, "--node", "win1", "--engine", "20.10.27", "-o", "json");
    var step = run.json().at("course", "steps").items().getFirst();
    assertThat(step.get("down").textItems()).containsExactly("front");
  }

  @Test
  void theLastManagerIsSaidToLeaveNobodyInCharge() {
    var run = ask(LAB_2017, "--node", "ubuntu1", "--engine", "27.0");
    assertThat(run.out())
        .contains("Nothing would change for this project.")
        .contains("with 1 manager nothing can be changed or rescheduled while it is away");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--node win1 | say what to upgrade to: --build 20348.2700, --engine 27.0 or both",
        "--engine 27.0 | say which nodes to upgrade: --node win1 or --nodes os=windows",
        "--node win2 --engine 27.0 | the cluster has no node \"win2\"; did you mean win1?",
        "--node ubuntu1 --build 20348.1 | node ubuntu1 runs Linux, and --build is a build of Windows",
        "--nodes oss=windows --engine 27.0 | nodes are selected by os, role, name, build, label.KEY,"
            + " not by \"oss\"; did you mean os?",
        "--nodes role=boss --engine 27.0 | no node is role=boss; the cluster has ubuntu1, win1",
        "--nodes windows --engine 27.0 | \"windows\" selects no nodes: write KEY=VALUE, as"
            + " os=windows",
        "--add os=beos | --add needs os=windows or os=linux",
        "--add os=windows,bild=1 | --add takes arch, build, count, engine, hyperv, name, os, role,"
            + " not \"bild\"; did you mean build?",
        "--add os=linux,build=20348.1 | build= is a build of Windows, and the node has os=linux",
        "--add os=windows,build=20348.1,hyperv=maybe | hyperv=maybe is neither true nor false",
        "--add os=linux,count=0 | count=0 is no number of nodes from 1 to 1000",
        "--add os=linux,name=win1 | the cluster has a node win1 already",
        "--remove win1 --node win1 --engine 27.0 | node win1 cannot be upgraded and removed at once",
        "--node win1 --build ten | \"ten\" is no Windows build such as 20348.2700",
      })
  void whatCannotBeMeantIsAUsageError(String words, String message) {
    var run = ask(LAB_2017, words.split(" ", -1));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("catamaran: " + message);
  }

  private static List<String> steps(Run run) {
    return run.json().at("course", "steps").items().stream()
        .map(s -> s.get("what").text().orElse(""))
        .toList();
  }

  private String fleet() throws IOException {
    return Files.writeString(folder.resolve("lab.yaml"), FLEET).toString();
  }

  private static Run ask(String lab, String... words) {
    var all = new ArrayList<>(List.of("what-if", "--lab", lab, "-f", SHOP));
    all.addAll(List.of(words));
    return Run.of(all.toArray(String[]::new));
  }
}
