package dev.catamaran.compose.classic;

import java.util.List;

/** What a project declares beside its services. */
enum Kind {
  NETWORK("network"),
  VOLUME("volume"),
  SECRET("secret"),
  CONFIG("config");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** Whether its content comes from a file. */
  boolean hasFile() {
    return this == SECRET || this == CONFIG;
  }

  /** What cannot be said of one that exists already. */
  List<String> foreignToExternal() {
    return this == VOLUME ? List.of("driver", "driver_opts", "labels") : List.of();
  }
}
