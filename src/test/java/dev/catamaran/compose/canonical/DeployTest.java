package dev.catamaran.compose.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeployTest {
  private static String deploy(String lines) {
    return Prints.web("deploy: {" + lines + "}").at("services.web.deploy");
  }

  @Test
  void resources() {
    assertThat(
            deploy(
                "resources: {limits: {cpus: '0.50', memory: 512M, pids: 9},"
                    + " reservations: {memory: 1gb,"
                    + " generic_resources: [{discrete_resource_spec: {kind: gpu, value: 2}}]}}"))
        .isEqualTo(
            """
            resources:
              limits:
                cpus: 0.5
                memory: "536870912"
                pids: 9
              reservations:
                memory: "1073741824"
                generic_resources:
                - discrete_resource_spec:
                    kind: gpu
                    value: 2\
            """);
  }

  @Test
  void policies() {
    assertThat(
            deploy(
                "update_config: {parallelism: 0, delay: 0s, max_failure_ratio: 0.1},"
                    + " restart_policy: {condition: any, delay: 5s, max_attempts: 0}"))
        .isEqualTo(
            """
            update_config:
              parallelism: 0
              max_failure_ratio: 0.1
            restart_policy:
              condition: any
              delay: 5s
              max_attempts: 0\
            """);
  }

  @Test
  void scaleIsTheNumberOfReplicas() {
    assertThat(Prints.web("scale: 3\ndeploy: {mode: replicated}").at("services.web.deploy"))
        .isEqualTo("mode: replicated\nreplicas: 3");
    assertThat(Prints.web("scale: 3\ndeploy: {replicas: 2}").errors())
        .containsExactly("4:12 scale is 3 and deploy.replicas 2");
    assertThat(Prints.web("deploy: {replicas: -1}").errors())
        .containsExactly("4:24 deploy.replicas is a number from 0 on");
  }

  @Test
  void oldAndNewLimitsMustAgree() {
    assertThat(
            Prints.web("cpus: 2\nmem_limit: 1g\ndeploy: {resources: {limits: {cpus: '2'}}}")
                .errors())
        .containsExactly("5:16 mem_limit and deploy.resources.limits.memory differ");
  }

  @Test
  void severalReplicasHaveNoContainerName() {
    assertThat(Prints.web("container_name: one\ndeploy: {replicas: 2}").errors())
        .containsExactly("4:5 several containers of one service cannot have the same name");
  }
}
