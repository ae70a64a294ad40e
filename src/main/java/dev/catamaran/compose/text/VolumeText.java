package dev.catamaran.compose.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The short form of a mount, {@code [source:]target[:options]}, split where Docker splits it: the
 * colon behind a single letter belongs to a Windows drive.
 *
 * @param options as written, {@code ro,z}
 */
public record VolumeText(Optional<String> source, String target, List<String> options) {

  /** Empty where the text is no mount: an empty part, or more than three. */
  public static Optional<VolumeText> parse(String text) {
    var parts = split(text);
    if (parts.stream().anyMatch(String::isEmpty) || parts.size() > 3) {
      return Optional.empty();
    }
    return Optional.of(
        switch (parts.size()) {
          case 1 -> new VolumeText(Optional.empty(), parts.getFirst(), List.of());
          case 2 -> new VolumeText(Optional.of(parts.getFirst()), parts.get(1), List.of());
          default ->
              new VolumeText(
                  Optional.of(parts.getFirst()),
                  parts.get(1),
                  List.of(parts.get(2).split(",", -1)));
        });
  }

  static List<String> split(String text) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean drive = part.length() == 1 && Character.isLetter(part.charAt(0));
      if (c == ':' && !drive) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
