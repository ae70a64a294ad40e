package dev.catamaran.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.catamaran.model.Digest;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final String ONE = "sha256:" + "11".repeat(32);
  private static final String TWO = "sha256:" + "22".repeat(32);
  private static final Platform LINUX = Platform.parse("linux/amd64").orElseThrow();
  private static final Platform WINDOWS =
      Platform.parse("windows(10.0.17763.6775)/amd64").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "redis, redis, true",
    "redis, redis:7, true",
    "redis, docker.io/library/redis:7, true",
    "redis, redis-commander, false",
    "redis, shop/redis, false",
    "redis, mcr.example.com/redis, false",
    "redis:7, redis:7, true",
    "redis:7, redis, false",
    "redis:7, redis:7.2, false",
    "redis:7*, redis:7.2-alpine, true",
    "shop/*, shop/front:1.0, true",
    "shop/*, workshop/front, false",
    "shop/*, registry.example.com/shop/front, false",
    "*/shop/*, registry.example.com/shop/front, true",
    "microsoft/iis:windowsservercore, microsoft/iis:windowsservercore, true",
    "microsoft/iis:windowsservercore, microsoft/iis:nanoserver, false",
    "mcr.microsoft.com/windows/*:ltsc2019*, mcr.microsoft.com/windows/servercore:ltsc2019, true",
    "mcr.microsoft.com/windows/*:ltsc2019*, mcr.microsoft.com/windows/servercore:ltsc2022, false",
    "10.0.0.1:5000/front, 10.0.0.1:5000/front:2, true",
    "docker.io/library/redis, redis, true",
    "a.b, axb, false",
    "*, whatever/image:1, true",
  })
  void aPatternWithoutTagMeansEveryTag(String pattern, String image, boolean matches) {
    assertThat(new ImagePattern(pattern).matches(ImageRef.parse(image))).isEqualTo(matches);
  }

  @Test
  void aPatternWithADigestMeansThatDigestOnly() {
    var pattern = new ImagePattern("redis@" + ONE);
    assertThat(pattern.matches(ImageRef.parse("redis@" + ONE))).isTrue();
    assertThat(pattern.matches(ImageRef.parse("redis:7@" + ONE))).isTrue();
    assertThat(pattern.matches(ImageRef.parse("redis@" + TWO))).isFalse();
    assertThat(pattern.matches(ImageRef.parse("redis:7"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " redis", "redis@nonsense", "@"})
  void whatIsNoPatternIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ImagePattern(text));
  }

  @Test
  void theFirstEntryThatMatchesDecides() {
    var catalogue =
        new Catalogue("lab file", List.of(entry("shop/front", WINDOWS), entry("shop/*", LINUX)));
    assertThat(catalogue.platforms(ImageRef.parse("shop/front")))
        .isEqualTo(new ImageAnswer.Known(List.of(WINDOWS), Optional.empty(), "lab file"));
    assertThat(catalogue.platforms(ImageRef.parse("shop/api")))
        .isEqualTo(new ImageAnswer.Known(List.of(LINUX), Optional.empty(), "lab file"));
  }

  @Test
  void anImageNobodyListsIsUnknownNotAbsent() {
    assertThat(new Catalogue("lab file", List.of()).platforms(ImageRef.parse("redis")))
        .isEqualTo(new ImageAnswer.Unknown("lab file lists no image like redis:latest"));
  }

  @Test
  void anImagePinnedToAnotherDigestIsAnotherImage() {
    var entry =
        new Catalogue.Entry(
            new ImagePattern("redis:7"), List.of(LINUX), Optional.of(new Digest(ONE)));
    var catalogue = new Catalogue("list", List.of(entry));
    assertThat(catalogue.platforms(ImageRef.parse("redis:7@" + TWO)))
        .isInstanceOf(ImageAnswer.Unknown.class);
    assertThat(catalogue.platforms(ImageRef.parse("redis:7")))
        .isEqualTo(new ImageAnswer.Known(List.of(LINUX), Optional.of(new Digest(ONE)), "list"));
  }

  @Test
  void theFirstWhoKnowsDecides() {
    var asked =
        new FirstKnown(
            List.of(
                _ -> new ImageAnswer.NotFound("registry a"),
                _ -> new ImageAnswer.Unknown("b is down"),
                new Catalogue("list", List.of(entry("redis", LINUX)))));
    assertThat(asked.platforms(ImageRef.parse("redis")))
        .isEqualTo(new ImageAnswer.Known(List.of(LINUX), Optional.empty(), "list"));
    assertThat(asked.platforms(ImageRef.parse("nginx")))
        .isEqualTo(new ImageAnswer.NotFound("registry a"));
  }

  @Test
  void whereNobodyKnowsAllReasonsAreTold() {
    var asked =
        new FirstKnown(
            List.of(
                _ -> new ImageAnswer.Unknown("a is down"),
                _ -> new ImageAnswer.Unknown("b wants a login")));
    assertThat(asked.platforms(ImageRef.parse("redis")))
        .isEqualTo(new ImageAnswer.Unknown("a is down; b wants a login"));
  }

  private static Catalogue.Entry entry(String pattern, Platform platform) {
    return new Catalogue.Entry(new ImagePattern(pattern), List.of(platform), Optional.empty());
  }
}
