package dev.catamaran.mesh;

/** The relay, between the same network namespaces as the kernel's plane. */
class RelayBetweenHostsContractTest extends KernelPlaneContractTest {
  @Override
  DataPlane plane() throws Exception {
    return onNode(() -> PlaneChoice.RELAY.open(EVERYWHERE, relay).plane());
  }
}
