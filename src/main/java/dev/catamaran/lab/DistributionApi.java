package dev.catamaran.lab;

import dev.catamaran.image.ImageAnswer;
import dev.catamaran.image.Images;
import dev.catamaran.json.Json;
import dev.catamaran.model.Digest;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What the lab's registries say of an image, as an engine hands it on. Engines before API 1.30 do
 * not; a lab that imitates one still does, since its registries are nowhere else to be asked.
 */
final class DistributionApi {
  private static final String LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
  private static final String SINGLE = "application/vnd.docker.distribution.manifest.v2+json";

  private final Images images;

  DistributionApi(Images images) {
    this.images = images;
  }

  List<Route> routes() {
    return List.of(Route.of("GET", "distribution/**/json", this::inspect));
  }

  private Answer inspect(Ask ask) {
    ImageRef image;
    try {
      image = ImageRef.parse(ask.argument());
    } catch (IllegalArgumentException _) {
      return Answer.message(400, "invalid reference format");
    }
    return switch (images.platforms(image)) {
      case ImageAnswer.Known(var platforms, var digest, var _) ->
          Answer.ok(
              Json.object()
                  .with("Descriptor", descriptor(platforms, digest.orElse(invented(image))))
                  .with(
                      "Platforms",
                      Json.array(platforms.stream().map(DistributionApi::platform).toList())));
      case ImageAnswer.NotFound _ -> Answer.message(404, "manifest unknown: manifest unknown");
      case ImageAnswer.Unknown(var reason) ->
          Answer.message(
              500,
              "Get \"https://"
                  + image.registry()
                  + "/v2/\": dial tcp: lookup "
                  + image.registry()
                  + ": no such host (simulated: "
                  + reason
                  + ")");
    };
  }

  private static Json.Obj descriptor(List<Platform> platforms, Digest digest) {
    return Json.object()
        .with("mediaType", platforms.size() == 1 ? SINGLE : LIST)
        .with("digest", digest.text())
        .with("size", 529L * platforms.size());
  }

  private static Json.Obj platform(Platform platform) {
    var json =
        Json.object()
            .with("architecture", platform.architecture())
            .with("os", platform.os().word());
    var versioned =
        platform.osVersion().map(v -> json.with("os.version", v.toString())).orElse(json);
    return platform.variant().map(v -> versioned.with("variant", v)).orElse(versioned);
  }

  /** The same image has the same digest in every lab. */
  private static Digest invented(ImageRef image) {
    try {
      var bytes = ("simulated " + image).getBytes(StandardCharsets.UTF_8);
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Digest("sha256:" + HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a JDK without SHA-256", e);
    }
  }
}
