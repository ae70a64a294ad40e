package dev.catamaran.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.17763.1217, 10.0.17763.1217",
    "10.0.17763,      10.0.17763",
    "17763.1217,      10.0.17763.1217",
    "17763,           10.0.17763"
  })
  void windowsVersionsAreReadInTheFormsPeopleWrite(String text, String printed) {
    assertThat(OsVersion.parse(text).orElseThrow()).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "10", "10.0", "10.0.x", "10.0.17763.", "-17763"})
  void whatIsNoWindowsVersionIsNone(String text) {
    assertThat(OsVersion.parse(text)).isEmpty();
  }

  @Test
  void anAbsentRevisionIsNotRevisionZero() {
    assertThat(OsVersion.parse("17763").orElseThrow().revision()).isEqualTo(OptionalInt.empty());
    assertThat(OsVersion.parse("17763")).isNotEqualTo(OsVersion.parse("17763.0"));
  }

  @ParameterizedTest
  @CsvSource({
    "17.03.2-ee-5,    17.3.2",
    "17.03.1-ee-3,    17.03.1",
    "20.10.24+dfsg1,  20.10.24",
    "v28.0.0,         28",
    "27.0.1-rc.1,     27.0.1"
  })
  void engineVersionsCompareByTheirNumbers(String text, String same) {
    assertThat(new EngineVersion(text)).isEqualByComparingTo(new EngineVersion(same));
  }

  @ParameterizedTest
  @CsvSource({"17.03.2-ee-5, 17.06.0", "17.09.1, 17.10", "9.0, 17.03", "19.03.5, 19.03.15"})
  void olderEnginesComeFirst(String older, String newer) {
    assertThat(new EngineVersion(older)).isLessThan(new EngineVersion(newer));
    assertThat(new EngineVersion(newer).atLeast(new EngineVersion(older))).isTrue();
  }

  @Test
  void anEngineThatCallsItselfDevHasNoVersion() {
    assertThat(EngineVersion.parse("dev")).isEmpty();
    assertThatThrownBy(() -> new EngineVersion("dev")).hasMessageContaining("dev");
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64,                      linux/amd64",
    "linux/x86_64,                     linux/amd64",
    "linux/arm/v7,                     linux/arm/v7",
    "windows/amd64,                    windows/amd64",
    "windows,                          windows/amd64",
    "windows(10.0.20348.1)/amd64,      windows/amd64 10.0.20348.1"
  })
  void platformsAreReadAsComposeAndContainerdWriteThem(String text, String printed) {
    assertThat(Platform.parse(text).orElseThrow()).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux", "", "plan9/amd64", "windows(x)/amd64", "a/b/c/d"})
  void aPlatformThatLeavesAChoiceOpenIsNone(String text) {
    assertThat(Platform.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "redis,                                docker.io/library/redis:latest,        redis:latest",
    "redis:7,                              docker.io/library/redis:7,             redis:7",
    "shop/front:1.4,                       docker.io/shop/front:1.4,              shop/front:1.4",
    "localhost:5000/a,                     localhost:5000/a:latest,               localhost:5000/a:latest",
    "mcr.microsoft.com/windows/nanoserver:1809, mcr.microsoft.com/windows/nanoserver:1809, mcr.microsoft.com/windows/nanoserver:1809",
    "index.docker.io/library/redis:7,      docker.io/library/redis:7,             redis:7"
  })
  void imageReferencesAreNormalisedAsDockerDoes(String text, String full, String familiar) {
    var image = ImageRef.parse(text);
    assertThat(image).hasToString(full);
    assertThat(image.familiar()).isEqualTo(familiar);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Redis", "a b", "redis:", "redis:tag with blank", "redis@sha256:12"})
  void whatIsNoImageReferenceIsRefusedWithItsText(String text) {
    assertThatThrownBy(() -> ImageRef.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void portsStayInTheirRange() {
    assertThatThrownBy(() -> new Port(0)).hasMessageContaining("1-65535");
    assertThatThrownBy(() -> new Port(65_536)).hasMessageContaining("65536");
    assertThatThrownBy(() -> new PortRange(new Port(9), new Port(8)))
        .hasMessageContaining("backwards");
    assertThat(new PortRange(new Port(8), new Port(10)).ports()).hasSize(3);
  }
}
