package dev.catamaran.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.json.JsonText;
import dev.catamaran.model.Digest;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
  private static final String DIGEST = "sha256:" + "ab".repeat(32);

  @Test
  void aManifestListOffersEachWindowsBuild() {
    assertThat(
            read(
                """
                {"schemaVersion": 2,
                 "mediaType": "application/vnd.docker.distribution.manifest.list.v2+json",
                 "manifests": [
                  {"platform": {"architecture": "amd64", "os": "windows",
                                "os.version": "10.0.17763.6775"}},
                  {"platform": {"architecture": "amd64", "os": "windows",
                                "os.version": "10.0.20348.3091"}},
                  {"platform": {"architecture": "arm", "os": "linux", "variant": "v7"}}]}\
                """))
        .isEqualTo(
            index(
                "windows(10.0.17763.6775)/amd64",
                "windows(10.0.20348.3091)/amd64",
                "linux/arm/v7"));
  }

  @Test
  void attestationsAndDuplicatesOfAnOciIndexAreLeftOut() {
    assertThat(
            read(
                """
                {"schemaVersion": 2,
                 "manifests": [
                  {"platform": {"architecture": "amd64", "os": "linux"}},
                  {"platform": {"architecture": "unknown", "os": "unknown"},
                   "annotations": {"vnd.docker.reference.type": "attestation-manifest"}},
                  {"platform": {"architecture": "amd64", "os": "linux"}},
                  {"digest": "no platform at all"}]}\
                """))
        .isEqualTo(index("linux/amd64"));
  }

  @Test
  void aSingleManifestPointsToItsConfiguration() {
    var manifest =
        """
        {"schemaVersion": 2, "config": {"digest": "%s"}, "layers": []}\
        """
            .formatted(DIGEST);
    assertThat(read(manifest)).isEqualTo(new Manifests.Read.Single(new Digest(DIGEST)));
  }

  @Test
  void aConfigurationTellsItsPlatform() {
    var blob =
        JsonText.parse(
            """
            {"architecture": "amd64", "os": "windows", "os.version": "10.0.14393.1198",
             "rootfs": {"type": "layers"}}\
            """);
    assertThat(Manifests.ofConfiguration(blob))
        .isEqualTo(Platform.parse("windows(10.0.14393.1198)/amd64"));
    assertThat(Manifests.ofConfiguration(JsonText.parse("{\"architecture\": \"amd64\"}")))
        .isEmpty();
  }

  @Test
  void aVersionOfALinuxImageSaysNothing() {
    var blob =
        JsonText.parse("{\"os\": \"linux\", \"architecture\": \"amd64\", \"os.version\": \"6.1\"}");
    assertThat(Manifests.ofConfiguration(blob)).isEqualTo(Platform.parse("linux/amd64"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"manifests\": []}",
        "{\"manifests\": [{\"platform\": {}}]}",
        "{\"config\": {\"digest\": \"nonsense\"}}",
        "{\"schemaVersion\": 1, \"fsLayers\": []}",
      })
  void anythingElseIsAlien(String text) {
    assertThat(read(text)).isInstanceOf(Manifests.Read.Alien.class);
  }

  private static Manifests.Read read(String text) {
    return Manifests.read(JsonText.parse(text));
  }

  private static Manifests.Read index(String... platforms) {
    List<Platform> parsed = Stream.of(platforms).map(p -> Platform.parse(p).orElseThrow()).toList();
    return new Manifests.Read.Index(parsed);
  }
}
