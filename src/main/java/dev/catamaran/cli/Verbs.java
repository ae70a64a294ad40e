package dev.catamaran.cli;

import dev.catamaran.usage.Command;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The words that may follow {@code catamaran}, in the order of the help. */
final class Verbs {
  private final Console console;

  Verbs(Console console) {
    this.console = console;
  }

  List<Verb> all() {
    var all = new ArrayList<Verb>();
    all.addAll(ofProjects());
    all.addAll(ofClusters());
    all.addAll(ofOurselves());
    return all;
  }

  private Verb verb(String name, String says, BiFunction<Usage, Console, Command> command) {
    return Verb.of(name, says, usage -> command.apply(usage, console));
  }

  private List<Verb> ofProjects() {
    return List.of(
        verb(
            "config",
            "Print the resolved project in canonical form; needs no engine.",
            ConfigCommand::new),
        verb(
            "check",
            "Say what would not work on this cluster, and why; change nothing.",
            CheckCommand::new),
        verb(
            "plan",
            "Show where everything would run and what would change, with the reasons.",
            PlanCommand::new),
        verb(
            "what-if",
            "Say what would break, get simpler or change on another cluster, and in which order to"
                + " get there.",
            WhatIfCommand::new),
        verb(
            "up",
            "Plan, ask, bring the cluster to what the files say, and wait until it runs.",
            UpCommand::new),
        verb(
            "down",
            "Remove every service, network, config and secret of the project, also of a stack that"
                + " docker deployed; volumes stay.",
            DownCommand::new));
  }

  private List<Verb> ofClusters() {
    return List.of(
        verb(
            "ps",
            "List tasks: service, node, Windows build, state, error and open ports.",
            PsCommand::new),
        verb("ls", "List projects, with how much of each runs.", LsCommand::new),
        verb(
            "nodes",
            "List nodes with system, Windows build and engine, and what each cannot do.",
            NodesCommand::new),
        verb(
            "ports",
            "Say who holds which port where, and of one port on which nodes it is free.",
            PortsCommand::new),
        verb(
            "matrix",
            "Print what which node can do, and who says so; needs no engine.",
            MatrixCommand::new),
        verb(
            "compat",
            "Say whether an image of one Windows build runs on a host of another; needs no engine.",
            CompatCommand::new),
        verb(
            "images",
            "Show the platforms of images, Windows builds included, and who told them.",
            ImagesCommand::new),
        verb(
            "explain",
            "Say everything behind a service, a node, a finding's code or a Compose attribute.",
            ExplainCommand::new));
  }

  private List<Verb> ofOurselves() {
    return List.of(
        Verb.group(
            "agent",
            "The daemon of a node: published ports, routes, facts.",
            List.of(
                verb(
                    "run", "Run the agent of this node until it is stopped.", AgentRunCommand::new),
                verb("status", "Say how this node's agent is, as JSON.", AgentStatusCommand::new),
                verb(
                    "clear",
                    "Remove what a stopped agent left in this node's kernel: our table, nothing"
                        + " else.",
                    (usage, to) -> new AgentClearCommand(to)))),
        Verb.group(
            "lab",
            "Simulated clusters, to rehearse on.",
            List.of(
                verb(
                    "run",
                    "Start a simulated cluster and serve the Docker Engine API on loopback until"
                        + " Ctrl-C.",
                    LabRunCommand::new))),
        verb(
            "demo",
            "The tour: a simulated Windows and Linux cluster, a plain Compose file, answers.",
            DemoCommand::new),
        verb("version", "Print the version.", (usage, to) -> new VersionCommand(to)));
  }
}
