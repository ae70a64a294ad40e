package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.model.Sourced;
import dev.catamaran.model.Where;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.Deployment.Mode;
import dev.catamaran.spec.EndpointMode;
import dev.catamaran.spec.Resources;
import dev.catamaran.spec.Resources.Amount;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DeployTest {
  private static Service.Deploy read(String lines) {
    return Loads.web(lines).service().deploy();
  }

  @Test
  void nothingWrittenIsOneReplicaWithTheEnginesDefaults() {
    var deploy = read("");
    assertThat(deploy.deployment())
        .isEqualTo(
            new Deployment(
                new Mode.Replicated(1),
                Deployment.Placement.ANYWHERE,
                Resources.NONE,
                Deployment.Policies.DEFAULT));
    assertThat(deploy.endpointMode()).isEqualTo(Sourced.defaulted(EndpointMode.VIP));
  }

  @Test
  void modeAndReplicas() {
    assertThat(read("deploy: {mode: global}").deployment().mode()).isEqualTo(new Mode.Global());
    assertThat(read("deploy: {replicas: 0}").deployment().mode()).isEqualTo(new Mode.Replicated(0));
    assertThat(read("scale: 3").deployment().mode()).isEqualTo(new Mode.Replicated(3));
    assertThat(
            Loads.web("deploy: {replicas: '${R}'}")
                .set("R", "4")
                .service()
                .deploy()
                .deployment()
                .mode())
        .isEqualTo(new Mode.Replicated(4));
  }

  @Test
  void jobsRunToTheirEnd() {
    assertThat(read("deploy: {mode: global-job}").deployment().mode())
        .isEqualTo(new Mode.GlobalJob());
    assertThat(read("deploy: {mode: replicated-job, replicas: 3}").deployment().mode())
        .isEqualTo(new Mode.ReplicatedJob(3, 3));
  }

  @Test
  void modesAndReplicasThatCannotBeAreRefused() {
    assertThat(Loads.web("deploy:\n  mode: global\n  replicas: 2\n").findings())
        .containsExactly(
            "6:17 error VALUE-INVALID a global service runs one task on every node and takes no"
                + " number of replicas");
    assertThat(Loads.web("deploy:\n  mode: replicate\n  replicas: -1\n").findings())
        .containsExactly(
            "5:13 error VALUE-INVALID expected replicated, global, replicated-job or global-job, not \"replicate\"",
            "6:17 error VALUE-INVALID deploy.replicas is a number from 0 on");
  }

  @Test
  void endpointModeKnowsItsPlace() {
    assertThat(read("deploy: {endpoint_mode: dnsrr}").endpointMode())
        .isEqualTo(Sourced.written(EndpointMode.DNSRR, new Where("c.yaml", 4, 29)));
  }

  @Test
  void constraintsAndLabels() {
    var deploy =
        read(
            """
            deploy:
              labels: [a=b]
              placement:
                constraints: [node.platform.os == windows, "node.labels.disk!=slow"]
            """);
    assertThat(deploy.labels()).hasToString("{a=b}");
    assertThat(deploy.deployment().placement().constraints())
        .isEqualTo(List.of("node.platform.os == windows", "node.labels.disk!=slow"));
    assertThat(Loads.web("deploy: {placement: {constraints: [node.role = manager]}}").findings())
        .containsExactly(
            "4:40 error VALUE-INVALID expected a constraint, not \"node.role = manager\"");
  }

  @Test
  void resources() {
    var deploy =
        read(
            """
            deploy:
              resources:
                limits: {cpus: '0.5', memory: 512M}
                reservations: {cpus: 0.25, memory: 1.5g}
            """);
    assertThat(deploy.deployment().resources())
        .isEqualTo(
            new Resources(
                new Amount(OptionalLong.of(500_000_000), OptionalLong.of(536_870_912)),
                new Amount(OptionalLong.of(250_000_000), OptionalLong.of(1_610_612_736))));
  }

  @Test
  void olderKeysSayTheSame() {
    assertThat(read("mem_limit: 1073741824\nmem_reservation: 1m\ncpus: 2").deployment().resources())
        .isEqualTo(
            new Resources(
                new Amount(OptionalLong.of(2_000_000_000), OptionalLong.of(1_073_741_824)),
                new Amount(OptionalLong.empty(), OptionalLong.of(1_048_576))));
    assertThat(Loads.web("mem_limit: 1g\ndeploy: {resources: {limits: {memory: 2g}}}").findings())
        .containsExactly(
            "4:16 error VALUE-INVALID mem_limit and deploy.resources.limits.memory differ");
  }

  @Test
  void amountsThatAreNoneAreRefused() {
    var lines =
        """
        deploy:
          resources:
            limits:
              memory: 1024
              cpus: 50%
            reservations:
              memory: 50x
        """;
    assertThat(Loads.web(lines).findings())
        .containsExactly(
            "7:19 error VALUE-INVALID deploy.resources.limits.memory must be a string, not a whole"
                + " number, \"1024\"",
            "8:17 error VALUE-INVALID \"50%\" is no number",
            "10:19 error VALUE-INVALID \"50x\" is no amount of memory");
  }

  @Test
  void policies() {
    var policies =
        read("""
        deploy:
          restart_policy: {condition: on-failure, delay: 5s, max_attempts: 3, window: 2m}
          update_config:
            {parallelism: 2, delay: 10s, failure_action: rollback, monitor: 1m30s,
             max_failure_ratio: 0.3, order: start-first}
          rollback_config: {parallelism: 0}
        """)
            .deployment()
            .policies();
    assertThat(policies)
        .hasToString(
            "Policies[update=Optional[UpdatePolicy[parallelism=OptionalInt[2],"
                + " delay=Optional[PT10S], failureAction=Optional[rollback],"
                + " monitor=Optional[PT1M30S], maxFailureRatio=Optional[0.3],"
                + " order=Optional[start-first]]],"
                + " rollback=Optional[UpdatePolicy[parallelism=OptionalInt[0],"
                + " delay=Optional.empty, failureAction=Optional.empty, monitor=Optional.empty,"
                + " maxFailureRatio=Optional.empty, order=Optional.empty]],"
                + " restart=Optional[RestartPolicy[condition=Optional[on-failure],"
                + " delay=Optional[PT5S], maxAttempts=OptionalLong[3], window=Optional[PT2M]]]]");
  }

  @Test
  void policiesThatCannotBeAreRefused() {
    var lines =
        """
        deploy:
          restart_policy: {condition: always, delay: 10}
          update_config: {order: first, max_failure_ratio: 2}
        """;
    assertThat(Loads.web(lines).findings())
        .containsExactly(
            "5:35 error VALUE-INVALID expected one of none, on-failure, any, not \"always\"",
            "5:50 error VALUE-INVALID deploy.restart_policy.delay must be a string, not a whole"
                + " number, \"10\"",
            "6:30 error VALUE-INVALID deploy.update_config.order is one of start-first, stop-first,"
                + " not a string, \"first\"",
            "6:56 error VALUE-INVALID expected a number from 0 to 1, not \"2\"");
  }
}
