package dev.catamaran.cli;

import dev.catamaran.orchestrator.swarm.EngineFailure;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line: which word leads to which command, and what a failure looks like. */
@Command(
    name = "catamaran",
    description = "One application over Windows and Linux container nodes.",
    synopsisSubcommandLabel = "COMMAND",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true)
public final class Cli {
  @Option(
      names = {"-D", "--debug"},
      scope = ScopeType.INHERIT,
      description = "Print stack traces.")
  private boolean debug;

  private final Console console;

  private Cli(Console console) {
    this.console = console;
  }

  /** Runs one command and returns its exit code. */
  public static int run(Console console, String... arguments) {
    var cli = new Cli(console);
    var line = new CommandLine(cli);
    line.getCommandSpec().versionProvider(new VersionCommand(console));
    line.addSubcommand(new ConfigCommand(console))
        .addSubcommand(new CheckCommand(console))
        .addSubcommand(new PlanCommand(console))
        .addSubcommand(new UpCommand(console))
        .addSubcommand(new DownCommand(console))
        .addSubcommand(new PsCommand(console))
        .addSubcommand(new LsCommand(console))
        .addSubcommand(new NodesCommand(console))
        .addSubcommand(new MatrixCommand(console))
        .addSubcommand(new CompatCommand(console))
        .addSubcommand(new ImagesCommand(console))
        .addSubcommand(new ExplainCommand(console))
        .addSubcommand(new AgentCommand(console))
        .addSubcommand(new LabCommand(console))
        .addSubcommand(new DemoCommand(console))
        .addSubcommand(new VersionCommand(console))
        .addSubcommand("completion", completion());
    line.setOut(
        new java.io.PrintWriter(console.out(), true, java.nio.charset.StandardCharsets.UTF_8));
    line.setErr(
        new java.io.PrintWriter(console.err(), true, java.nio.charset.StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(cli::misused);
    line.setExecutionExceptionHandler((failure, command, parsed) -> cli.failed(failure));
    if (arguments.length == 0) {
      line.usage(line.getErr());
      return ExitCode.USAGE.number();
    }
    return line.execute(arguments);
  }

  /** Picocli's own command has a longer name, which its help would show. */
  private static CommandLine completion() {
    var command = new CommandLine(new GenerateCompletion());
    command.getCommandSpec().name("completion");
    command.getCommandSpec().usageMessage().customSynopsis("catamaran completion");
    command
        .getCommandSpec()
        .usageMessage()
        .description("Print a completion script for bash and zsh: source <(catamaran completion)");
    return command;
  }

  private int misused(ParameterException failure, String[] arguments) {
    console.err().println("catamaran: " + failure.getMessage());
    console
        .err()
        .println("  try: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.number();
  }

  private int failed(Exception failure) {
    if (debug) {
      failure.printStackTrace(console.err());
    }
    return switch (failure) {
      case UsageFailure usage -> say(usage, ExitCode.USAGE);
      case EngineFailure engine -> {
        int code = say(engine, ExitCode.FAILED);
        EngineAdvice.of(engine).forEach(w -> console.err().println("  try: " + w));
        yield code;
      }
      case InterruptedException _ -> ExitCode.INTERRUPTED.number();
      default -> {
        console.err().println("catamaran: this is a bug of ours: " + failure);
        console.err().println("  try: the same again with --debug, and report what it prints");
        yield ExitCode.FAILED.number();
      }
    };
  }

  private int say(Exception failure, ExitCode code) {
    console.err().println("catamaran: " + failure.getMessage());
    return code.number();
  }
}
