package dev.catamaran.image;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import dev.catamaran.model.Digest;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What registries once answered, as a JSON text that answers again without a network. */
public final class Recording {
  private static final String VERSION = "catamaran/v1";

  private Recording() {}

  /** The known answers as text, in the order of the map; what nobody knew is left out. */
  public static String write(Map<ImageRef, ImageAnswer> answers) {
    var images = new ArrayList<Json>();
    answers.forEach((image, answer) -> {
      if (answer instanceof ImageAnswer.Known(var platforms, var digest, var _)) {
        images.add(
            Json.object()
                .with("image", image.familiar())
                .withOptional("digest", digest.map(d -> new Json.Text(d.text())))
                .with(
                    "platforms", Json.array(platforms.stream().map(PlatformJson::write).toList())));
      }
    });
    var document = Json.object().with("apiVersion", VERSION).with("images", Json.array(images));
    return JsonText.pretty(document) + System.lineSeparator();
  }

  /**
   * Reads what {@link #write} wrote, or what a person wrote in that form; an image may be a pattern
   * as in {@link ImagePattern}.
   *
   * @param source the file, as the answers will name it
   * @throws IllegalArgumentException with a message for the user where it is no recording
   */
  public static Catalogue read(String source, String text) {
    var document = parsed(source, text);
    if (!document.get("apiVersion").text().equals(Optional.of(VERSION))) {
      throw new IllegalArgumentException(source + ": apiVersion must be \"" + VERSION + "\"");
    }
    if (!(document.get("images") instanceof Json.Arr(var images))) {
      throw new IllegalArgumentException(source + ": images must be a list");
    }
    var entries = new ArrayList<Catalogue.Entry>();
    for (var image : images) {
      try {
        entries.add(entry(image));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            source + ": images[" + entries.size() + "]: " + e.getMessage(), e);
      }
    }
    return new Catalogue("recording " + source, entries);
  }

  private static Json parsed(String source, String text) {
    try {
      return JsonText.parse(text);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
    }
  }

  private static Catalogue.Entry entry(Json json) {
    var image =
        json.get("image")
            .nonEmptyText()
            .orElseThrow(() -> new IllegalArgumentException("image must be a text"));
    return new Catalogue.Entry(
        new ImagePattern(image),
        platforms(json.get("platforms")),
        json.get("digest").nonEmptyText().map(Digest::new));
  }

  private static List<Platform> platforms(Json list) {
    return list.items().stream().map(Recording::platform).toList();
  }

  private static Platform platform(Json item) {
    return item.text()
        .flatMap(Platform::parse)
        .or(() -> PlatformJson.read(item))
        .orElseThrow(
            () -> new IllegalArgumentException(JsonText.compact(item) + " is no platform"));
  }
}
