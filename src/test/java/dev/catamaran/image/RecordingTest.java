package dev.catamaran.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.catamaran.model.Digest;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {
  private static final Digest ONE = new Digest("sha256:" + "11".repeat(32));
  private static final Digest TWO = new Digest("sha256:" + "22".repeat(32));
  private static final ImageRef FRONT = ImageRef.parse("10.0.0.1:5000/shop/front:1");
  private static final ImageRef PINNED = ImageRef.parse("redis@" + TWO);
  private static final ImageRef GONE = ImageRef.parse("gone");

  @Test
  void whatWasKnownIsKnownAgain() {
    var answers = new LinkedHashMap<ImageRef, ImageAnswer>();
    answers.put(FRONT, known(ONE, "windows(10.0.17763.6775)/amd64", "windows(10.0.20348)/amd64"));
    answers.put(PINNED, known(TWO, "linux/amd64", "linux/arm/v7"));
    answers.put(GONE, new ImageAnswer.Unknown("nobody answered"));
    var again = Recording.read("images.json", Recording.write(answers));
    assertThat(again.entries()).hasSize(2);
    assertThat(again.platforms(FRONT))
        .isEqualTo(known(ONE, "windows(10.0.17763.6775)/amd64", "windows(10.0.20348)/amd64"));
    assertThat(again.platforms(PINNED)).isEqualTo(known(TWO, "linux/amd64", "linux/arm/v7"));
    assertThat(again.platforms(ImageRef.parse("redis"))).isInstanceOf(ImageAnswer.Unknown.class);
    assertThat(again.platforms(GONE)).isInstanceOf(ImageAnswer.Unknown.class);
  }

  @Test
  void theTextIsTheOneOthersMayWrite() {
    assertThat(
            Recording.write(Map.of(FRONT, known(ONE, "windows(10.0.17763.6775)/amd64")))
                .replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            {
              "apiVersion" : "catamaran/v1",
              "images" : [
                {
                  "image" : "10.0.0.1:5000/shop/front:1",
                  "digest" : "%s",
                  "platforms" : [
                    {
                      "os" : "windows",
                      "architecture" : "amd64",
                      "os.version" : "10.0.17763.6775"
                    }
                  ]
                }
              ]
            }
            """
                .formatted(ONE));
  }

  @Test
  void aPlatformMayBeWrittenAsOneWord() {
    var catalogue =
        Recording.read(
            "images.json",
            """
            {"apiVersion": "catamaran/v1",
             "images": [{"image": "shop/*", "platforms": ["windows(10.0.17763)/amd64"]}]}\
            """);
    assertThat(catalogue.platforms(ImageRef.parse("shop/front")))
        .isEqualTo(
            new ImageAnswer.Known(
                List.of(Platform.parse("windows(10.0.17763)/amd64").orElseThrow()),
                Optional.empty(),
                "recording images.json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | images.json: apiVersion must be \"catamaran/v1\"",
        "{\"apiVersion\":\"catamaran/v1\"} | images.json: images must be a list",
        "{\"apiVersion\":\"catamaran/v1\",\"images\":[{}]}"
            + " | images.json: images[0]: image must be a text",
        "{\"apiVersion\":\"catamaran/v1\",\"images\":[{\"image\":\"a\"}]}"
            + " | images.json: images[0]: \"a\" offers no platform",
        "{\"apiVersion\":\"catamaran/v1\",\"images\":[{\"image\":\"a\",\"platforms\":[\"mars\"]}]}"
            + " | images.json: images[0]: \"mars\" is no platform",
      })
  void whatIsNoRecordingIsRefusedWithItsPlace(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recording.read("images.json", text))
        .withMessage(message);
  }

  @Test
  void aTextThatIsNoJsonIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recording.read("images.json", "images: []"))
        .withMessageStartingWith("images.json: ");
  }

  private static ImageAnswer known(Digest digest, String... platforms) {
    return new ImageAnswer.Known(
        List.of(platforms).stream().map(p -> Platform.parse(p).orElseThrow()).toList(),
        Optional.of(digest),
        "recording images.json");
  }
}
