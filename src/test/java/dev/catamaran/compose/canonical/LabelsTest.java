package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTest {
  private static String labels(String lines) {
    return Prints.web(lines).file("/srv/shop/l.txt", "A=file\nB=${A}\n").at("services.web.labels");
  }

  @Test
  void bothFormsAreOneMapping() {
    assertThat(labels("labels: {b: 1, a: , c: true}")).isEqualTo("a: \"\"\nb: \"1\"\nc: \"true\"");
    assertThat(labels("labels: [b=1, a]")).isEqualTo("a: \"\"\nb: \"1\"");
  }

  @Test
  void ownLabelsWinOverThoseOfAFile() {
    assertThat(labels("label_file: l.txt\nlabels: [A=own]")).isEqualTo("A: own\nB: file");
  }

  @Test
  void aMissingFileIsToldAtItsPath() {
    assertThat(Prints.web("label_file: nix").errors())
        .containsExactly("4:17 the file /srv/shop/nix cannot be read");
  }

  @Test
  void labelsOfADeploymentAndOfResources() {
    assertThat(Prints.web("deploy: {labels: [a=1]}").at("services.web.deploy"))
        .isEqualTo("labels:\n  a: \"1\"");
    assertThat(
            Prints.web("networks: [n]")
                .and("networks: {n: {labels: [a=1], driver_opts: {mtu: 1450}}}")
                .at("networks.n"))
        .isEqualTo("name: shop_n\ndriver_opts:\n  mtu: \"1450\"\nlabels:\n  a: \"1\"");
  }
}
