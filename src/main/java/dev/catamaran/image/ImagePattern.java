package dev.catamaran.image;

import dev.catamaran.model.Digest;
import dev.catamaran.model.ImageRef;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which images an entry speaks of: a name as people write it, {@code *} standing for any
 * characters. Without a tag it means every tag: {@code shop/*}, {@code redis:7}, {@code
 * mcr.microsoft.com/windows/*:ltsc2019*}. With a digest it means that digest only.
 */
public record ImagePattern(String text) {
  public ImagePattern {
    if (text.isBlank() || !text.equals(text.strip()) || text.startsWith("@")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no image pattern (name, optional :tag, * for any characters)");
    }
    int at = text.indexOf('@');
    if (at >= 0) {
      text = text.substring(0, at) + "@" + new Digest(text.substring(at + 1));
    }
  }

  public boolean matches(ImageRef image) {
    int at = text.indexOf('@');
    boolean pinned = at < 0 || image.digest().filter(d -> text.endsWith("@" + d)).isPresent();
    return pinned && (matches(image.familiar()) || matches(image.toString()));
  }

  private boolean matches(String reference) {
    var pattern = withoutDigest(text);
    var name = withoutDigest(reference);
    return glob(pattern).matcher(hasTag(pattern) ? name : withoutTag(name)).matches();
  }

  private static String withoutDigest(String name) {
    int at = name.indexOf('@');
    return at < 0 ? name : name.substring(0, at);
  }

  private static boolean hasTag(String name) {
    return name.lastIndexOf(':') > name.lastIndexOf('/');
  }

  private static String withoutTag(String name) {
    return hasTag(name) ? name.substring(0, name.lastIndexOf(':')) : name;
  }

  private static Pattern glob(String pattern) {
    return Pattern.compile(
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  @Override
  public String toString() {
    return text;
  }
}
