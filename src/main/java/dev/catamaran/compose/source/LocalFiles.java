package dev.catamaran.compose.source;

import java.util.Optional;

/** Reads the files that a Compose file names: other Compose files, env files, configs, secrets. */
public interface LocalFiles {
  /**
   * The file's bytes; empty where it does not exist or cannot be read.
   *
   * @param path as written, relative to the project directory or absolute
   */
  Optional<byte[]> read(String path);

  /** Why a file that was not read could not be: a clause for people. */
  default String trouble(String path) {
    return "there is no such file";
  }
}
