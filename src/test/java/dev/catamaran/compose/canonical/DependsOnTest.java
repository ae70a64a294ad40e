package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DependsOnTest {
  private static final String OTHERS =
      "  db:\n    image: db\n  cache:\n    image: cache\n    profiles: [full]\n";

  private static Prints web(String lines) {
    return Prints.web(lines).and(OTHERS);
  }

  @Test
  void aListMeansStartedAndRequired() {
    assertThat(web("depends_on: [db]").at("services.web.depends_on"))
        .isEqualTo("db:\n  condition: service_started\n  required: true");
  }

  @Test
  void theLongFormGetsWhatItDoesNotSay() {
    assertThat(
            web("depends_on:\n  db: {condition: service_healthy, restart: true, x-why: so}")
                .at("services.web.depends_on"))
        .isEqualTo(
            "db:\n  condition: service_healthy\n  restart: true\n  required: true\n  x-why: so");
  }

  @Test
  void linksAndSharedNamespacesAreDependencies() {
    assertThat(web("links: [\"db:sql\"]").at("services.web.depends_on"))
        .isEqualTo("db:\n  condition: service_started\n  restart: true\n  required: true");
    assertThat(web("network_mode: service:db").keys("services.web.depends_on"))
        .containsExactly("db");
    assertThat(web("volumes_from: [\"db:ro\", \"container:x\"]").at("services.web.depends_on"))
        .isEqualTo("db:\n  condition: service_started\n  required: true");
  }

  @Test
  void anInactiveServiceMayOnlyBeOptional() {
    assertThat(web("depends_on: [cache]").errors())
        .containsExactly("4:18 service web depends on cache, whose profiles are not active");
    assertThat(
            web("depends_on:\n  cache: {condition: service_started, required: false}")
                .keys("services.web.depends_on"))
        .containsExactly("cache");
    assertThat(web("depends_on: [cache]").profile("full").errors()).isEmpty();
  }

  @Test
  void whatNobodyKnowsIsRefusedEvenIfOptional() {
    assertThat(web("depends_on:\n  dbx: {condition: service_started, required: false}").errors())
        .containsExactly("5:7 service web depends on dbx, which is no service of the file");
  }

  @Test
  void circlesAreToldWhereTheyClose() {
    assertThat(
            Prints.of(
                    """
                    services:
                      a: {image: i, depends_on: [b]}
                      b: {image: i, depends_on: [c]}
                      c: {image: i, depends_on: [b]}
                    """)
                .errors())
        .containsExactly("4:30 services wait for each other: b -> c -> b");
    assertThat(Prints.web("depends_on: [web]").errors())
        .containsExactly("4:18 services wait for each other: web -> web");
  }
}
