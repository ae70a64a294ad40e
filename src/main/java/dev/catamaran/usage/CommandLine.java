package dev.catamaran.usage;

import java.util.List;
import java.util.Optional;

/** A command line against the verbs of a program: how far the words have led. */
public final class CommandLine {
  private Verb verb;
  private Usage usage;
  private String path;
  private boolean understood;

  /** Nothing is said yet. */
  public CommandLine(Verb program, Usage everywhere) {
    verb = program;
    usage = everywhere;
    path = program.name();
  }

  /** Follows the words; no command where they end before a verb that does something. */
  public Optional<Command> read(List<String> line) {
    var words = new Words(line);
    while (!verb.verbs().isEmpty()) {
      var word = words.operand(usage);
      if (word.isEmpty()) {
        return Optional.empty();
      }
      verb = verb.named(word.get());
      path += " " + verb.name();
    }
    usage = new Usage(usage);
    var command = verb.command().apply(usage);
    words.rest(usage);
    return command;
  }

  /** A usage failure where a word that must follow does not; help may be asked for without. */
  public void demandOperands() {
    usage.demandOperands();
    understood = true;
  }

  /** Whether the words as such are right; what they ask for may still be impossible. */
  public boolean understood() {
    return understood;
  }

  /** The verbs so far: {@code catamaran lab run}. */
  public String path() {
    return path;
  }

  public String help() {
    return new HelpText(path, verb, usage).text();
  }
}
