package dev.catamaran.compose.specification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code include}: what other projects declare becomes part of this one. */
class IncludesTest {
  private static final String INNER = "services: {inner: {image: \"a:${TAG:-none}\"}}";

  @Test
  void aPathAloneOrBelowPathAndOnlyWhatIsDeclaredComesIn() {
    for (var item :
        new String[] {"sub/inc.yaml", "{path: sub/inc.yaml}", "{path: [sub/inc.yaml]}"}) {
      var specs =
          Specs.of("include: [" + item + "]\nservices: {web: {image: w}}")
              .file("sub/inc.yaml", "name: other\nx-a: 1\n" + INNER + "\nvolumes: {v: {}}\n");
      assertThat(specs.at("services/inner/image")).isEqualTo("a:none");
      assertThat(specs.at("services/web/image")).isEqualTo("w");
      assertThat(specs.at("volumes/v")).isNotNull();
      assertThat(specs.at("include")).isNull();
      assertThat(specs.at("name")).isNull();
      assertThat(specs.at("x-a")).isNull();
    }
  }

  @Test
  void severalPathsAreOneProjectLaidOverOneAnother() {
    var specs =
        Specs.of("include: [{path: [a.yaml, b.yaml]}]")
            .file("a.yaml", "services: {inner: {image: a, user: u}}")
            .file("b.yaml", "services: {inner: {image: b}}");
    assertThat(specs.at("services/inner")).isEqualTo("image: b\nuser: u");
  }

  @Test
  void theEnvFileOfTheFolderStandsBelowTheProjectsVariables() {
    var specs =
        Specs.of("include: [sub/inc.yaml]").file("sub/inc.yaml", INNER).file("sub/.env", "TAG=sub");
    assertThat(specs.at("services/inner/image")).isEqualTo("a:sub");
    assertThat(specs.set("TAG", "shell").at("services/inner/image")).isEqualTo("a:shell");
  }

  @Test
  void namedEnvFilesTakeItsPlaceAndStartAtTheIncludingFolder() {
    var specs =
        Specs.of("include: [{path: sub/inc.yaml, env_file: [one.env, two.env]}]")
            .file("sub/inc.yaml", INNER)
            .file("sub/.env", "TAG=sub")
            .file("one.env", "A=1")
            .file("two.env", "TAG=two${A}");
    assertThat(specs.at("services/inner/image")).isEqualTo("a:two1");
    assertThat(
            Specs.of("include: [{path: sub/inc.yaml, env_file: /dev/null}]")
                .file("sub/inc.yaml", INNER)
                .file("sub/.env", "TAG=sub")
                .at("services/inner/image"))
        .isEqualTo("a:none");
  }

  @Test
  void theProjectDirectoryMovesWherePathsStart() {
    var specs =
        Specs.of("include: [{path: sub/inc.yaml, project_directory: other}]")
            .file("sub/inc.yaml", "services: {inner: {extends: {file: b.yaml, service: base}}}")
            .file("other/b.yaml", "services: {base: {image: there}}");
    assertThat(specs.at("services/inner/image")).isEqualTo("there");
  }

  @Test
  void includesNest() {
    var specs =
        Specs.of("include: [a/a.yaml]")
            .file("a/a.yaml", "include: [b/b.yaml]")
            .file("a/b/b.yaml", INNER);
    assertThat(specs.at("services/inner/image")).isEqualTo("a:none");
  }

  @Test
  void theSameTwiceIsNoConflictAndDifferentThingsAre() {
    var twice =
        Specs.of("include: [a.yaml, b.yaml]")
            .file("a.yaml", "services: {inner: {image: a}}")
            .file("b.yaml", "services: {inner: {image: a}}");
    assertThat(twice.findings()).isEmpty();
    assertThat(
            Specs.of("include: [a.yaml]\nservices:\n  inner: {image: b}\n")
                .file("a.yaml", "services: {inner: {image: a}}")
                .findings())
        .containsExactly(
            "c.yaml:3:3 error \"inner\" below services is declared by an included file too");
  }

  @Test
  void aLaterFileMayChangeWhatAnEarlierOneIncludes() {
    assertThat(
            Specs.of("include: [a.yaml]", "services: {inner: {image: b}}")
                .file("a.yaml", "services: {inner: {image: a}}")
                .at("services/inner/image"))
        .isEqualTo("b");
  }

  @Test
  void aCircleIsAFaultWhereItCloses() {
    assertThat(
            Specs.of("include: [a.yaml]")
                .file("a.yaml", "include: [b.yaml]")
                .file("b.yaml", "include:\n  - a.yaml\n")
                .findings())
        .containsExactly("b.yaml:2:5 error files include one another in a circle");
  }

  @Test
  void whatCannotBeReadIsAFaultWhereItIsNamed() {
    assertThat(
            Specs.of(
                    """
                    include:
                      - no.yaml
                      - {path: a.yaml, env_file: no.env}
                      - https://example.com/x.git
                      - 5
                      - {paths: a.yaml}
                    """)
                .file("a.yaml", INNER)
                .findings())
        .containsExactly(
            "c.yaml:2:5 error cannot read no.yaml",
            "c.yaml:3:30 error cannot read no.env",
            "c.yaml:4:5 error \"https://example.com/x.git\" is not on this machine",
            "c.yaml:5:5 error an item of include is the path of a file, not a whole number",
            "c.yaml:6:5 warning this item names no file to include",
            "c.yaml:6:6 warning unknown key \"paths\" in an item of include");
    assertThat(Specs.of("include: a.yaml").findings())
        .containsExactly("c.yaml:1:10 error include is a list, not a string");
  }
}
