package dev.catamaran.capability;

/**
 * Something a plan may want of a node, by its id in the matrix. The ones our own decisions rest on
 * have a constant here; the files of the matrix hold many more. The {@code sched.*} ones are asked
 * of a manager.
 */
public record Feature(String id, Subject subject) {
  public static final Feature ENGINE_SUPPORTS_HOST = new Feature("engine.supportsHost");
  public static final Feature NET_OVERLAY = new Feature("net.overlay");
  public static final Feature NET_OVERLAY_ENCRYPTED = new Feature("net.overlay.encrypted");
  public static final Feature NET_VIP = new Feature("net.vip");
  public static final Feature NET_INGRESS = new Feature("net.ingress");
  public static final Feature NET_PUBLISH_HOST_FIXED = new Feature("net.publish.host.fixed");
  public static final Feature NET_PUBLISH_HOST_DYNAMIC = new Feature("net.publish.host.dynamic");
  public static final Feature NET_LOOPBACK = new Feature("net.loopback.published");
  public static final Feature SCHED_PLATFORM_FILTER = new Feature("sched.platformFilter");
  public static final Feature SCHED_HOST_PORT_FILTER = new Feature("sched.hostPortFilter");
  public static final Feature SCHED_OS_VERSION = new Feature("sched.osVersionMatch");
  public static final Feature SVC_SECRETS = new Feature("svc.secrets");
  public static final Feature SVC_CONFIGS = new Feature("svc.configs");
  public static final Feature SVC_FILE_OWNER = new Feature("svc.files.owner");
  public static final Feature SVC_CREDENTIAL_SPEC = new Feature("svc.credentialSpec");
  public static final Feature SVC_CREDENTIAL_SPEC_CONFIG = new Feature("svc.credentialSpec.config");
  public static final Feature SVC_ISOLATION = new Feature("svc.isolation");
  public static final Feature SVC_READ_ONLY = new Feature("svc.readOnly");
  public static final Feature SVC_SYSCTLS = new Feature("svc.sysctls");
  public static final Feature SVC_ULIMITS = new Feature("svc.ulimits");
  public static final Feature SVC_PIDS_LIMIT = new Feature("svc.limits.pids");
  public static final Feature SVC_CAPABILITIES = new Feature("svc.capabilities");
  public static final Feature SVC_INIT = new Feature("svc.init");
  public static final Feature SVC_EXTRA_HOSTS = new Feature("svc.extraHosts");
  public static final Feature MOUNT_NPIPE = new Feature("mount.npipe");
  public static final Feature MOUNT_TMPFS = new Feature("mount.tmpfs");
  public static final Feature MOUNT_BIND_FILE = new Feature("mount.bind.file");

  /**
   * The feature of that id; its subject, the file that has it, follows from how the id begins.
   *
   * @throws IllegalArgumentException where no subject has such features
   */
  public Feature(String id) {
    this(
        id,
        Subject.of(id)
            .orElseThrow(
                () -> new IllegalArgumentException("no subject has a feature \"" + id + "\"")));
  }

  @Override
  public String toString() {
    return id;
  }
}
