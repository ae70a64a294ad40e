package dev.catamaran.compose;

import dev.catamaran.model.ProjectName;
import dev.catamaran.model.ServiceName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An application as its Compose files describe it. Every reference of a service resolves here; the
 * implicit {@code default} network is declared only if a service uses it.
 *
 * @param networks by Compose key
 * @param volumes by Compose key
 * @param configs by Compose key
 * @param secrets by Compose key
 */
public record Project(
    ProjectName name,
    Map<ServiceName, Service> services,
    Map<String, NetworkDeclaration> networks,
    Map<String, VolumeDeclaration> volumes,
    Map<String, FileDeclaration> configs,
    Map<String, FileDeclaration> secrets) {
  public Project {
    services = kept(services);
    networks = kept(networks);
    volumes = kept(volumes);
    configs = kept(configs);
    secrets = kept(secrets);
  }

  private static <K, V> Map<K, V> kept(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
