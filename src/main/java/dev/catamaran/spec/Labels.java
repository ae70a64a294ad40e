package dev.catamaran.spec;

/** The labels that carry our state in the engine; there is no other database. */
public final class Labels {
  /** Docker's own stack label: `docker stack ls|ps|services|rm` go by it. */
  public static final String STACK = "com.docker.stack.namespace";

  /** Docker's own note of the image as the user wrote it. */
  public static final String STACK_IMAGE = "com.docker.stack.image";

  /** On a service: the published ports our mesh carries, {@code 8080:80/tcp,8443:443/tcp}. */
  public static final String MESH = "dev.catamaran.mesh";

  /** On a service: short prints of the fields our last deploy gave it, to tell hands from files. */
  public static final String APPLIED = "dev.catamaran.applied";

  /**
   * On a service: how our mesh spreads connections, {@code any} or {@code by-client}. Users write
   * it under deploy.labels.
   */
  public static final String MESH_SPREAD = "dev.catamaran.mesh.spread";

  /**
   * On a service: whether our mesh begins each TCP connection with a PROXY protocol header that
   * names the client, {@code none} or {@code v2}. Users write it under deploy.labels.
   */
  public static final String MESH_PROXY = "dev.catamaran.mesh.proxy-protocol";

  /** On a node: the Windows build number alone, {@code 17763}; constraints compare it. */
  public static final String OS_BUILD = "dev.catamaran.os.build";

  /** On a node: the Windows update build revision alone, {@code 1217}. */
  public static final String OS_REVISION = "dev.catamaran.os.revision";

  /** On a node: whether the kernel has IPVS, {@code true} or {@code false}. */
  public static final String IPVS = "dev.catamaran.kernel.ipvs";

  /** On a node: whether the Hyper-V role is there, {@code true} or {@code false}. */
  public static final String HYPERV = "dev.catamaran.hyperv";

  /** On a node: the subnets its own interfaces are in, {@code 10.1.0.0/16,192.168.7.0/24}. */
  public static final String SUBNETS = "dev.catamaran.net.subnets";

  /** On a node: the TCP ports on which something listens that is not Swarm's, {@code 80,443}. */
  public static final String PORTS_TCP = "dev.catamaran.ports.tcp";

  /** On a node: the same for UDP. */
  public static final String PORTS_UDP = "dev.catamaran.ports.udp";

  /** On a node: the TCP ports its system never gives away, {@code 50000-50059}. */
  public static final String PORTS_EXCLUDED_TCP = "dev.catamaran.ports.excluded.tcp";

  /** On a node: the same for UDP. */
  public static final String PORTS_EXCLUDED_UDP = "dev.catamaran.ports.excluded.udp";

  /** On a node: the ports its outgoing connections take theirs from, {@code 32768-60999}. */
  public static final String PORTS_OUTGOING = "dev.catamaran.ports.outgoing";

  /** On a node: the version of the agent that runs there. */
  public static final String AGENT = "dev.catamaran.agent";

  /** On everything a lab shows: it is a simulation. */
  public static final String SIMULATED = "dev.catamaran.simulated";

  private Labels() {}
}
