package dev.catamaran.compose.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code extends}: a service made from another one, in this file or in another. */
class InheritanceTest {
  @Test
  void aServiceOfTheSameFileIsNamedInOneWordOrBelowService() {
    for (var form : List.of("base", "{service: base}")) {
      var specs =
          Specs.of(
              "services:\n"
                  + "  base: {image: a, command: b}\n"
                  + "  web: {command: c, extends: "
                  + form
                  + "}\n");
      assertThat(specs.web("image")).isEqualTo("a");
      assertThat(specs.web("command")).isEqualTo("c");
      assertThat(specs.web("extends")).isNull();
    }
  }

  @Test
  void chainsAreFollowedInAnyOrderOfTheFile() {
    var specs =
        Specs.of(
            """
            services:
              web: {extends: middle, labels: [c=3]}
              middle: {extends: base, labels: [b=2]}
              base: {image: a, labels: [a=1]}
            """);
    assertThat(specs.web("labels")).isEqualTo("- a=1\n- b=2\n- c=3");
    assertThat(specs.at("services/middle/labels")).isEqualTo("- a=1\n- b=2");
  }

  @Test
  void everythingIsInheritedDependenciesToo() {
    var specs =
        Specs.of(
            """
            services:
              db: {image: db}
              base: {image: a, depends_on: [db], networks: [n]}
              web: {extends: base}
            networks: {n: {}}
            """);
    assertThat(specs.web("depends_on")).contains("db");
    assertThat(specs.web("networks")).contains("n");
  }

  @Test
  void anotherFilesPathsStartInItsOwnFolder() {
    var specs =
        Specs.of("services: {web: {extends: {file: lib/b.yaml, service: base}}}")
            .file(
                "lib/b.yaml",
                "services: {base: {extends: {file: ../c.yaml, service: top}, user: u}}")
            .file("c.yaml", "services: {top: {image: t}}");
    assertThat(specs.web("image")).isEqualTo("t");
    assertThat(specs.web("user")).isEqualTo("u");
  }

  @Test
  void variablesOfTheExtendedFileAreThoseOfTheProject() {
    var specs =
        Specs.of("services: {web: {extends: {file: b.yaml, service: base}}}")
            .file("b.yaml", "services: {base: {image: \"a:${TAG}\"}}")
            .set("TAG", "1");
    assertThat(specs.web("image")).isEqualTo("a:1");
  }

  @Test
  void aCircleIsAFaultToldOnce() {
    assertThat(
            Specs.of(
                    """
                    services:
                      a: {image: x, extends: b}
                      b: {image: y, extends: a}
                    """)
                .findings())
        .containsExactly("c.yaml:2:17 error services extend one another in a circle");
  }

  @Test
  void aCircleThroughFilesIsFound() {
    assertThat(
            Specs.of("services: {web: {extends: {file: b.yaml, service: a}}}")
                .file("b.yaml", "services: {a: {image: x, extends: {file: b.yaml, service: a}}}")
                .findings())
        .containsExactly("b.yaml:1:26 error services extend one another in a circle");
  }

  @Test
  void whatIsNotThereIsAFaultWhereItIsNamed() {
    assertThat(
            Specs.of(
                    """
                    services:
                      bass: {image: x}
                      a: {image: x, extends: base}
                      b: {image: x, extends: {file: no.yaml, service: base}}
                      c: {image: x, extends: {file: b.yaml, service: other}}
                      d: {image: x, extends: {file: b.yaml}}
                      e: {image: x, extends: {file: "oci://x/y", service: z}}
                    """)
                .file("b.yaml", "services: {base: {image: a}}")
                .findings())
        .containsExactly(
            "c.yaml:3:26 error there is no service \"base\" to extend",
            "c.yaml:4:33 error cannot read no.yaml",
            "c.yaml:5:50 error there is no service \"other\" in b.yaml to extend",
            "c.yaml:6:26 error extends of service \"d\" does not say which service it means",
            "c.yaml:7:33 error \"oci://x/y\" is not on this machine");
  }

  @Test
  void anExtendedServicesMisfitsAreToldAndThoseOfItsNeighboursAreNot() {
    assertThat(
            Specs.of("services: {web: {extends: {file: b.yaml, service: base}}}")
                .file("b.yaml", "services:\n  base: {image: a, tty: [1]}\n  other: {image: [1]}\n")
                .findings())
        .singleElement()
        .asString()
        .startsWith("b.yaml:2:25 error tty");
  }

  @Test
  void placesLeadIntoTheExtendedFile() {
    var web =
        Specs.of("services: {web: {extends: {file: b.yaml, service: base}}}")
            .file("b.yaml", "services:\n  base:\n    image: a\n")
            .tree();
    var image =
        Nodes.mapping(Nodes.mapping(web, "services").orElseThrow(), "web")
            .orElseThrow()
            .get("image");
    assertThat(image.orElseThrow().where()).hasToString("b.yaml:3:12");
  }
}
