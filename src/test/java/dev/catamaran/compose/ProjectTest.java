package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectTest {
  private static final String WEB = "services: {web: {image: web}}\n";

  private static String name(Loads loads) {
    return loads.project().name().text();
  }

  @Test
  void theNameComesFromTheLineThenTheVariableThenTheFileThenTheDirectory() {
    var named = "name: from-file\n" + WEB;
    assertThat(name(Loads.of(named).name("said").set("COMPOSE_PROJECT_NAME", "set")))
        .isEqualTo("said");
    assertThat(name(Loads.of(named).set("COMPOSE_PROJECT_NAME", "set"))).isEqualTo("set");
    assertThat(name(Loads.of(named))).isEqualTo("from-file");
    assertThat(name(Loads.of(WEB).in("/srv/My.Shop 2"))).isEqualTo("myshop2");
    assertThat(name(Loads.of(WEB).in("C:\\src\\_Shop\\"))).isEqualTo("shop");
  }

  @Test
  void theLastFileThatHasANameGivesItWithVariablesPutIn() {
    assertThat(name(Loads.of("name: a\n" + WEB, "name: ${N}-x\n" + WEB, WEB).set("N", "Stage")))
        .isEqualTo("stage-x");
  }

  @Test
  void theNameIsAVariableInTheFile() {
    assertThat(Loads.web("hostname: ${COMPOSE_PROJECT_NAME}").service().container().hostname())
        .contains("shop");
  }

  @Test
  void aNameThatCannotBeIsRefused() {
    assertThat(Loads.of(WEB).name("My Shop").findings())
        .containsExactly("1:1 error NAME-INVALID \"My Shop\" cannot be the name of a project");
    assertThat(Loads.of("name: ---\n" + WEB).findings())
        .containsExactly("1:7 error NAME-INVALID no project name can be made of \"---\"");
  }

  @Test
  void servicesOfInactiveProfilesAreLeftOutWithTheirFaults() {
    var text =
        """
        services:
          web: {image: web}
          debug: {image: debug, profiles: [debug, test], gpus: all}
        """;
    assertThat(Loads.of(text).project().services().keySet()).hasToString("[web]");
    assertThat(Loads.of(text).profile("test").findings()).hasSize(1);
    assertThat(Loads.of(text.replace(", gpus: all", "")).profile("test").project().services())
        .hasSize(2);
  }

  @Test
  void everyBrokenFileIsTold() {
    assertThat(Loads.of("a: 'x", "b: [").findings()).hasSize(2);
  }

  @Test
  void findingsOfSeveralPhasesAreSortedByPlace() {
    var text =
        """
        services:
          web:
            image: ${TAG}x
            port: 1
            ports: [x]
        """;
    assertThat(Loads.of(text).findings())
        .isEqualTo(
            List.of(
                "3:12 warning VARIABLE-UNSET the variable TAG is not set; an empty text stands in"
                    + " its place",
                "4:5 error KEY-UNKNOWN unknown key \"port\" in services.web",
                "5:13 error PORT-INVALID \"x\" is no port between 0 and 65535"));
  }
}
