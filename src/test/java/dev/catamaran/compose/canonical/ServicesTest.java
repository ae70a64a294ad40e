package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServicesTest {
  @Test
  void aServiceNeedsSomethingToRun() {
    assertThat(Prints.of("services:\n  web: {command: x}\n").errors())
        .containsExactly("2:3 service web has neither an image nor a build");
  }

  @Test
  void containersHaveDifferentNames() {
    assertThat(
            Prints.of(
                    """
                    services:
                      a: {image: i, container_name: x1}
                      b: {image: i, container_name: x1}
                    """)
                .errors())
        .containsExactly("3:33 service a has the container name x1 already");
  }

  @Test
  void aWatchSaysWhereItsFilesGo() {
    assertThat(Prints.web("develop: {watch: [{path: ./src, action: sync}]}").errors())
        .containsExactly("4:23 this watch does not say where its files go");
    assertThat(
            Prints.web("develop: {watch: [{path: ./src, action: rebuild, ignore: a/}]}")
                .at("services.web.develop"))
        .isEqualTo("watch:\n- path: /srv/shop/src\n  action: rebuild\n  ignore:\n  - a/");
  }

  @Test
  void theWholeProject() {
    assertThat(Prints.web("").and("x-b: 2").tree().entries())
        .extracting(e -> e.name())
        .containsExactly("name", "services", "networks", "x-b");
  }

  @Test
  void modelsAndProviders() {
    assertThat(Prints.web("models: [m]").and("models: {m: {model: ai/x}}").at("models"))
        .isEqualTo("m:\n  model: ai/x");
    assertThat(Prints.web("provider: {type: p, options: {a: 1}}").at("services.web.provider"))
        .isEqualTo("type: p\noptions:\n  a:\n  - \"1\"");
  }

  @Test
  void everyFaultIsToldOnce() {
    assertThat(Prints.web("ports: [\"x\"]\nmem_limit: x\nnetworks: [n]\ndepends_on: [d]").errors())
        .hasSize(4);
  }
}
