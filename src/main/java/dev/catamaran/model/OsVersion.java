package dev.catamaran.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A Windows version such as 10.0.17763.1217: the build decides compatibility, the revision (UBR)
 * the patch level.
 *
 * @param revision the update build revision; empty where nobody told us, which is not revision 0
 */
public record OsVersion(int major, int minor, int build, OptionalInt revision)
    implements Comparable<OsVersion> {
  private static final Pattern FULL =
      Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?");
  private static final Pattern SHORT = Pattern.compile("(\\d{4,6})(?:\\.(\\d{1,6}))?");
  private static final Comparator<OsVersion> ORDER =
      Comparator.comparingInt(OsVersion::major)
          .thenComparingInt(OsVersion::minor)
          .thenComparingInt(OsVersion::build)
          .thenComparingInt(v -> v.revision().orElse(-1));

  /** Reads {@code 10.0.17763.1217}, {@code 10.0.17763}, {@code 17763.1217} or {@code 17763}. */
  public static Optional<OsVersion> parse(String text) {
    var full = FULL.matcher(text.strip());
    if (full.matches()) {
      return Optional.of(
          new OsVersion(
              Integer.parseInt(full.group(1)),
              Integer.parseInt(full.group(2)),
              Integer.parseInt(full.group(3)),
              revision(full.group(4))));
    }
    var brief = SHORT.matcher(text.strip());
    if (brief.matches()) {
      return Optional.of(
          new OsVersion(10, 0, Integer.parseInt(brief.group(1)), revision(brief.group(2))));
    }
    return Optional.empty();
  }

  private static OptionalInt revision(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  /** Build and revision as Microsoft's update pages write them: {@code 17763.1217}. */
  public String buildAndRevision() {
    return revision.isPresent() ? build + "." + revision.getAsInt() : Integer.toString(build);
  }

  /** Orders by build, then revision; an unknown revision sorts before every known one. */
  @Override
  public int compareTo(OsVersion other) {
    return ORDER.compare(this, other);
  }

  /** The form of {@code os.version} in an image: {@code 10.0.17763.1217}. */
  @Override
  public String toString() {
    return major + "." + minor + "." + buildAndRevision();
  }
}
