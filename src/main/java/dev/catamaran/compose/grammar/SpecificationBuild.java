package dev.catamaran.compose.grammar;

import static dev.catamaran.compose.grammar.Shape.any;
import static dev.catamaran.compose.grammar.Shape.flag;
import static dev.catamaran.compose.grammar.Shape.list;
import static dev.catamaran.compose.grammar.Shape.nothing;
import static dev.catamaran.compose.grammar.Shape.text;
import static dev.catamaran.compose.grammar.Shape.words;
import static dev.catamaran.compose.grammar.SpecificationFormat.flagOrText;
import static dev.catamaran.compose.grammar.SpecificationFormat.integral;
import static dev.catamaran.compose.grammar.SpecificationFormat.keys;
import static dev.catamaran.compose.grammar.SpecificationFormat.pairs;
import static dev.catamaran.compose.grammar.SpecificationFormat.textOrList;

/** The Compose Specification: {@code build:}, {@code develop:} and hooks. */
final class SpecificationBuild {
  private SpecificationBuild() {}

  static Shape build() {
    return keys(
        "context", text(),
        "dockerfile", text(),
        "dockerfile_inline", text(),
        "entitlements", list(text()),
        "args", pairs(),
        "ssh", pairs(),
        "labels", pairs(),
        "cache_from", list(text()),
        "cache_to", list(text()),
        "no_cache", flagOrText(),
        "no_cache_filter", textOrList(),
        "additional_contexts", pairs(),
        "network", text(),
        "provenance", flagOrText(),
        "sbom", flagOrText(),
        "pull", flagOrText(),
        "target", text(),
        "shm_size", integral(),
        "extra_hosts", SpecificationService.extraHosts(),
        "isolation", text(),
        "privileged", flagOrText(),
        "secrets", SpecificationService.files(),
        "tags", list(text()),
        "ulimits", SpecificationService.ulimits(),
        "platforms", list(text()));
  }

  static Shape develop() {
    var watch =
        keys(
                "ignore", textOrList(),
                "include", textOrList(),
                "path", text(),
                "action", words("rebuild", "sync", "restart", "sync+restart", "sync+exec"),
                "target", text(),
                "exec", hook(),
                "initial_sync", flag())
            .requires("path", "action");
    return any(keys("watch", list(watch)), nothing());
  }

  static Shape hook() {
    return keys(
            "command", SpecificationService.command(),
            "user", text(),
            "privileged", flagOrText(),
            "working_dir", text(),
            "environment", pairs())
        .requires("command");
  }
}
