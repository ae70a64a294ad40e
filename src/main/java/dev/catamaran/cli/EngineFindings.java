package dev.catamaran.cli;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.orchestrator.swarm.Swarm;
import dev.catamaran.orchestrator.swarm.Unspoken;
import dev.catamaran.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands between a plan and the engine that shall hold it. */
final class EngineFindings {
  private EngineFindings() {}

  /** By registry, why docker's login for it cannot be had. */
  static List<Finding> logins(Map<String, String> troubles) {
    return troubles.entrySet().stream()
        .map(t ->
            Finding.warning(
                    Code.REGISTRY_LOGIN,
                    "there is no login for registry "
                        + t.getKey()
                        + ", though docker's settings have one")
                .because(t.getValue())
                .tryThis("docker login " + t.getKey()))
        .toList();
  }

  /** What an older engine is not told, because its API has no word for it. */
  static List<Finding> words(Plan plan, Swarm swarm) {
    var findings = new ArrayList<Finding>();
    for (var service : plan.services()) {
      service
          .spec()
          .map(swarm::unspoken)
          .orElse(List.of())
          .forEach(word ->
              findings.add(
                  finding(word, "service " + service.service().name())
                      .at(service.service().places().of(""))
                      .of(service.service().name())));
    }
    for (var file : plan.files()) {
      swarm
          .unspoken(file)
          .forEach(word -> findings.add(finding(word, file.kind().word() + " " + file.name())));
    }
    return findings;
  }

  private static Finding finding(Unspoken word, String whose) {
    var message =
        word.needed()
            ? whose + " cannot be: the engine's API has no " + word.word() + " yet"
            : whose + " does without " + word.word() + ": the engine's API has no such word yet";
    var finding =
        word.needed()
            ? Finding.error(Code.API_TOO_OLD, message)
            : Finding.warning(Code.API_TOO_OLD, message);
    return finding
        .because("its API is " + word.spoken() + "; the word came with " + word.since())
        .tryThis("a newer engine on the managers", "leave it out of the file");
  }
}
