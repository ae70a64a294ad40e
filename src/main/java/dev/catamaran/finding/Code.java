package dev.catamaran.finding;

/** Every kind of finding, named once; {@code catamaran explain CODE} prints the meaning. */
public enum Code {
  FILE_MISSING("A file that the command or the Compose file names cannot be read."),
  YAML_BROKEN("The text is not YAML, or not YAML that Compose accepts."),
  DIALECT_CHOSEN("The file decided by which of Docker's two sets of rules it was read."),
  KEY_UNKNOWN("A key that no Compose format knows; most often a typing error."),
  KEY_TOO_NEW("A key that the file's version of the Compose format does not have yet."),
  KEY_NOT_APPLIED("A key Compose knows, which has no effect on a Swarm service."),
  KEY_NOT_SUPPORTED(
      "A key Compose knows and Catamaran does not yet handle; an error where dropping it would"
          + " change what runs."),
  KEY_ON_WINDOWS("A key that a service on Windows is rejected for, or has to do without."),
  VALUE_INVALID("A value that its key does not take."),
  NAME_INVALID("A name that its project or service cannot have."),
  COMMAND_BACKSLASH(
      "A command written as one text is split like a shell line, which eats backslashes."),
  VARIABLE_UNSET("A variable that the file uses is not set; an empty text was put in its place."),
  VARIABLE_REQUIRED("A variable that the file requires with ${NAME:?...} is not set."),
  INTERPOLATION_INVALID("A ${...} expression that cannot be read."),
  REFERENCE_UNDEFINED(
      "A service names a network, volume, config, secret or service nobody declares."),
  PORT_INVALID("A port or port range that is not one, or is out of 1-65535."),
  IMAGE_MISSING("A service has no image; an engine cannot build on deployment."),
  IMAGE_PLATFORM_UNKNOWN(
      "Nobody could say which platforms the image offers, so no node can be chosen for it."),
  IMAGE_NOT_FOUND("The registry answered that it has no such image."),
  REGISTRY_UNREACHABLE("The registry that holds the image did not answer."),
  REGISTRY_LOGIN("The login that docker keeps for a registry could not be had."),
  API_TOO_OLD("The engine's API has no word yet for what a service asks."),
  PLATFORM_CHOSEN("The image is made for several operating systems, and one was chosen."),
  PLATFORM_NONE("No node of the cluster runs what the image is made for."),
  BUILD_MISMATCH("The Windows build of the image does not start on the Windows build of the node."),
  BUILD_UNKNOWN("A Windows node does not say which build it runs, so it cannot be judged."),
  BUILD_DOUBTFUL(
      "The image may fail to start on a node: sources disagree, or a revision decides that is not"
          + " known or not equal."),
  PLACEMENT_NONE("No node may hold the service."),
  RESOURCES_SHORT("Nodes have less free than the tasks of a service reserve."),
  REPLICAS_LIMIT("More tasks are wanted than max_replicas_per_node lets the nodes hold."),
  PLUGIN_MISSING("The engine of a node lacks a driver that the service names."),
  SPREAD_IDLE("A preference to spread tasks over a label has no effect."),
  OVERLAY_MISSING("A Windows node cannot join an overlay network at its patch level."),
  OVERLAY_ENCRYPTED("An encrypted overlay network does not work on Windows."),
  NETWORK_EXTERNAL_MISSING(
      "An external network that the file names does not exist in the cluster."),
  NETWORK_CHANGED(
      "A network of the project exists in another shape, and engines cannot change one."),
  NETWORK_SCOPE("A network that a service needs is no overlay and exists on one node only."),
  NETWORK_AMBIGUOUS("Several networks of the cluster have the name that the file gives."),
  NETWORK_SUBNET("Two networks, or a network and a node, claim the same addresses."),
  NETWORK_FULL("A network has fewer addresses than the tasks on it need."),
  NETWORK_OPTION(
      "An option of a network is wrong, or some node that carries the network does not heed it."),
  NETWORK_MODE("A Swarm service cannot have the network_mode that the file asks for."),
  NETWORK_INGRESS(
      "The engine's routing mesh cannot carry a published port: its own network is missing."),
  PORT_TAKEN("Two parties want the same published port."),
  PORT_PROTECTED("A published port that Swarm itself needs, or that would lock operators out."),
  PORT_PROTOCOL("The published port needs a way of publishing that does not carry its protocol."),
  PORT_REPLICAS("More tasks than nodes want the same fixed host port."),
  PORT_UPDATE(
      "An update that starts new tasks first can never have the host port that the old ones hold."),
  PORT_RESERVED(
      "A published port lies in a range that a node's system keeps, or gives to outgoing"
          + " connections."),
  PUBLISH_IMPOSSIBLE("A node cannot publish a port the way the plan needs."),
  DISCOVERY_IMPOSSIBLE("The discovery mode the file asks for does not work on a node involved."),
  MESH_NEEDS_AGENT("A port is published by Catamaran's mesh, and a node runs no agent."),
  FACT_UNKNOWN("A node does not tell a fact the plan would like to know."),
  NODE_QUIRK("A node does not heed, or is known to misbehave in, something that a service uses."),
  LOOPBACK_MISSING("A published port does not answer on the localhost of a node."),
  ISOLATION_HYPERV("The service needs Hyper-V isolation on the node."),
  MOUNT_PATH("A mount's path does not suit the operating system of the service."),
  MOUNT_IMPOSSIBLE(
      "A kind or option of a mount that the operating system of the service does not have."),
  MOUNT_SOURCE(
      "A directory of the node that must be there on every node that may hold the service."),
  FILE_TARGET("A place in the container where its operating system puts no secret or config."),
  FILE_SIZE("A secret or config is empty, or larger than a Swarm keeps."),
  FILE_READERS("Who can read a secret or config on Windows is not who the file says."),
  LAB_INVALID("The lab file says something a lab cannot be."),
  PLAN_MOVED("The cluster is not what it was when the plan was saved."),
  PLAN_SECRET("A saved plan holds no secret, and the secret's own place has changed since."),
  OWNER_FOREIGN("An object of that name exists in the cluster and belongs to someone else.");

  private final String meaning;

  Code(String meaning) {
    this.meaning = meaning;
  }

  /** One sentence for people. */
  public String meaning() {
    return meaning;
  }

  /** As printed: {@code PORT-TAKEN}. */
  public String word() {
    return name().replace('_', '-');
  }

  @Override
  public String toString() {
    return word();
  }
}
