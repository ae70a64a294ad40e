package dev.catamaran.compose.classic;

/** What stands under a network, a volume, a secret or a config. */
final class DeclarationFields {
  private static final StructForm NETWORK =
      StructForm.of(
              "name", TextForm.TEXT,
              "driver", TextForm.TEXT,
              "driver_opts", PairsForm.MAPPING,
              "ipam", ipam(),
              "external", new ExternalForm(),
              "internal", FlagForm.FLAG,
              "attachable", FlagForm.FLAG,
              "labels", PairsForm.FILLED)
          .kept()
          .withExtras();

  private static final StructForm VOLUME =
      StructForm.of(
              "name",
              TextForm.TEXT,
              "driver",
              TextForm.TEXT,
              "driver_opts",
              PairsForm.MAPPING,
              "external",
              new ExternalForm(),
              "labels",
              PairsForm.FILLED,
              DeclarationForm.CLUSTER,
              clusterVolume())
          .kept()
          .withExtras();

  private static final StructForm FILE =
      StructForm.of(
              "name", TextForm.TEXT,
              "file", TextForm.TEXT,
              "external", new ExternalForm(),
              "labels", PairsForm.FILLED,
              "driver", TextForm.TEXT,
              "driver_opts", PairsForm.MAPPING,
              "template_driver", TextForm.TEXT)
          .kept()
          .withExtras();

  private DeclarationFields() {}

  static StructForm of(Kind kind) {
    return switch (kind) {
      case NETWORK -> NETWORK;
      case VOLUME -> VOLUME;
      case SECRET, CONFIG -> FILE;
    };
  }

  private static Form ipam() {
    var pool = new StructItem(StructForm.of("subnet", TextForm.TEXT).kept(), "");
    return StructForm.of(
        "driver", TextForm.TEXT, "config", new ItemsForm(pool, ItemsForm.Identity.NONE));
  }

  private static Form clusterVolume() {
    var topology = new StructItem(StructForm.of("segments", PairsForm.FILLED).kept(), "");
    var topologies = new ItemsForm(topology, ItemsForm.Identity.NONE);
    var mount = StructForm.of("fs_type", TextForm.TEXT, "mount_flags", TextsForm.LIST).kept();
    var secret = StructForm.of("key", TextForm.TEXT, "secret", TextForm.TEXT).kept();
    return StructForm.of(
            "group",
            TextForm.TEXT,
            "access_mode",
            StructForm.of(
                    "scope",
                    TextForm.TEXT,
                    "sharing",
                    TextForm.TEXT,
                    "mount_volume",
                    mount,
                    "block_volume",
                    StructForm.of().kept())
                .kept(),
            "accessibility_requirements",
            StructForm.of("requisite", topologies, "preferred", topologies).kept(),
            "capacity_range",
            StructForm.of("required_bytes", SizeForm.SIZE, "limit_bytes", SizeForm.SIZE).kept(),
            "secrets",
            new ItemsForm(new StructItem(secret, ""), ItemsForm.Identity.NONE),
            "availability",
            TextForm.TEXT)
        .kept();
  }
}
