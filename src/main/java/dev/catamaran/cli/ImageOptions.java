package dev.catamaran.cli;

import dev.catamaran.assembly.ImageSources;
import dev.catamaran.files.InputFile;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.image.Catalogue;
import dev.catamaran.image.Recording;
import dev.catamaran.model.Where;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is asked for the platforms of images. */
final class ImageOptions {
  @Option(
      names = "--images",
      paramLabel = "FILE",
      description = "Recorded platforms (`images --record FILE`); asked before anyone else.")
  private @Nullable Path recorded;

  @Option(
      names = "--insecure-registry",
      paramLabel = "HOST[:PORT]",
      description = "Ask this registry over plain HTTP; may be given several times.")
  private List<String> insecure = new ArrayList<>();

  /** The findings of the recording where it cannot be read. */
  Outcome<ImageSources> sources() {
    var plain = Set.copyOf(insecure);
    return recorded == null
        ? Outcome.of(new ImageSources(Optional.empty(), plain))
        : InputFile.read(recorded)
            .then(bytes -> catalogue(String.valueOf(recorded), bytes))
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
