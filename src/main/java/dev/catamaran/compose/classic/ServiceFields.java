package dev.catamaran.compose.classic;

/** What stands under a service, in the order in which Docker prints it. */
final class ServiceFields {
  static final String ENVIRONMENT = "environment";
  static final String ENV_FILE = "env_file";

  static final StructForm SERVICE =
      StructForm.of(
              "build", new BuildForm(),
              "cap_add", TextsForm.LIST,
              "cap_drop", TextsForm.LIST,
              "cgroupns_mode", TextForm.TEXT,
              "cgroup_parent", TextForm.TEXT,
              "command", CommandForm.COMMAND,
              "configs", grants(),
              "container_name", TextForm.TEXT,
              "credential_spec",
                  StructForm.of(
                      "config", TextForm.TEXT, "file", TextForm.TEXT, "registry", TextForm.TEXT),
              "depends_on", TextsForm.LIST,
              "deploy", DeployFields.DEPLOY,
              "devices", TextsForm.LIST,
              "dns", TextsForm.ONE_OR_LIST,
              "dns_search", TextsForm.ONE_OR_LIST,
              "domainname", TextForm.TEXT,
              "entrypoint", CommandForm.COMMAND,
              ENVIRONMENT, PairsForm.NULLABLE,
              ENV_FILE, TextsForm.ONE_OR_LIST,
              "expose", TextsForm.WITH_NUMBERS,
              "external_links", TextsForm.LIST,
              "extra_hosts", HostsForm.HOSTS,
              "hostname", TextForm.TEXT,
              "healthcheck", HealthcheckFields.HEALTHCHECK,
              "image", TextForm.TEXT,
              "init", new FlagForm(true),
              "ipc", TextForm.TEXT,
              "isolation", TextForm.TEXT,
              "labels", PairsForm.FILLED,
              "links", TextsForm.LIST,
              "logging", new LoggingForm(),
              "mac_address", TextForm.TEXT,
              "network_mode", TextForm.TEXT,
              "networks", new AttachmentsForm(),
              "pid", TextForm.TEXT,
              "ports", new ItemsForm(new PortItem(), ItemsForm.Identity.PUBLISHED),
              "privileged", FlagForm.FLAG,
              "read_only", FlagForm.FLAG,
              "restart", TextForm.TEXT,
              "secrets", grants(),
              "security_opt", TextsForm.LIST,
              "shm_size", TextForm.TEXT,
              "stdin_open", FlagForm.FLAG,
              "stop_grace_period", new DurationForm(true),
              "stop_signal", TextForm.TEXT,
              "sysctls", PairsForm.FILLED,
              "tmpfs", TextsForm.ONE_OR_LIST,
              "tty", FlagForm.FLAG,
              "ulimits", new MapForm(new UlimitForm(), MapForm.Nothing.STAYS),
              "user", TextForm.TEXT,
              "userns_mode", TextForm.TEXT,
              "volumes", new ItemsForm(new MountItem(), ItemsForm.Identity.TARGET),
              "working_dir", TextForm.TEXT)
          .kept()
          .withExtras();

  private ServiceFields() {}

  /** Configs and secrets that a service may read. */
  private static Form grants() {
    var grant =
        StructForm.of(
                "source", TextForm.TEXT,
                "target", TextForm.TEXT,
                "uid", TextForm.TEXT,
                "gid", TextForm.TEXT,
                "mode", NumberForm.KEPT_SMALL)
            .kept();
    return new ItemsForm(new StructItem(grant, "source"), ItemsForm.Identity.SOURCE);
  }
}
