package dev.catamaran.orchestrator.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.json.JsonText;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InfoWireTest {
  @Test
  void aManagerSaysWhoItIsAndWhoElseManages() {
    var info =
        InfoWire.read(
            JsonText.parse(
                """
                {"Name":"n1","OSType":"linux","Architecture":"x86_64",
                 "ServerVersion":"20.10.24+dfsg1","DockerRootDir":"/var/lib/docker",
                 "Swarm":{"NodeID":"node1","NodeAddr":"10.0.0.1","LocalNodeState":"active",
                  "ControlAvailable":true,
                  "RemoteManagers":[{"NodeID":"node1","Addr":"10.0.0.1:2377"}]}}
                """));
    assertThat(info)
        .hasToString(
            "EngineInfo[nodeId=Optional[node1], name=n1, address=Optional[10.0.0.1],"
                + " swarm=ACTIVE, manager=true, version=Optional[20.10.24+dfsg1],"
                + " platform=linux/amd64, managers=[10.0.0.1:2377], dataRoot=/var/lib/docker]");
  }

  @Test
  void anEngineOutsideASwarmHasNoNodeId() {
    var info =
        InfoWire.read(
            JsonText.parse(
                """
                {"Name":"n1","OSType":"linux","Swarm":{"NodeID":"","LocalNodeState":"inactive",
                 "RemoteManagers":null}}
                """));
    assertThat(info.nodeId()).isEmpty();
    assertThat(info.swarm()).isEqualTo(EngineInfo.SwarmState.INACTIVE);
    assertThat(info.manager()).isFalse();
  }

  @Test
  void aNewerWindowsNamesBuildAndRevisionInItsName() {
    assertThat(
            build(
                "Windows Server 2022 Datacenter Version 21H2 (OS Build 20348.2340)",
                "10.0 20348 (20348.1.amd64fre.fe_release.210507-1500)"))
        .contains("10.0.20348.2340");
  }

  @Test
  void server2016OnAnOldEngineTellsItInTheKernelVersion() {
    assertThat(
            build(
                "Windows Server 2016 Datacenter",
                "10.0 14393 (14393.1198.amd64fre.rs1_release_sec.170427-1353)"))
        .contains("10.0.14393.1198");
  }

  @Test
  void theRevisionOfTheFirstReleaseIsNotTakenForThePatchLevel() {
    assertThat(
            build(
                "Windows Server 2019 Standard",
                "10.0 17763 (17763.1.amd64fre.rs5_release.180914-1434)"))
        .contains("10.0.17763");
  }

  private static Optional<String> build(String system, String kernel) {
    return InfoWire.read(
            JsonText.parse(
                """
                {"Name":"w1","OSType":"windows","Architecture":"x86_64","OperatingSystem":"%s",
                 "KernelVersion":"%s"}
                """
                    .formatted(system, kernel)))
        .platform()
        .osVersion()
        .map(Object::toString);
  }
}
