package dev.catamaran.compose.specification;

/** How one value is laid over another where plain laying over is not meant. */
enum MergeRule {
  /** The later value, whatever it is. */
  REPLACE,
  /** Both as lists of texts, one behind the other; a mapping becomes {@code name=value} items. */
  LISTS,
  /** As lists, and what the earlier has already is not said again. */
  NEW_ITEMS,
  /** A text is the context of a build. */
  BUILD,
  /** A list names services to wait for in the usual way. */
  DEPENDENCIES,
  /** A list names entries about which nothing more is said. */
  NAMES,
  /** Options only mean something to their own driver. */
  LOGGING,
  /** Address pools are the same if their subnets are. */
  POOLS;

  static final PathTable<MergeRule> TABLE =
      new PathTable<MergeRule>()
          .with("networks.*.ipam.config", POOLS)
          .with("networks.*.labels", LISTS)
          .with("volumes.*.labels", LISTS)
          .with("services.*.annotations", LISTS)
          .with("services.*.build", BUILD)
          .with("services.*.build.args", LISTS)
          .with("services.*.build.additional_contexts", LISTS)
          .with("services.*.build.extra_hosts", NEW_ITEMS)
          .with("services.*.build.labels", LISTS)
          .with("services.*.command", REPLACE)
          .with("services.*.depends_on", DEPENDENCIES)
          .with("services.*.deploy.labels", LISTS)
          .with("services.*.dns", LISTS)
          .with("services.*.dns_opt", LISTS)
          .with("services.*.dns_search", LISTS)
          .with("services.*.entrypoint", REPLACE)
          .with("services.*.env_file", LISTS)
          .with("services.*.label_file", LISTS)
          .with("services.*.environment", LISTS)
          .with("services.*.extra_hosts", NEW_ITEMS)
          .with("services.*.healthcheck.test", REPLACE)
          .with("services.*.labels", LISTS)
          .with("services.*.logging", LOGGING)
          .with("services.*.models", NAMES)
          .with("services.*.networks", NAMES)
          .with("services.*.sysctls", LISTS)
          .with("services.*.tmpfs", LISTS)
          .with("services.*.ulimits.*", REPLACE);
}
