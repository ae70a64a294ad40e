package dev.catamaran.compose.specification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Several documents of one file, several files, and the variables in them. */
class DocumentsTest {
  @Test
  void documentsAreLaidOverOneAnotherLikeFiles() {
    var specs =
        Specs.of(
            """
            services: {web: {image: a, labels: [x=1]}}
            ---
            services: {web: {image: b, labels: [y=2]}, db: {image: d}}
            """);
    assertThat(specs.web("image")).isEqualTo("b");
    assertThat(specs.web("labels")).isEqualTo("- x=1\n- y=2");
    assertThat(specs.at("services/db/image")).isEqualTo("d");
  }

  @Test
  void aServiceExtendsOnesOfItsOwnDocumentOnly() {
    assertThat(
            Specs.of(
                    """
                    services:
                      base: {image: a}
                    ---
                    services:
                      web: {image: w, extends: base}
                    """)
                .findings())
        .containsExactly("c.yaml:5:28 error there is no service \"base\" to extend");
  }

  @Test
  void theVersionIsDroppedAndSaidToMeanNothing() {
    var specs = Specs.of("version: '3'\nservices: {web: {image: a}}");
    assertThat(specs.at("version")).isNull();
    assertThat(specs.findings())
        .containsExactly(
            "c.yaml:1:1 warning \"version\" has no meaning to the Compose Specification");
  }

  @Test
  void numbersAndFlagsMayBeTextsAndVariables() {
    var specs =
        Specs.of(
                """
                services:
                  web:
                    image: a
                    tty: "yes"
                    deploy: {replicas: "${N}"}
                    ulimits: {nproc: "010"}
                    environment: {KEPT: "${N}"}
                """)
            .set("N", "3");
    assertThat(specs.web("tty")).isEqualTo("true");
    assertThat(specs.web("deploy")).isEqualTo("replicas: 3");
    assertThat(specs.web("ulimits")).contains("10");
    assertThat(specs.findings())
        .containsExactly("c.yaml:4:10 warning \"yes\" is read as true for now");
  }

  @Test
  void keysKeepTheirDollars() {
    assertThat(
            Specs.of("services: {web: {image: a, labels: {\"${K}\": \"${V}\"}}}")
                .set("V", "v")
                .web("labels"))
        .isEqualTo("${K}: v");
  }

  @Test
  void withoutInterpolationNothingIsPutIn() {
    assertThat(Specs.of("services: {web: {image: \"${I}\"}}").asWritten().web("image"))
        .isEqualTo("${I}");
  }

  @Test
  void allFilesAreCheckedAndAllFaultsTold() {
    assertThat(
            Specs.of(
                    "services: {web: {image: a, imag: b}}",
                    "services:\n  web:\n    ports: x\n    tty: ${T:?no T}\n")
                .findings())
        .hasSize(4)
        .anyMatch(f -> f.startsWith("c.yaml:1:28 error"))
        .anyMatch(f -> f.startsWith("c2.yaml:3:12 error"))
        .anyMatch(f -> f.startsWith("c2.yaml:4:10 error"));
  }
}
