package dev.catamaran.lab;

import dev.catamaran.model.ApiVersion;
import dev.catamaran.model.EngineVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which version of the Engine API an engine speaks, and how a path names one. */
final class SpokenApi {
  /** The oldest any engine of ours still answers. */
  static final ApiVersion OLDEST = minor(24);

  /** The engine that first spoke each version; the API documentation's version history. */
  private static final TreeMap<EngineVersion, Integer> FIRST =
      new TreeMap<>(
          List.of(
                  "1.13.0 25",
                  "1.13.1 26",
                  "17.03.1 27",
                  "17.04 28",
                  "17.05 29",
                  "17.06 30",
                  "17.07 31",
                  "17.09 32",
                  "17.10 33",
                  "17.11 34",
                  "17.12 35",
                  "18.02 36",
                  "18.03 37",
                  "18.06 38",
                  "18.09 39",
                  "19.03 40",
                  "20.10 41",
                  "23.0 42",
                  "24.0 43",
                  "25.0 44",
                  "26.0 45",
                  "27.0 46",
                  "27.2 47",
                  "28.0 48",
                  "28.1 49",
                  "28.2 50",
                  "28.3 51",
                  "29.0 52")
              .stream()
              .map(line -> line.split(" ", -1))
              .collect(
                  Collectors.toMap(
                      parts -> new EngineVersion(parts[0]), parts -> Integer.parseInt(parts[1]))));

  private SpokenApi() {}

  static ApiVersion minor(int minor) {
    return new ApiVersion(1, minor);
  }

  /** The newest version an engine speaks. */
  static ApiVersion of(EngineVersion engine) {
    return Optional.ofNullable(FIRST.floorEntry(engine))
        .map(Map.Entry::getValue)
        .map(SpokenApi::minor)
        .orElse(OLDEST);
  }

  /** The version that a segment of a path names: {@code 1.41} or {@code v1.41}. */
  static Optional<ApiVersion> in(String segment) {
    return ApiVersion.parse(segment.startsWith("v") ? segment.substring(1) : segment)
        .filter(v -> v.major() == OLDEST.major());
  }
}
