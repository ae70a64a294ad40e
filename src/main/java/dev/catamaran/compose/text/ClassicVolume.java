package dev.catamaran.compose.text;

import java.util.Optional;

/**
 * The short form of a mount as {@code docker stack} reads it; options it does not know are dropped.
 *
 * @param source empty for an anonymous volume
 * @param options as written, separated by commas
 */
public record ClassicVolume(String source, String target, String options) {

  /** The kinds of mount that a short form can stand for. */
  public enum Type {
    BIND("bind"),
    VOLUME("volume"),
    NPIPE("npipe");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * Reads the short form.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  public static ClassicVolume parse(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a mount needs a path in the container");
    }
    if (text.length() <= 2) {
      return new ClassicVolume("", text, "");
    }
    var parts = VolumeText.split(text);
    if (parts.contains("")) {
      throw new IllegalArgumentException("nothing stands between two colons of \"" + text + "\"");
    }
    return switch (parts.size()) {
      case 1 -> new ClassicVolume("", parts.getFirst(), "");
      case 2 -> new ClassicVolume(parts.getFirst(), parts.get(1), "");
      case 3 -> new ClassicVolume(parts.getFirst(), parts.get(1), parts.get(2));
      default -> throw new IllegalArgumentException("too many colons in \"" + text + "\"");
    };
  }

  public Type type() {
    if (source.isEmpty()) {
      return Type.VOLUME;
    }
    // With slashes it is a path that docker leaves alone.
    if (source.startsWith("\\\\") && HostPaths.isPipe(source)) {
      return Type.NPIPE;
    }
    boolean path =
        "./~".indexOf(source.charAt(0)) >= 0
            || source.startsWith("\\\\")
            || (source.length() > 1
                && Character.isLetter(source.charAt(0))
                && source.charAt(1) == ':');
    return path ? Type.BIND : Type.VOLUME;
  }

  public boolean readOnly() {
    boolean readOnly = false;
    for (var option : options.split(",", -1)) {
      readOnly = option.equals("ro") || (readOnly && !option.equals("rw"));
    }
    return readOnly;
  }

  public boolean noCopy() {
    return ("," + options + ",").contains(",nocopy,");
  }

  /** The last one named counts. */
  public Optional<String> propagation() {
    Optional<String> found = Optional.empty();
    for (var option : options.split(",", -1)) {
      switch (option) {
        case "rprivate", "private", "rshared", "shared", "rslave", "slave" ->
            found = Optional.of(option);
        default -> {}
      }
    }
    return found;
  }
}
