package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The deploy section. */
class DeployTest {
  @Test
  void what_is_printed() {
    assertThat(
            Stack.web(
                    """
                    deploy:
                      replicas: 0
                      labels: [a, b=c]
                      update_config: {parallelism: 0, delay: 0s, monitor: 100us, max_failure_ratio: 0.3}
                      resources:
                        limits: {cpus: "0.5", memory: 1.5g, pids: 5}
                        reservations:
                          generic_resources: [discrete_resource_spec: {kind: gpu, value: 2.0}]
                      restart_policy: {delay: 0s, max_attempts: 3}
                      placement:
                        constraints: [node.role==worker]
                        preferences: [spread: node.labels.zone]
                        max_replicas_per_node: 2
                      endpoint_mode: dnsrr
                    """)
                .at("services", "web", "deploy"))
        .isEqualTo(
            """
            replicas: 0
            labels:
              a: ""
              b: c
            update_config:
              parallelism: 0
              monitor: 100µs
              max_failure_ratio: 0.3
            resources:
              limits:
                cpus: "0.5"
                memory: "1610612736"
                pids: 5
              reservations:
                generic_resources:
                - discrete_resource_spec:
                    kind: gpu
                    value: 2
            restart_policy:
              delay: 0s
              max_attempts: 3
            placement:
              constraints:
              - node.role==worker
              preferences:
              - spread: node.labels.zone
              max_replicas_per_node: 2
            endpoint_mode: dnsrr
            """);
  }

  @Test
  void nothing_at_all_is_fine() {
    assertThat(Stack.web("deploy:").service()).isEqualTo("{}\n");
  }

  @Test
  void what_is_refused() {
    assertThat(
            Stack.web(
                    """
                    deploy:
                      replicas: -1
                      resources: {limits: {memory: 50x}, reservations: {memory: 1024}}
                      update_config: {order: start-frist}
                    """)
                .findings())
        .containsExactly(
            "4:17 error the number cannot be less than 0",
            "5:36 error \"50x\" is no amount of memory",
            "5:65 error deploy.resources.reservations.memory must be a string, not a whole number,"
                + " \"1024\"",
            "6:30 error deploy.update_config.order is one of start-first, stop-first, not a"
                + " string, \"start-frist\"");
  }

  @Test
  void merging() {
    assertThat(
            Stack.web(
                    "deploy: {replicas: 3, labels: {a: x}, placement: {constraints: [a==b]}, mode: global}",
                    "deploy: {replicas: 0, labels: {a: ''}, placement: {constraints: [c==d]}, mode: ''}")
                .at("services", "web", "deploy"))
        .isEqualTo(
            """
            mode: global
            replicas: 0
            labels:
              a: ""
            placement:
              constraints:
              - a==b
              - c==d
            """);
  }
}
