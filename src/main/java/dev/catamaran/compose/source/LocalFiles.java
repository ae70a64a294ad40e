package dev.catamaran.compose.source;

import java.util.Optional;

/** Reads the files that a Compose file names: env files, configs and secrets. */
public interface LocalFiles {
  /**
   * The file's bytes; empty where it does not exist or cannot be read.
   *
   * @param path as written, relative to the project directory or absolute
   */
  Optional<byte[]> read(String path);
}
