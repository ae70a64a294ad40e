package dev.catamaran.plan;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
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

  private List<Finding> findings(Service service, EngineVersion engine, Version reads) {
    // Inside list items the canonical tree shows long forms that nobody wrote.
    return service.places().paths().stream()
        .filter(path -> path.indexOf('[') < 0)
        .sorted()
        .flatMap(path ->
            Optional.ofNullable(attributes.get(row(path)))
                .filter(since -> since.compareTo(reads) > 0)
                .map(since -> finding(service, path, since, engine, reads))
                .stream())
        .toList();
  }

  private static String row(String path) {
    return NAMED.matcher("services.*." + path).replaceAll("services.*.$1.*");
  }

  private static Finding finding(
      Service service, String path, Version since, EngineVersion engine, Version reads) {
    return Finding.info(
            Code.KEY_TOO_NEW,
            path
                + " needs version "
                + since
                + " of the format; engine "
                + engine
                + " reads "
                + reads)
        .at(service.places().of(path))
        .of(service.name())
        .because("an engine leaves out what it does not know yet")
        .tryThis("look whether it arrived, with docker service inspect, or update the managers");
  }
}
