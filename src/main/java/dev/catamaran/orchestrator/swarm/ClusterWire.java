package dev.catamaran.orchestrator.swarm;

import dev.catamaran.cluster.AddressPools;
import dev.catamaran.cluster.AskedEngine;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Task;
import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.model.Cidr;
import dev.catamaran.model.Port;
import dev.catamaran.spec.FileKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The lists an engine gives, as one moment. */
final class ClusterWire {
  private ClusterWire() {}

  /** What is asked of an engine, in the order in which {@link #read} takes the answers. */
  static List<Question> questions(ApiVersion api) {
    var questions = new ArrayList<Question>();
    questions.add(Question.get("/nodes", "list the nodes"));
    questions.add(Question.get("/info", "ask for the cluster's id"));
    questions.add(Question.get("/services", "list the services"));
    questions.add(Question.get("/tasks", "list the tasks"));
    questions.addAll(names(api));
    return questions;
  }

  /** What services refer to by name. Secrets came with API 1.25, configs with 1.30. */
  static List<Question> names(ApiVersion api) {
    var questions = new ArrayList<Question>();
    questions.add(Question.get("/networks", "list the networks"));
    questions.add(Question.get("/secrets", "list the secrets"));
    if (api.atLeast(1, 30)) {
      questions.add(Question.get("/configs", "list the configs"));
    }
    return questions;
  }

  static Names readNames(List<Json> answers) {
    var configs = answers.size() > 2 ? answers.get(2) : Json.Arr.EMPTY;
    return Names.of(answers.get(0), configs, answers.get(1));
  }

  /** Running containers of the asked node; the last answer, where it is asked for. */
  static Question containers() {
    return Question.get("/containers/json", "list the containers of its node");
  }

  /**
   * Reads the answers to {@link #questions}, and those on containers.
   *
   * @param api the port by which the engine was asked
   */
  static Cluster read(
      ApiVersion version, List<Json> answers, List<Json> containers, Optional<Port> api) {
    var swarm = answers.get(1).get("Swarm");
    var asked =
        new AskedEngine(
            swarm.get("NodeID").nonEmptyText(),
            api,
            EndpointWire.readNumber(swarm.at("Cluster", "DataPathPort"))
                .orElse(AskedEngine.USUAL_DATA_PATH),
            containers.stream().flatMap(PlainContainerWire::read).toList());
    return read(version, answers, asked);
  }

  private static Cluster read(ApiVersion api, List<Json> answers, AskedEngine asked) {
    var named = answers.subList(4, answers.size());
    var wire = new ServiceWire(api, readNames(named));
    var files =
        new ArrayList<>(
            named.get(1).items().stream().map(f -> FileWire.read(FileKind.SECRET, f)).toList());
    if (named.size() > 2) {
      named.get(2).items().forEach(f -> files.add(FileWire.read(FileKind.CONFIG, f)));
    }
    return new Cluster(
        answers.get(1).at("Swarm", "Cluster", "ID").text().orElse(""),
        answers.get(0).items().stream().map(NodeWire::read).toList(),
        new Cluster.Networking(
            named.get(0).items().stream().map(NetworkWire::read).toList(),
            pools(answers.get(1).at("Swarm", "Cluster"))),
        files,
        new Cluster.Work(
            answers.get(2).items().stream()
                .filter(ClusterWire::runsContainers)
                .map(wire::readLive)
                .toList(),
            tasks(answers.get(2), answers.get(3)),
            asked));
  }

  /** Engines before 18.09 take subnets from blocks that they do not name. */
  private static Optional<AddressPools> pools(Json swarm) {
    var blocks =
        swarm.get("DefaultAddrPool").items().stream()
            .flatMap(b -> b.text().flatMap(Cidr::parse).stream())
            .toList();
    long bits = swarm.get("SubnetSize").number().orElse(0);
    return bits > 0 && bits <= Integer.SIZE && !blocks.isEmpty()
        ? Optional.of(new AddressPools(blocks, (int) bits))
        : Optional.empty();
  }

  /** The tasks of a job's earlier runs are its history, and count for nothing now. */
  private static List<Task> tasks(Json services, Json tasks) {
    var runs = new HashMap<String, Long>();
    services.items().stream()
        .filter(s -> !s.get("JobStatus").isNull())
        .forEach(s -> runs.put(s.get("ID").text().orElse(""), run(s.get("JobStatus"))));
    return tasks.items().stream()
        .filter(t ->
            Optional.ofNullable(runs.get(t.get("ServiceID").text().orElse("")))
                .map(r -> r == run(t))
                .orElse(true))
        .map(TaskWire::read)
        .toList();
  }

  /** Go leaves a zero out. */
  private static long run(Json job) {
    return job.at("JobIteration", "Index").number().orElse(0);
  }

  /** Engine plugins are services too, and have no container. */
  private static boolean runsContainers(Json service) {
    return !service.at("Spec", "TaskTemplate", "ContainerSpec").isNull();
  }
}
