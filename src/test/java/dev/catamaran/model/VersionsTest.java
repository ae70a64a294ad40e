package dev.catamaran.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
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
    "17.03.2-ce,          17.3.2",
    "17.03.0,             17.03",
    "17.06.2-ee,          17.06.2-ce",
    "20.10.24+dfsg1,      20.10.24",
    "20.10.14+azure-2,    20.10.14",
    "20.10.24~3-0~debian, 20.10.24",
    "v28.0.0,             28",
    "28.0.4-desktop.1,    28.0.4",
    "17.10.0-ee-preview-3, 17.10",
    "v1.27.3+rke2r1,      1.27.3"
  })
  void packersAndEditionsDoNotMakeAnotherVersion(String text, String same) {
    assertThat(new EngineVersion(text)).isEqualByComparingTo(new EngineVersion(same));
  }

  /** Each older than the next. */
  private static final List<String> CHAIN =
      List.of(
          "1.12.2-cs2-ws-beta",
          "1.13.0-rc7",
          "1.13.0",
          "1.13.1",
          "9.0",
          "17.03.0-ce-rc1",
          "17.03.0-ce",
          "17.03.2-ce",
          "17.03.2-ee-1-rc1",
          "17.03.2-ee-1",
          "17.03.2-ee-5",
          "17.03.2-ee-16",
          "17.06.0-dev",
          "17.06.0-ce-rc5",
          "17.06.0-ce",
          "17.06.2-ce",
          "17.06.2-ee-4",
          "17.06.2-ee-5",
          "17.06.2-ee-10",
          "17.09.1-ce",
          "17.10.0-ee-preview-3",
          "17.12.1",
          "18.03.1-ee-12",
          "18.09.0-ce-tp5",
          "18.09.0-beta3",
          "18.09.0-rc1",
          "18.09.0",
          "18.09.6",
          "19.03.5",
          "19.03.15",
          "20.10.5+dfsg1",
          "20.10.17",
          "20.10.24+dfsg1",
          "23.0.0-beta.1",
          "23.0.0-rc.1",
          "23.0.0-rc.2",
          "23.0.0-rc.10",
          "23.0.0",
          "23.0.15",
          "25.0.9",
          "25.0.9m1",
          "25.0.9m2",
          "25.0.13",
          "27.0.1-rc.1",
          "27.0.1",
          "29.0.0");

  @Test
  void everyEngineIsNewerThanAllBeforeIt() {
    for (int i = 0; i < CHAIN.size(); i++) {
      for (int j = 0; j < CHAIN.size(); j++) {
        assertThat(Integer.signum(engine(i).compareTo(engine(j))))
            .as(CHAIN.get(i) + " against " + CHAIN.get(j))
            .isEqualTo(Integer.compare(i, j));
        assertThat(engine(i).atLeast(engine(j))).isEqualTo(i >= j);
      }
    }
  }

  private static EngineVersion engine(int index) {
    return new EngineVersion(CHAIN.get(index));
  }

  /** Seeded, so that a failure can be played again. */
  @Test
  void theOrderOfEnginesIsAnOrder() {
    var random = new Random(14393);
    for (int round = 0; round < 20_000; round++) {
      var a = engine(random);
      var b = engine(random);
      var c = engine(random);
      assertThat(Integer.signum(a.compareTo(b)))
          .as(a + " against " + b)
          .isEqualTo(-Integer.signum(b.compareTo(a)));
      if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
        assertThat(a.compareTo(c)).as(a + " " + b + " " + c).isLessThanOrEqualTo(0);
      }
      if (a.compareTo(b) == 0) {
        assertThat(Integer.signum(a.compareTo(c))).isEqualTo(Integer.signum(b.compareTo(c)));
      }
    }
  }

  private static EngineVersion engine(Random random) {
    var endings =
        List.of(
            "", "-ce", "-ee", "-ee-1", "-ee-12", "m1", "+dfsg1", "-rc1", "-rc.2", "-beta3", "-dev");
    var numbers = random.nextInt(17, 19) + ".0" + random.nextInt(3, 5) + "." + random.nextInt(2);
    return new EngineVersion(numbers + endings.get(random.nextInt(endings.size())));
  }

  @Test
  void windowsVersionsAreOrderedByBuildThenRevision() {
    var random = new Random(17763);
    for (int round = 0; round < 5_000; round++) {
      int build = random.nextInt(14_393, 14_396);
      int revision = random.nextInt(4_000);
      var version = OsVersion.parse("10.0." + build + "." + revision).orElseThrow();
      var next = OsVersion.parse("10.0." + build + "." + (revision + 1)).orElseThrow();
      var later = OsVersion.parse((build + 1) + ".0").orElseThrow();
      assertThat(version).isLessThan(next).isLessThan(later);
      assertThat(OsVersion.parse(version.toString())).contains(version);
      assertThat(OsVersion.parse(version.buildAndRevision())).contains(version);
    }
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
