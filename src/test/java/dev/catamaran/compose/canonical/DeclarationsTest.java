package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeclarationsTest {
  private static Prints data(String volume) {
    return Prints.web("volumes: [\"data:/d\"]").and("volumes:\n  data: " + volume);
  }

  @Test
  void namesComeFromTheProjectOrTheKey() {
    assertThat(data("").at("volumes.data")).isEqualTo("name: shop_data");
    assertThat(data("{name: own}").at("volumes.data")).isEqualTo("name: own");
    assertThat(data("{external: true}").at("volumes.data")).isEqualTo("name: data\nexternal: true");
  }

  @Test
  void theOldExternalNameIsANameAndAWarning() {
    assertThat(data("{external: {name: old}}").at("volumes.data"))
        .isEqualTo("name: old\nexternal: true");
    assertThat(data("{external: {name: old}}").warnings())
        .containsExactly("6:27 external.name is deprecated");
    assertThat(data("{name: new, external: {name: old}}").errors())
        .containsExactly("6:38 name and external.name give two names");
  }

  @Test
  void anExternalVolumeTakesNothingElse() {
    assertThat(data("{external: true, driver: local, x-note: n}").errors())
        .containsExactly("6:26 an external volume exists already and takes no driver");
  }

  @Test
  void aVolumeThatIsABindMountHasAnAbsolutePath() {
    assertThat(
            data("{driver: local, driver_opts: {o: bind, type: none, device: ./x}}")
                .at("volumes.data.driver_opts"))
        .contains("device: /srv/shop/x");
  }

  @Test
  void whatNoServiceUsesIsLeftOut() {
    assertThat(Prints.web("").and("volumes: {a: }\nnetworks: {b: }").keys("networks"))
        .containsExactly("default");
  }
}
