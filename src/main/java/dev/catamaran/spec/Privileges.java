package dev.catamaran.spec;

import java.util.List;
import java.util.Optional;

/**
 * What a container may do, and as whom.
 *
 * @param groups further groups of its user, by name or number
 * @param credentialSpec the identity of a Windows container in its domain
 */
public record Privileges(
    List<String> groups, Capabilities capabilities, Optional<CredentialSpec> credentialSpec) {
  /** Nothing written. */
  public static final Privileges NONE =
      new Privileges(List.of(), Capabilities.NONE, Optional.empty());

  public Privileges {
    groups = List.copyOf(groups);
  }

  /**
   * Where a credential spec is found.
   *
   * @param value for a config the Compose key in a project, the engine's name in a {@link
   *     ServiceSpec}; else the name of a file or registry value on the node
   */
  public record CredentialSpec(Source source, String value) {
    /** The places an engine reads one from. */
    public enum Source {
      CONFIG,
      FILE,
      REGISTRY
    }
  }

  public Privileges withCredentialSpec(Optional<CredentialSpec> other) {
    return new Privileges(groups, capabilities, other);
  }
}
