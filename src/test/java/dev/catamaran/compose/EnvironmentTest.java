package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private static String read(Loads loads) {
    return loads.service().container().command().environment().toString();
  }

  @Test
  void listAndMappingMeanTheSame() {
    assertThat(read(Loads.web("environment: [A=1, B=x=y, C=, A=2]")))
        .isEqualTo("{A=Optional[2], B=Optional[x=y], C=Optional[]}");
    assertThat(read(Loads.web("environment: {A: 2, B: x=y, C: ''}")))
        .isEqualTo("{A=Optional[2], B=Optional[x=y], C=Optional[]}");
  }

  @Test
  void valuesAreTextsAsGoPrintsThem() {
    assertThat(read(Loads.web("environment: {A: yes, B: true, C: 0777, D: 1.10}")))
        .isEqualTo("{A=Optional[yes], B=Optional[true], C=Optional[511], D=Optional[1.1]}");
    assertThat(read(Loads.web("environment: {E: 2020-01-01}").stack()))
        .isEqualTo("{E=Optional[2020-01-01 00:00:00 +0000 UTC]}");
  }

  @Test
  void aBareNameTakesTheOperatorsValueOrNone() {
    var loads = Loads.web("environment:\n  SET:\n  UNSET:\n  EMPTY: ''\n");
    assertThat(read(loads.set("SET", "here").set("EMPTY", "not taken")))
        .isEqualTo("{EMPTY=Optional[], SET=Optional[here], UNSET=Optional.empty}");
    assertThat(read(Loads.web("environment: [SET]").set("SET", "here")))
        .isEqualTo("{SET=Optional[here]}");
  }

  @Test
  void whatIsNoTextOrNameIsRefused() {
    assertThat(Loads.web("environment:\n  A: [1]\n  'B ': x\n").findings())
        .containsExactly(
            "5:10 error VALUE-INVALID environment.A must be a string or a number or true or false or"
                + " null, not a list",
            "6:7 error VALUE-INVALID \"B \" is no name: it is empty, or a blank stands around it");
    assertThat(Loads.web("environment:\n  1: x\n").findings())
        .containsExactly("5:7 error YAML-BROKEN a key must be a text, and this is a whole number");
    assertThat(Loads.web("environment: text").findings())
        .containsExactly(
            "4:18 error VALUE-INVALID environment must be a mapping or a list, not a string,"
                + " \"text\"");
  }

  @Test
  void envFilesComeFirstAndLaterOnesWin() {
    var loads =
        Loads.web("env_file: [a.env, b.env]\nenvironment: {C: own}")
            .file("a.env", "A=1\nB=1\nC=1\n")
            .file("b.env", "B=2\n");
    assertThat(read(loads)).isEqualTo("{A=Optional[1], B=Optional[2], C=Optional[own]}");
  }

  /** The engine leaves a variable without a value out. */
  @Test
  void aBareNameTakesTheFilesValueAwayUnlessTheOperatorHasOne() {
    var loads = Loads.web("env_file: a.env\nenvironment: [A, B]").file("a.env", "A=1\nB=1\n");
    assertThat(read(loads.set("B", "host"))).isEqualTo("{A=Optional.empty, B=Optional[host]}");
  }

  @Test
  void theMappingFormKnowsRequiredAndFormat() {
    var loads =
        Loads.web(
                """
                env_file:
                  - {path: none.env, required: false}
                  - {path: raw.env, format: raw}
                """)
            .file("raw.env", "Q=\"kept\" # kept\n");
    assertThat(read(loads)).isEqualTo("{Q=Optional[\"kept\" # kept]}");
  }

  @Test
  void aMissingEnvFileIsNamedAtItsPlace() {
    assertThat(Loads.web("env_file:\n  - none.env\n").findings())
        .containsExactly("5:9 error FILE-MISSING the file /srv/shop/none.env cannot be read");
  }

  @Test
  void aBrokenEnvFileIsNamedAtTheLineInIt() {
    assertThat(Loads.web("env_file: a.env").file("a.env", "A=1\nB C=2\n").findings())
        .containsExactly(
            "/srv/shop/a.env:2:1 error VALUE-INVALID \"B C\" is no name for a variable: there is a blank in it");
  }
}
