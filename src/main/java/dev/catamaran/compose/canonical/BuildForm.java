package dev.catamaran.compose.canonical;

import static dev.catamaran.compose.canonical.Form.Value.BYTES;
import static dev.catamaran.compose.canonical.Form.Value.COMMAND;
import static dev.catamaran.compose.canonical.Form.Value.ENVIRONMENT;
import static dev.catamaran.compose.canonical.Form.Value.FLAG;
import static dev.catamaran.compose.canonical.Form.Value.HOSTS;
import static dev.catamaran.compose.canonical.Form.Value.LIMITS;
import static dev.catamaran.compose.canonical.Form.Value.PAIRS;
import static dev.catamaran.compose.canonical.Form.Value.SSH;
import static dev.catamaran.compose.canonical.Form.Value.TEXT;
import static dev.catamaran.compose.canonical.Form.Value.TEXTS;
import static dev.catamaran.compose.canonical.Form.group;
import static dev.catamaran.compose.canonical.Form.kept;
import static dev.catamaran.compose.canonical.Form.list;
import static dev.catamaran.compose.canonical.Form.named;

import dev.catamaran.compose.canonical.Form.Group;

/** The printed form of {@code build:} and {@code develop:}. */
final class BuildForm {
  static final Group BUILD =
      group(
          "context", TEXT,
          "dockerfile", TEXT,
          "dockerfile_inline", TEXT,
          "entitlements", TEXTS,
          "args", ENVIRONMENT,
          "provenance", TEXT,
          "sbom", TEXT,
          "ssh", SSH,
          "labels", PAIRS,
          "cache_from", TEXTS,
          "cache_to", TEXTS,
          "no_cache", FLAG,
          "no_cache_filter", TEXTS,
          "additional_contexts", PAIRS,
          "pull", FLAG,
          "extra_hosts", HOSTS,
          "isolation", TEXT,
          "network", TEXT,
          "target", TEXT,
          "secrets", list(MountForm.GRANT),
          "shm_size", BYTES,
          "tags", TEXTS,
          "ulimits", named(LIMITS),
          "platforms", TEXTS,
          "privileged", FLAG);

  static final Group DEVELOP = group("watch", list(watch()));

  private BuildForm() {}

  private static Group watch() {
    return group(
        "path", kept(TEXT),
        "action", kept(TEXT),
        "target", TEXT,
        "exec", hook().orNothing(),
        "include", TEXTS,
        "ignore", TEXTS,
        "initial_sync", FLAG);
  }

  /** A command that runs in the container at a turn of its life. */
  static Group hook() {
    return group(
        "command", COMMAND,
        "user", TEXT,
        "privileged", FLAG,
        "working_dir", TEXT,
        "environment", ENVIRONMENT);
  }
}
