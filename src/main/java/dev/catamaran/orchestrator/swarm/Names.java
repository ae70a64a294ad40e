package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.spec.FileKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The engine's ids of what services refer to by name. A name or id that is not known stands for
 * itself: the engine then says what is missing, in its own words.
 */
record Names(
    Map<String, String> networks, Map<String, String> configs, Map<String, String> secrets) {
  static final Names NONE = new Names(Map.of(), Map.of(), Map.of());

  /** From the lists the engine gives. */
  static Names of(Json networks, Json configs, Json secrets) {
    var networkIds = new LinkedHashMap<String, String>();
    // A name may exist once per scope; a service means the network of the swarm.
    for (var scope : List.of("local", "global", "swarm")) {
      networks.items().stream()
          .filter(n -> n.get("Scope").text().orElse("").equals(scope))
          .forEach(n -> networkIds.put(text(n, "Name"), text(n, "Id")));
    }
    return new Names(networkIds, fileIds(configs), fileIds(secrets));
  }

  private static Map<String, String> fileIds(Json files) {
    var ids = new LinkedHashMap<String, String>();
    files.items().forEach(f -> ids.put(f.at("Spec", "Name").text().orElse(""), text(f, "ID")));
    return ids;
  }

  private static String text(Json json, String key) {
    return json.get(key).text().orElse("");
  }

  String networkId(String name) {
    return networks.getOrDefault(name, name);
  }

  String networkName(String id) {
    return inverse(networks).getOrDefault(id, id);
  }

  String fileId(FileKind kind, String name) {
    return (kind == FileKind.CONFIG ? configs : secrets).getOrDefault(name, name);
  }

  private static Map<String, String> inverse(Map<String, String> ids) {
    var names = new HashMap<String, String>();
    ids.forEach((name, id) -> names.put(id, name));
    return names;
  }
}
