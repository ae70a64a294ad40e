package dev.catamaran.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.orchestrator.swarm.Everything;
import dev.catamaran.plan.Fields.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {
  /** Our own names for parts that Compose has no word for. */
  private static final String OURS =
      ".*(container|deployment|execution|kernel|resolver|privileges|arguments|mounts|policies).*";

  @Test
  void everyFieldHasTheNameAnOperatorKnows() {
    var fields = Fields.of(Everything.service("shop_web", "shop/web:1.4"));
    assertThat(fields.values())
        .extracting(Fields.Field::path)
        .noneMatch(path -> path.replaceAll("\\[[^]]*]", "").matches(OURS))
        .noneMatch(path -> path.matches("[a-z_.]*[a-z][A-Z].*"))
        .contains(
            "cap_add",
            "deploy.resources.limits.cpus",
            "deploy.resources.limits.pids",
            "deploy.placement.constraints",
            "deploy.placement.max_replicas_per_node",
            "deploy.update_config.parallelism",
            "deploy.replicas",
            "extra_hosts",
            "healthcheck.start_interval",
            "logging.options.max-size",
            "networks",
            "networks[shop_back].driver_opts.example.com/lane",
            "oom_score_adj",
            "read_only",
            "stop_grace_period",
            "volumes[/data].volume.subpath",
            "volumes[/scratch].tmpfs.mode");
  }

  @Test
  void valuesAreWrittenAsInAComposeFile() {
    var fields = Fields.of(Everything.service("shop_web", "shop/web:1.4"));
    assertThat(fields)
        .containsEntry(
            "volumes[/scratch].tmpfs.mode", new Field("volumes[/scratch].tmpfs.mode", "01777"))
        .containsEntry("deploy.mode", new Field("deploy.mode", "replicated"))
        .containsEntry(
            "healthcheck.start_interval", new Field("healthcheck.start_interval", "0.5s"))
        .containsEntry("dns", new Field("dns", "[\"10.0.0.53\", \"fd00::53\"]"));
  }

  @Test
  void aNetworkToo() {
    assertThat(Fields.of(Everything.network("shop_back", Map.of())).values())
        .extracting(Fields.Field::path)
        .contains("attachable", "internal", "enable_ipv6", "ipam.config[0].subnet");
  }
}
