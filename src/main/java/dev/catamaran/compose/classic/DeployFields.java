package dev.catamaran.compose.classic;

/** What stands under deploy. */
final class DeployFields {
  static final StructForm DEPLOY =
      StructForm.of(
          "mode", TextForm.TEXT,
          "replicas", NumberForm.KEPT_COUNT,
          "labels", PairsForm.FILLED,
          "update_config", update(),
          "rollback_config", update(),
          "resources", StructForm.of("limits", limits(), "reservations", reservations()),
          "restart_policy", restart(),
          "placement", placement(),
          "endpoint_mode", TextForm.TEXT);

  private DeployFields() {}

  private static Form update() {
    return StructForm.of(
            "parallelism", NumberForm.KEPT_COUNT,
            "delay", new DurationForm(false),
            "failure_action", TextForm.TEXT,
            "monitor", new DurationForm(false),
            "max_failure_ratio", RatioForm.RATIO,
            "order", TextForm.TEXT)
        .kept();
  }

  private static Form limits() {
    return StructForm.of("cpus", TextForm.TEXT, "memory", SizeForm.SIZE, "pids", NumberForm.SIGNED)
        .kept();
  }

  private static Form reservations() {
    var resources =
        new StructItem(StructForm.of("discrete_resource_spec", new ResourceForm()).kept(), "");
    return StructForm.of(
            "cpus", TextForm.TEXT,
            "memory", SizeForm.SIZE,
            "generic_resources", new ItemsForm(resources, ItemsForm.Identity.NONE))
        .kept();
  }

  private static Form restart() {
    return StructForm.of(
            "condition",
            TextForm.TEXT,
            "delay",
            new DurationForm(true),
            "max_attempts",
            NumberForm.KEPT_COUNT,
            "window",
            new DurationForm(true))
        .kept();
  }

  private static Form placement() {
    var preference = new StructItem(StructForm.of("spread", TextForm.TEXT).kept(), "");
    return StructForm.of(
        "constraints", TextsForm.LIST,
        "preferences", new ItemsForm(preference, ItemsForm.Identity.NONE),
        "max_replicas_per_node", NumberForm.COUNT);
  }
}
