package dev.catamaran.capability;

import java.util.Arrays;
import java.util.Optional;

/** Something a plan may want of a node. The {@code sched.*} ones are asked of a manager. */
public enum Feature {
  ENGINE_SUPPORTS_HOST("engine.supportsHost", "the engine runs on this operating system"),
  NET_OVERLAY("net.overlay", "tasks join overlay networks"),
  NET_OVERLAY_ENCRYPTED("net.overlay.encrypted", "tasks join encrypted overlay networks"),
  NET_VIP("net.vip", "tasks reach other services by their virtual IP"),
  NET_INGRESS("net.ingress", "the engine's routing mesh answers on published ports"),
  NET_PUBLISH_HOST_FIXED("net.publish.host.fixed", "a task publishes a fixed port of its node"),
  NET_PUBLISH_HOST_DYNAMIC("net.publish.host.dynamic", "a task publishes a port the engine picks"),
  NET_LOOPBACK("net.loopback.published", "published ports answer on the node's own localhost"),
  SCHED_PLATFORM_FILTER("sched.platformFilter", "the scheduler heeds the image's platform"),
  SCHED_HOST_PORT_FILTER("sched.hostPortFilter", "the scheduler heeds host ports in use"),
  SCHED_OS_VERSION("sched.osVersionMatch", "the scheduler heeds the image's Windows build"),
  SVC_SECRETS("svc.secrets", "services get secrets"),
  SVC_CONFIGS("svc.configs", "services get configs"),
  SVC_FILE_OWNER("svc.files.owner", "owner and mode of secrets and configs are applied"),
  SVC_CREDENTIAL_SPEC("svc.credentialSpec", "services get a Windows credential specification"),
  SVC_CREDENTIAL_SPEC_CONFIG(
      "svc.credentialSpec.config", "the credential specification comes from a config"),
  SVC_ISOLATION("svc.isolation", "a service chooses its isolation"),
  SVC_READ_ONLY("svc.readOnly", "the root file system of a container is read-only"),
  SVC_SYSCTLS("svc.sysctls", "services set kernel parameters"),
  SVC_ULIMITS("svc.ulimits", "services set resource limits of the kernel"),
  SVC_PIDS_LIMIT("svc.limits.pids", "services limit their number of processes"),
  SVC_CAPABILITIES("svc.capabilities", "services add or drop kernel capabilities"),
  SVC_INIT("svc.init", "an init process runs in the container"),
  SVC_EXTRA_HOSTS("svc.extraHosts", "services add names to the hosts file"),
  MOUNT_NPIPE("mount.npipe", "named pipes are mounted"),
  MOUNT_TMPFS("mount.tmpfs", "memory file systems are mounted"),
  MOUNT_BIND_FILE("mount.bind.file", "a single file of the node is mounted");

  private final String id;
  private final String description;

  Feature(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** The name used in the matrix and in JSON. */
  public String id() {
    return id;
  }

  /** What works where the verdict is yes, as a clause. */
  public String description() {
    return description;
  }

  public static Optional<Feature> of(String id) {
    return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
