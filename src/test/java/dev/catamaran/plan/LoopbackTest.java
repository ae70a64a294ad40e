package dev.catamaran.plan;

import static dev.catamaran.plan.Planning.findings;
import static dev.catamaran.plan.Planning.ways;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published ports that somebody calls on the localhost of a container. */
class LoopbackTest {
  @Test
  void aHealthCheckCallsThePortInsideTheContainer() {
    var plan = web("healthcheck: {test: curl -f http://localhost:8080/}\nports: ['8080:80']");
    assertThat(findings(plan))
        .containsExactly(
            "4 info LOOPBACK-MISSING healthcheck.test names localhost:8080, where a container meets"
                + " itself and not the published port of web");
    assertThat(ways(plan, Code.LOOPBACK_MISSING))
        .containsExactly("localhost:80, the port inside the container");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "healthcheck: {test: curl -f http://localhost:80/}\nports: ['8080:80']",
        "healthcheck: {test: curl -f http://localhost:8080/}\nports: ['8080:8080']",
        "environment: {API: 'http://mylocalhost:8080'}\nports: ['8080:80']",
        "environment: {API: 'http://localhost:80801'}\nports: ['8080:80']"
      })
  void whatMeansTheContainerItselfIsRight(String lines) {
    assertThat(findings(web(lines))).isEmpty();
  }

  @Test
  void aVariableThatMeansAnotherServiceIsNotedWithItsName() {
    var plan =
        Planning.of(
                """
                services:
                  api:
                    image: web
                    ports: ['8080:80']
                  shop:
                    image: win
                    environment:
                      API: http://127.0.0.1:8080/v1
                """)
            .image("web", "linux/amd64")
            .image("win", "windows(10.0.14393.4000)/amd64")
            .on(new Clusters().linux("l1").windows("w16", "14393.4000", "20.10.17"));
    var note = plan.findings().stream().filter(f -> f.code() == Code.LOOPBACK_MISSING).toList();
    assertThat(note)
        .singleElement()
        .satisfies(f -> {
          assertThat(f.where().orElseThrow().line()).isEqualTo(8);
          assertThat(f.ways()).containsExactly("api:80, over a network that both join");
          assertThat(f.reasons())
              .singleElement()
              .asString()
              .startsWith("on w16: Windows build 14393");
          assertThat(f.source()).isPresent();
        });
  }

  private static Plan web(String lines) {
    return Planning.web(lines).image("web", "linux/amd64").on(new Clusters().linux("l1"));
  }
}
