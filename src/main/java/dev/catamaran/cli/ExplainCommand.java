package dev.catamaran.cli;

import dev.catamaran.assembly.Session;
import dev.catamaran.assembly.Target;
import dev.catamaran.cluster.Cluster;
import dev.catamaran.compose.Project;
import dev.catamaran.compose.Service;
import dev.catamaran.compose.support.AttributeFacts;
import dev.catamaran.finding.Closest;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.json.Json;
import dev.catamaran.plan.Plan;
import dev.catamaran.usage.Command;
import dev.catamaran.usage.Text;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything behind one word: every decision on a service, what a node can do, what a finding's
 * code means, what becomes of a Compose attribute.
 */
final class ExplainCommand implements Command {
  private static final String SERVICE = "service:";
  private static final String NODE = "node:";

  private final Console console;
  private final Text subject;
  private final ProjectOptions project;
  private final EngineOptions engine;
  private final ImageOptions images;
  private final PlanningOptions planning;
  private final OutputOptions output;

  ExplainCommand(Usage usage, Console console) {
    this.console = console;
    subject =
        usage.optionalOperand(
            "SERVICE|NODE|CODE|ATTRIBUTE",
            "A service, a node (service:NAME or node:NAME where it could be both), a finding's code"
                + " such as PORT-TAKEN, or an attribute such as cap_add; default: list the codes.");
    project = new ProjectOptions(usage);
    engine = new EngineOptions(usage);
    images = new ImageOptions(usage);
    planning = new PlanningOptions(usage);
    output = new OutputOptions(usage);
  }

  @Override
  public int run() {
    if (!subject.given()) {
      codes(Arrays.asList(Code.values()));
      return ExitCode.DONE.number();
    }
    return explain(subject.value().orElseThrow()).number();
  }

  private ExitCode explain(String word) {
    var code = code(word);
    if (code.isPresent()) {
      codes(List.of(code.get()));
      return ExitCode.DONE;
    }
    boolean aimed = project.given() || engine.given() || images.given() || qualified(word);
    var attributes = AttributeFacts.named(word);
    if (!aimed && !attributes.isEmpty()) {
      attributes(attributes);
      return ExitCode.DONE;
    }
    var loaded = project.load(console);
    if (!aimed && loaded instanceof Outcome.Refused<Project>) {
      throw new UsageFailure(unknown(word, List.of()));
    }
    boolean fileless = !project.given() && loaded instanceof Outcome.Refused<Project>;
    return fileless ? nodeOnly(word) : withProject(word, attributes);
  }

  private static boolean qualified(String word) {
    return word.startsWith(SERVICE) || word.startsWith(NODE);
  }

  private static Optional<Code> code(String word) {
    var wanted = word.toUpperCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(Code.values()).filter(c -> c.word().equals(wanted)).findFirst();
  }

  private void codes(List<Code> codes) {
    if (output.json()) {
      var list =
          codes.stream()
              .map(c -> Json.object().with("code", c.word()).with("meaning", c.meaning()))
              .toList();
      output.print(console, FindingJson.versioned().with("codes", Json.array(list)));
    } else {
      codes.forEach(c -> console.out().println(c + "  " + c.meaning()));
    }
  }

  private void attributes(List<AttributeFacts> attributes) {
    if (output.json()) {
      var list =
          attributes.stream()
              .map(a ->
                  Json.object().with("path", a.path()).with("lines", Json.Arr.ofTexts(a.lines())))
              .toList();
      output.print(console, FindingJson.versioned().with("attributes", Json.array(list)));
      return;
    }
    for (var facts : attributes) {
      console.out().println(facts.path());
      facts.lines().forEach(l -> console.out().println("  " + l));
    }
  }

  private ExitCode refused(List<Finding> findings) {
    new FindingText(console).print(findings, console.err());
    return ExitCode.REFUSED;
  }

  private ExitCode nodeOnly(String word) {
    return switch (engine.target(console)) {
      case Outcome.Refused<Target>(var findings) -> refused(findings);
      case Outcome.Accepted<Target>(var target, var _) -> {
        try (var session = Session.open(target, console.environment())) {
          var cluster = session.swarm().observe();
          var name = word.startsWith(NODE) ? word.substring(NODE.length()) : word;
          if (word.startsWith(SERVICE) || node(name, cluster).isEmpty()) {
            throw new UsageFailure(
                unknown(name, nodes(cluster)) + "; a service needs its Compose file: -f");
          }
          yield print(
              new NodeExplanation(session.matrix())
                  .of(SuppositionOptions.named(name, cluster), Optional.empty()));
        }
      }
    };
  }

  private ExitCode withProject(String word, List<AttributeFacts> attributes) {
    return switch (Work.read(project, engine, images, console)) {
      case Outcome.Refused<Work.Input>(var findings) -> refused(findings);
      case Outcome.Accepted<Work.Input>(var input, var _) -> {
        try (var session = Work.open(input, console)) {
          var result = Work.plan(input, session, planning.settings());
          yield chosen(word, input.project(), result, session)
              .map(this::print)
              .orElseGet(() -> attributes(word, attributes, input.project(), result.cluster()));
        }
      }
    };
  }

  private ExitCode attributes(
      String word, List<AttributeFacts> attributes, Project of, Cluster cluster) {
    if (attributes.isEmpty()) {
      var known = new ArrayList<>(nodes(cluster));
      of.services().keySet().forEach(s -> known.add(s.text()));
      throw new UsageFailure(unknown(word, known));
    }
    attributes(attributes);
    return ExitCode.DONE;
  }

  private Optional<Explanation> chosen(
      String word, Project of, Work.Result result, Session session) {
    var name = qualified(word) ? word.substring(word.indexOf(':') + 1) : word;
    var service =
        of.services().values().stream()
            .filter(s -> s.name().text().equals(name) && !word.startsWith(NODE))
            .findFirst();
    boolean node = node(name, result.cluster()).isPresent() && !word.startsWith(SERVICE);
    if (service.isPresent() && node) {
      throw new UsageFailure(
          "\""
              + name
              + "\" is a service of "
              + of.name()
              + " and a node: say service:"
              + name
              + " or node:"
              + name);
    }
    return service
        .map(s -> service(s, of, result.plan(), session))
        .or(() ->
            node
                ? Optional.of(
                    new NodeExplanation(session.matrix())
                        .of(
                            SuppositionOptions.named(name, result.cluster()),
                            Optional.of(result.plan())))
                : Optional.empty());
  }

  private static Explanation service(Service service, Project of, Plan plan, Session session) {
    return new ServiceExplanation(of, plan, session.platforms(Work.images(of))).of(service);
  }

  private static Optional<String> node(String name, Cluster cluster) {
    return nodes(cluster).stream().filter(name::equals).findFirst();
  }

  private static List<String> nodes(Cluster cluster) {
    return cluster.nodes().stream().map(n -> n.name().text()).toList();
  }

  private ExitCode print(Explanation explanation) {
    if (output.json()) {
      output.print(console, explanation.json());
    } else {
      explanation.print(console);
    }
    return ExitCode.DONE;
  }

  private static String unknown(String word, List<String> others) {
    var known = new ArrayList<>(others);
    Arrays.stream(Code.values()).map(Code::word).forEach(known::add);
    known.addAll(AttributeFacts.names());
    return "\""
        + word
        + "\" is neither the code of a finding nor a Compose attribute"
        + (others.isEmpty()
            ? " (a service or a node needs -f, -H or --lab)"
            : ", and no service or node either")
        + Closest.to(word, known).map(near -> "; did you mean " + near + "?").orElse("");
  }
}
