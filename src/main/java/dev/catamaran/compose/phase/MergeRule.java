package dev.catamaran.compose.phase;

/** What happens to a value when a later file gives the same key again. */
enum MergeRule {
  /** Mappings are merged, lists joined, anything else is replaced. */
  AUTO,
  /** The later value alone counts. */
  REPLACE,
  /** {@code KEY=value} lists and mappings: by key. */
  KEYED,
  /** Lists of names and mappings by name: united. */
  NAMED,
  /** Lists: joined, equal items once. */
  UNIQUE,
  /** Ports: joined, equal publications once. */
  PORTS,
  /** Mounts: by their path in the container. */
  TARGETS
}
