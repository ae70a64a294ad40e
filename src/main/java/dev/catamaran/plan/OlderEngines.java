package dev.catamaran.plan;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.compose.NetworkDeclaration;
import dev.catamaran.compose.Service;
import dev.catamaran.compose.grammar.EngineReads;
import dev.catamaran.compose.grammar.Grammar;
import dev.catamaran.compose.grammar.Version;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.EngineVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says which attributes are younger than the oldest manager of the cluster. */
final class OlderEngines {
  private static final Pattern NAMED =
      Pattern.compile("^services\\.\\*\\.(networks|ulimits)\\.[^.]+");

  private final Map<String, Version> attributes;
  private final Optional<EngineVersion> oldest;

  OlderEngines(Cluster cluster) {
    this.attributes = Grammar.classic(Version.NEWEST).attributes();
    this.oldest =
        cluster.nodes().stream()
            .filter(n -> n.role() == Node.Role.MANAGER)
            .flatMap(n -> n.facts().engine().stream())
            .min(EngineVersion::compareTo);
  }

  List<Finding> findings(Service service) {
    return oldest
        .flatMap(
            engine -> EngineReads.newest(engine).map(reads -> findings(service, engine, reads)))
        .orElse(List.of());
  }

  /**
   * A network that the file makes attachable for plain containers. The engine's API has known that
   * since 1.13, its stack files only since 17.04.
   */
  Optional<Finding> finding(NetworkDeclaration network) {
    return network.attachable() && !network.external()
        ? oldest.flatMap(engine ->
            EngineReads.newest(engine)
                .flatMap(reads -> tooNew("networks.*.attachable", "attachable", engine, reads))
                .map(message -> unwritable(network, message)))
        : Optional.empty();
  }

  private static Finding unwritable(NetworkDeclaration network, String message) {
    return Finding.info(Code.KEY_TOO_NEW, message)
        .at(network.places().of("attachable"))
        .because(
            "we ask the engine's API for it, which knows it; its own docker stack deploy refuses"
                + " the file")
        .tryThis(
            "where both must read the file: docker network create --driver overlay --attachable"
                + " NAME, and external: true")
        .says("docker/cli, cli/compose/schema/data (config_schema_v3.2.json)");
  }

  /** What to say where an attribute is younger than what the engine reads. */
  private Optional<String> tooNew(String row, String path, EngineVersion engine, Version reads) {
    return Optional.ofNullable(attributes.get(row))
        .filter(since -> since.compareTo(reads) > 0)
        .map(since ->
            path
                + " needs version "
                + since
                + " of the format; engine "
                + engine
                + " reads "
                + reads);
  }

  private List<Finding> findings(Service service, EngineVersion engine, Version reads) {
    // Inside list items the canonical tree shows long forms that nobody wrote.
    return service.places().paths().stream()
        .filter(path -> path.indexOf('[') < 0)
        .sorted()
        .flatMap(path ->
            tooNew(row(path), path, engine, reads).map(m -> finding(service, path, m)).stream())
        .toList();
  }

  private static String row(String path) {
    return NAMED.matcher("services.*." + path).replaceAll("services.*.$1.*");
  }

  private static Finding finding(Service service, String path, String message) {
    return Finding.info(Code.KEY_TOO_NEW, message)
        .at(service.places().of(path))
        .of(service.name())
        .because("an engine leaves out what it does not know yet")
        .tryThis("look whether it arrived, with docker service inspect, or update the managers");
  }
}
