package dev.catamaran.cli;

import dev.catamaran.assembly.ImageSources;
import dev.catamaran.files.InputFile;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.image.Catalogue;
import dev.catamaran.image.Recording;
import dev.catamaran.model.Where;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Texts;
import dev.catamaran.usage.Usage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Who is asked for the platforms of images. */
final class ImageOptions {
  private final Text recorded;
  private final Texts insecure;

  ImageOptions(Usage usage) {
    recorded =
        usage.text(
            "--images=FILE",
            "Recorded platforms (`images --record FILE`); asked before anyone else.");
    insecure = insecureRegistries(usage);
  }

  boolean given() {
    return recorded.given() || insecure.given();
  }

  static Texts insecureRegistries(Usage usage) {
    return usage.texts("--insecure-registry=HOST[:PORT]", "Ask this registry over plain HTTP");
  }

  /** The findings of the recording where it cannot be read. */
  Outcome<ImageSources> sources() {
    var plain = Set.copyOf(insecure.values());
    return recorded
        .value()
        .map(file -> recorded(file, plain))
        .orElseGet(() -> Outcome.of(new ImageSources(Optional.empty(), plain)));
  }

  private static Outcome<ImageSources> recorded(String file, Set<String> plain) {
    return InputFile.read(Path.of(file))
        .then(bytes -> catalogue(file, bytes))
        .then(c -> Outcome.of(new ImageSources(Optional.of(c), plain)));
  }

  private static Outcome<Catalogue> catalogue(String file, byte[] bytes) {
    try {
      return Outcome.of(Recording.read(file, new String(bytes, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(
          Finding.error(Code.VALUE_INVALID, String.valueOf(e.getMessage()))
              .at(new Where(file, 1, 1))
              .tryThis("catamaran images --record " + file + " -f compose.yaml"));
    }
  }
}
