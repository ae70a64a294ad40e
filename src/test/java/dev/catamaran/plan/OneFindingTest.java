package dev.catamaran.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Windows lacks is told by several rooms, and for each attribute by one of them. */
class OneFindingTest {
  private static final String EVERYTHING =
      """
      services:
        web:
          image: web
          blkio_config: {weight: 300}
          cap_add: [NET_ADMIN]
          cap_drop: [CHOWN]
          cgroup: private
          cgroup_parent: parent
          cpu_count: 2
          cpu_percent: 20
          cpu_period: 100000
          cpu_quota: 50000
          cpu_shares: 512
          cpuset: "0"
          device_cgroup_rules: ['c 1:3 mr']
          devices: ['/dev/a:/dev/b']
          dns: [10.9.9.9]
          dns_opt: ['ndots:2']
          dns_search: [example.org]
          domainname: example.org
          extra_hosts: ['db:10.0.0.9']
          group_add: [mail]
          hostname: web
          init: true
          ipc: private
          mac_address: '02:42:ac:11:65:43'
          mem_swappiness: 10
          memswap_limit: 64m
          network_mode: host
          oom_kill_disable: true
          oom_score_adj: 100
          pid: host
          pids_limit: 100
          privileged: true
          read_only: true
          runtime: runc
          security_opt: ['label:user:USER']
          shm_size: 64m
          stop_grace_period: 10s
          stop_signal: SIGINT
          sysctls: {net.core.somaxconn: 1024}
          tmpfs: [/run]
          tty: true
          ulimits: {nofile: 1024}
          user: app
          userns_mode: host
          uts: host
          volumes:
            - {type: bind, source: 'C:\\a', target: 'C:\\b', bind: {propagation: shared}}
            - {type: tmpfs, target: 'C:\\c', tmpfs: {size: 1024}}
            - {type: volume, source: data, target: 'C:\\d', volume: {subpath: e}}
            - {type: npipe, source: '\\\\.\\pipe\\f', target: '\\\\.\\pipe\\f', read_only: true}
          working_dir: 'C:\\app'
      volumes: {data: {driver_opts: {type: nfs}}}
      """;

  @Test
  void noAttributeOfAWindowsServiceHasTwoFindings() {
    var planning = Planning.of(EVERYTHING).image("web", "windows(10.0.20348.2000)/amd64");
    var plan = planning.on(new Clusters().linux("l1").windows("w22", "20348.2000", "28.5.2"));
    var lines =
        Stream.concat(planning.told().stream(), plan.findings().stream())
            .collect(groupingBy(f -> f.where().orElseThrow().line(), TreeMap::new, toList()));
    assertThat(lines.values()).filteredOn(several -> several.size() > 1).isEmpty();
    assertThat(lines).hasSizeGreaterThan(35);
  }
}
