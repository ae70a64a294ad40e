package dev.catamaran.cli;

import dev.catamaran.orchestrator.swarm.EngineFailure;
import dev.catamaran.usage.CommandLine;
import dev.catamaran.usage.Completion;
import dev.catamaran.usage.Flag;
import dev.catamaran.usage.Usage;
import dev.catamaran.usage.UsageFailure;
import dev.catamaran.usage.Verb;
import java.util.ArrayList;
import java.util.List;

/** The command line: what every command has in common, and what a failure looks like. */
public final class Cli {
  private final Console console;
  private final Verb program;
  private final Usage everywhere = new Usage();
  private final Flag debug = everywhere.flag("-D, --debug", "Print stack traces.");
  private final Flag help = everywhere.flag("-h, --help", "Print this help.");
  private final Flag version = everywhere.flag("-V, --version", "Print the version.");

  private Cli(Console console) {
    this.console = console;
    var verbs = new ArrayList<>(new Verbs(console).all());
    verbs.add(
        Verb.of(
            "completion",
            "Print a completion script for bash and zsh: source <(catamaran completion)",
            usage -> this::completion));
    program =
        Verb.group("catamaran", "One application over Windows and Linux container nodes.", verbs);
  }

  /** Runs one command, typed by a user or handed on by docker, and returns its exit code. */
  public static int run(Console console, String... words) {
    var line = List.of(words);
    if (PluginCall.asksWhoWeAre(line)) {
      console.out().println(PluginCall.whoWeAre());
      return ExitCode.DONE.number();
    }
    return PluginCall.of(line, console.environment())
        .map(call -> new Cli(console.in(call.environment())).run(call.words()))
        .orElseGet(() -> new Cli(console).run(line));
  }

  private int run(List<String> words) {
    var line = new CommandLine(program, everywhere);
    try {
      var command = line.read(words);
      if (help.on()) {
        console.out().print(line.help());
        return ExitCode.DONE.number();
      }
      if (version.on()) {
        return new VersionCommand(console).run();
      }
      if (command.isEmpty()) {
        console.err().print(line.help());
        return ExitCode.USAGE.number();
      }
      line.demandOperands();
      return command.get().run();
    } catch (UsageFailure failure) {
      return misused(failure, line);
    } catch (EngineFailure failure) {
      int code = failed(failure);
      EngineAdvice.of(failure).forEach(w -> console.err().println("  try: " + w));
      return code;
    } catch (InterruptedException _) {
      return ExitCode.INTERRUPTED.number();
    } catch (RuntimeException failure) {
      return bug(failure);
    }
  }

  private int completion() {
    console.out().print(Completion.script(program, everywhere));
    return ExitCode.DONE.number();
  }

  private int misused(UsageFailure failure, CommandLine line) {
    failed(failure);
    if (!line.understood()) {
      console.err().println("  try: " + line.path() + " --help");
    }
    return ExitCode.USAGE.number();
  }

  private int failed(RuntimeException failure) {
    trace(failure);
    console.err().println("catamaran: " + failure.getMessage());
    return ExitCode.FAILED.number();
  }

  private int bug(RuntimeException failure) {
    trace(failure);
    console.err().println("catamaran: this is a bug of ours: " + failure);
    console.err().println("  try: the same again with --debug, and report what it prints");
    return ExitCode.FAILED.number();
  }

  private void trace(RuntimeException failure) {
    if (debug.on()) {
      failure.printStackTrace(console.err());
    }
  }
}
